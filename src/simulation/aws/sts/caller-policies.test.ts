import { expect, test } from 'vitest'
import { type Credentials, type TestAws, testAws } from '#simulation/aws/testing.test-data.ts'
import {
  account,
  arnOf,
  assume,
  createPolicy,
  createRole,
  credentialsOf,
  everyRole,
  externalId,
  limitCaller,
  policyOf,
  trusting,
  unless,
  vendorAccount,
  vendorAdministrator,
  vendorSession,
  when,
} from './vendor-caller.test-data.ts'

const listing = policyOf({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' })

async function listBucket(aws: TestAws, { accessKeyId, sessionToken = '' }: Credentials): Promise<number> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`
  const headers = { authorization, 'x-amz-security-token': sessionToken }
  return (await aws.simulator.fetch(new Request('http://127.0.0.1/one-bucket', { method: 'HEAD', headers }))).status
}

const sent = { ExternalId: externalId }
const other = { ExternalId: 'another-external-id' }
const missing = 'because no identity-based policy allows the sts:AssumeRole action'
const deny = 'with an explicit deny in an identity-based policy'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_externalid
test.for<[name: string, permissions: string, request: Readonly<Record<string, string>>, reason: string | null]>([
  ['an Allow for one external ID, which is sent', when({ StringEquals: { 'sts:ExternalId': externalId } }), sent, null],
  ['an Allow for one external ID, and another', when({ StringEquals: { 'sts:ExternalId': externalId } }), other, missing],
  ['an Allow for one external ID, and none', when({ StringEquals: { 'sts:ExternalId': externalId } }), {}, missing],
  ['an Allow for one external ID if one is sent, and none', when({ StringEqualsIfExists: { 'sts:ExternalId': externalId } }), {}, null],
  ['an Allow only with an external ID, and one', when({ Null: { 'sts:ExternalId': 'false' } }), other, null],
  ['an Allow only with an external ID, and none', when({ Null: { 'sts:ExternalId': 'false' } }), {}, missing],
  ['a Deny without an external ID, and one', unless({ Null: { 'sts:ExternalId': 'true' } }), other, null],
  ['a Deny without an external ID, and none', unless({ Null: { 'sts:externalid': 'true' } }), {}, deny],
  ['a Deny of other external IDs, and the right one', unless({ StringNotEquals: { 'sts:ExternalId': externalId } }), sent, null],
  ['a Deny of other external IDs, and another', unless({ StringNotEquals: { 'sts:ExternalId': externalId } }), other, deny],
  ['a Deny of other external IDs, and none', unless({ StringNotEquals: { 'sts:ExternalId': externalId } }), {}, deny],
  [
    'a Deny of other external IDs if one is sent, and none',
    unless({ StringNotEqualsIfExists: { 'sts:ExternalId': externalId } }),
    {},
    deny,
  ],
  ['a Deny of a pattern, and none', unless({ StringLike: { 'sts:ExternalId': '*' } }), {}, null],
  ['a Deny of a pattern, and one', unless({ StringLike: { 'sts:ExternalId': 'another-*' } }), other, deny],
  ['an Allow for one session name', when({ StringEquals: { 'sts:RoleSessionName': 'session' } }), {}, null],
  ['an Allow for another session name', when({ StringEquals: { 'sts:RoleSessionName': 'night-shift' } }), {}, missing],
  ['an Allow for one source identity, and none', when({ StringEquals: { 'sts:SourceIdentity': 'Jane' } }), {}, missing],
  ['an Allow for one source identity', when({ StringEquals: { 'sts:SourceIdentity': 'Jane' } }), { SourceIdentity: 'Jane' }, null],
  ['an Allow until a time that has passed', when({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }), {}, missing],
  ['an Allow until a time to come', when({ DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }), {}, null],
  ['an Allow in one Region', when({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }), {}, null],
  ['an Allow in another Region', when({ StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } }), {}, missing],
  ['an Allow for the role', when({ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendorAccount}:role/app/Caller` } }), {}, null],
  ['an Allow for another role', when({ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendorAccount}:role/Caller` } }), {}, missing],
  ['an Allow for the account', when({ StringEquals: { 'aws:PrincipalAccount': vendorAccount } }), {}, null],
  ["an Allow for the customer's account", when({ StringEquals: { 'aws:ResourceAccount': account } }), {}, null],
  ['an Allow over TLS', when({ Bool: { 'aws:SecureTransport': 'true' } }), {}, null],
  ['an Allow for an organization', when({ StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } }), {}, missing],
  ['an Allow for an unknown address', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), {}, missing],
])("the caller's own policy decides: %s", async ([, permissions, request, reason]) => {
  const aws = testAws()
  const worker = await vendorSession(aws, permissions, '/app/')
  const answered = await assume(aws, 'Customer', worker, request)
  expect(answered.status).toBe(reason === null ? 200 : 403)
  if (reason !== null) expect(answered.field('Message')).toMatch(new RegExp(`: ${arnOf('Customer')} ${reason}$`))
})

test("the caller's own policy denies a session tag", async () => {
  const aws = testAws()
  const condition = { StringEquals: { 'aws:RequestTag/Team': 'Images' }, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } }
  const worker = await vendorSession(
    aws,
    policyOf({ ...everyRole, Action: 'sts:AssumeRole' }, { ...everyRole, Action: 'sts:TagSession', Condition: condition }),
  )
  const tag = (Key: string, Value: string) => ({ 'Tags.member.1.Key': Key, 'Tags.member.1.Value': Value })
  expect((await assume(aws, 'Customer', worker, tag('Team', 'Images'))).status).toBe(200)
  expect((await assume(aws, 'Customer', worker, tag('Team', 'Video'))).field('Message')).toContain('sts:TagSession on resource')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
test.for<[name: string, boundary: string, reason: string | null]>([
  ['that allows the call', policyOf(everyRole), null],
  ['that allows other calls', listing, 'because no permissions boundary allows the sts:AssumeRole action'],
  ['that denies the call', unless({ Null: { 'sts:ExternalId': 'true' } }), 'with an explicit deny in a permissions boundary'],
])("a permissions boundary of the caller's role %s", async ([, boundary, reason]) => {
  const aws = testAws()
  const worker = await vendorSession(aws, policyOf(everyRole))
  await createPolicy(aws, 'Boundary', boundary, vendorAdministrator)
  await limitCaller(aws, 'Boundary')
  const answered = await assume(aws, 'Customer', worker)
  expect(answered.status).toBe(reason === null ? 200 : 403)
  if (reason !== null) expect(answered.field('Message')).toMatch(new RegExp(`${reason}$`))
  await aws.call('iam', { Action: 'DeleteRolePermissionsBoundary', RoleName: 'Caller' }, vendorAdministrator)
  expect((await assume(aws, 'Customer', worker)).status).toBe(200)
})

test('a boundary grants nothing, and one without a document restricts nothing', async () => {
  const aws = testAws()
  const worker = await vendorSession(aws, listing)
  await createPolicy(aws, 'Boundary', policyOf(everyRole), vendorAdministrator)
  await limitCaller(aws, 'Boundary')
  expect((await assume(aws, 'Customer', worker)).field('Message')).toMatch(new RegExp(`${missing}$`))
  expect(await listBucket(aws, worker)).toBe(403)
  await limitCaller(aws, 'NotCreatedHere')
  expect(await listBucket(aws, worker)).toBe(200)
})

test('an attached managed policy grants what its document allows', async () => {
  const aws = testAws()
  const worker = await vendorSession(aws, listing)
  const created = await createPolicy(aws, 'Assume', policyOf(everyRole), vendorAdministrator)
  expect(created.field('Arn')).toBe(`arn:aws:iam::${vendorAccount}:policy/Assume`)
  expect((await createPolicy(aws, 'Assume', policyOf(everyRole), vendorAdministrator)).field('Code')).toBe('EntityAlreadyExists')
  expect((await createPolicy(aws, 'Broken', '{', vendorAdministrator)).field('Code')).toBe('MalformedPolicyDocument')
  expect((await assume(aws, 'Customer', worker)).status).toBe(403)
  const attachment = { Action: 'AttachRolePolicy', RoleName: 'Caller', PolicyArn: created.field('Arn') ?? '' }
  await aws.call('iam', attachment, vendorAdministrator)
  expect((await assume(aws, 'Customer', worker)).status).toBe(200)
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
test('within one account, a boundary restricts a trust policy that names the role, but not one that names the session', async () => {
  const aws = testAws()
  await createRole(aws, 'Worker', trusting(account))
  const worker = credentialsOf(await assume(aws, 'Worker'))
  await createPolicy(aws, 'Boundary', listing, { accessKeyId: `SIM${account}` })
  const limit = { RoleName: 'Worker', PermissionsBoundary: `arn:aws:iam::${account}:policy/Boundary` }
  await aws.call('iam', { Action: 'PutRolePermissionsBoundary', ...limit })
  await createRole(aws, 'ByRole', trusting(arnOf('Worker')))
  await createRole(aws, 'BySession', trusting(`arn:aws:sts::${account}:assumed-role/Worker/session`))
  expect((await assume(aws, 'ByRole', worker)).field('Message')).toMatch(
    /because no permissions boundary allows the sts:AssumeRole action$/,
  )
  expect((await assume(aws, 'BySession', worker)).status).toBe(200)
})
