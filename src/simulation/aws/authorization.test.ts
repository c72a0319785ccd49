import { expect, test } from 'vitest'
import { type Credentials, type TestAws, testAws } from './testing.test-data.ts'

const account = '444455556666'
const arnOf = (name: string) => `arn:aws:iam::${account}:role/${name}`
const trusting = (principal: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }] })
const allowing = (Action: string, Resource: string, Effect = 'Allow') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource }] })

async function role(aws: TestAws, name: string, trust: string, permissions?: string): Promise<void> {
  await aws.call('iam', { Action: 'CreateRole', RoleName: name, AssumeRolePolicyDocument: trust })
  if (permissions !== undefined)
    await aws.call('iam', { Action: 'PutRolePolicy', RoleName: name, PolicyName: 'P', PolicyDocument: permissions })
}

const assume = (aws: TestAws, name: string, as?: Credentials, more: Readonly<Record<string, string>> = {}) =>
  aws.call('sts', { Action: 'AssumeRole', RoleArn: arnOf(name), RoleSessionName: 'session', ...more }, as)

async function sessionOf(aws: TestAws, name: string, more: Readonly<Record<string, string>> = {}): Promise<Credentials> {
  const answered = await assume(aws, name, undefined, more)
  return { accessKeyId: answered.field('AccessKeyId') ?? '', sessionToken: answered.field('SessionToken') ?? '' }
}

const head = async (aws: TestAws, bucket: string, { accessKeyId, sessionToken = '' }: Credentials) => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`
  const headers = { authorization, 'x-amz-security-token': sessionToken }
  return (await aws.simulator.fetch(new Request(`http://127.0.0.1/${bucket}`, { method: 'HEAD', headers }))).status
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
test('within one account, a trust policy that names the role is enough, and one that names the account is not', async () => {
  const aws = testAws()
  await role(aws, 'Worker', trusting(account))
  const worker = await sessionOf(aws, 'Worker')
  await role(aws, 'ByName', trusting(arnOf('Worker')))
  await role(aws, 'ByAccount', trusting(account))
  expect((await assume(aws, 'ByName', worker)).status).toBe(200)
  expect((await assume(aws, 'ByAccount', worker)).field('Message')).toBe(
    `User: arn:aws:sts::${account}:assumed-role/Worker/session is not authorized to perform: sts:AssumeRole on resource: ${arnOf('ByAccount')} because no identity-based policy allows the sts:AssumeRole action`,
  )
})

test("within one account, the caller's explicit deny overrides a trust policy that names it", async () => {
  const aws = testAws()
  await role(aws, 'Worker', trusting(account), allowing('sts:AssumeRole', '*', 'Deny'))
  const worker = await sessionOf(aws, 'Worker')
  await role(aws, 'ByName', trusting(arnOf('Worker')))
  expect((await assume(aws, 'ByName', worker)).field('Message')).toContain('with an explicit deny in an identity-based policy')
})

test('a session policy restricts and never grants', async () => {
  const aws = testAws()
  await role(aws, 'Reader', trusting(account), allowing('s3:ListBucket', 'arn:aws:s3:::*'))
  await role(aws, 'Nobody', trusting(account))
  const policy = { Policy: allowing('s3:ListBucket', 'arn:aws:s3:::one-bucket') }
  const plain = await sessionOf(aws, 'Reader')
  const limited = await sessionOf(aws, 'Reader', policy)
  const nobody = await sessionOf(aws, 'Nobody', policy)
  expect([await head(aws, 'one-bucket', plain), await head(aws, 'two-bucket', plain)]).toEqual([200, 200])
  expect([await head(aws, 'one-bucket', limited), await head(aws, 'two-bucket', limited)]).toEqual([200, 403])
  expect(await head(aws, 'one-bucket', nobody)).toBe(403)
})

test('reports an explicit deny before a missing Allow of another policy', async () => {
  const aws = testAws()
  await role(aws, 'Nobody', trusting(account))
  const nobody = await sessionOf(aws, 'Nobody', { Policy: allowing('sts:AssumeRole', '*', 'Deny') })
  await role(aws, 'ByName', trusting(arnOf('Nobody')))
  expect((await assume(aws, 'ByName', nobody)).field('Message')).toContain('with an explicit deny in a session policy')
})

test('a session can call IAM and CloudFormation only as its role allows', async () => {
  const aws = testAws()
  await role(aws, 'Auditor', trusting(account), allowing('iam:GetRole', arnOf('Auditor')))
  const auditor = await sessionOf(aws, 'Auditor')
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: 'Auditor' }, auditor)).status).toBe(200)
  const refused = await aws.call('iam', { Action: 'DeleteRole', RoleName: 'Auditor' }, auditor)
  expect(refused.field('Message')).toBe(
    `User: arn:aws:sts::${account}:assumed-role/Auditor/session is not authorized to perform: iam:DeleteRole on resource: role Auditor because no identity-based policy allows the iam:DeleteRole action`,
  )
  expect((await aws.call('cloudformation', { Action: 'DescribeStacks' }, auditor)).field('Code')).toBe('AccessDenied')
})

test('tags and a source identity require their own actions', async () => {
  const aws = testAws()
  await role(aws, 'Plain', trusting(account))
  const tagged = await assume(aws, 'Plain', undefined, { 'Tags.member.1.Key': 'Team', 'Tags.member.1.Value': 'Images' })
  expect(tagged.field('Message')).toContain('is not authorized to perform: sts:TagSession on resource')
  const named = await assume(aws, 'Plain', undefined, { SourceIdentity: 'Jane' })
  expect(named.field('Message')).toContain('is not authorized to perform: sts:SetSourceIdentity on resource')
})

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
test('a service control policy restricts the administrator of its account, and no other account', async () => {
  const aws = testAws()
  const creation = { Action: 'CreateRole', RoleName: 'Any', AssumeRolePolicyDocument: trusting(account) }
  const refused = await aws.call('iam', creation, { accessKeyId: 'SIM400000000003' })
  expect(refused.status).toBe(403)
  expect(refused.field('Message')).toMatch(
    /^User: arn:aws:iam::400000000003:user\/Administrator .* with an explicit deny in a service control policy$/,
  )
  expect((await aws.call('iam', { Action: 'ListRoles' }, { accessKeyId: 'SIM400000000003' })).status).toBe(200)
  expect((await aws.call('iam', creation)).status).toBe(200)
})
