import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { serve } from '@hono/node-server'
import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { runs } from '#tools/thorough.ts'
import { queryServices } from './query-protocol.ts'
import { queryRequest, type Service, type TestAws, templateUrl, testAws, vendor } from './testing.test-data.ts'
import { controlAccountId, simulatedVendorRoleArn } from './vendor-roles.ts'

const roleArn = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const trust = (condition: object = { StringEquals: { 'sts:ExternalId': externalId } }): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole', Condition: condition }],
  })
const create = (more: Readonly<Record<string, string>> = {}) => ({
  Action: 'CreateRole',
  RoleName: 'PixelworksAccess',
  AssumeRolePolicyDocument: trust(),
  ...more,
})

async function listening<Result>(aws: TestAws, use: (endpoint: string) => Promise<Result>): Promise<Result> {
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const started = serve({ fetch: aws.simulator.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve({ server: started, port: info.port }),
    )
  })
  try {
    return await use(`http://127.0.0.1:${port}`)
  } finally {
    server.close()
  }
}

const machine = (aws: TestAws) => aws.simulator.instanceCredentials(simulatedVendorRoleArn(vendor, 'aws'))

function assume(client: STSClient, more: { ExternalId?: string; DurationSeconds?: number; RoleArn?: string } = {}) {
  return client.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'verify', DurationSeconds: 900, ...more }))
}

test("the SDK assumes a role, and gets AWS's error when access is denied", async () => {
  const aws = testAws()
  await aws.call('iam', create())
  await listening(aws, async (endpoint) => {
    const client = new STSClient({ endpoint, region: 'us-east-1', credentials: machine(aws), maxAttempts: 1 })
    expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123456789abcdef0',
    })
    expect(await assume(client, { ExternalId: externalId })).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/verify' },
      Credentials: { Expiration: new Date('2026-11-22T08:15:00Z') },
    })
    const bare =
      'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123456789abcdef0 is not authorized to perform: sts:AssumeRole on resource:'
    await expect(assume(client)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `${bare} ${roleArn}`,
      $metadata: { httpStatusCode: 403 },
    })
    await expect(assume(client, { ExternalId: 'another-one' })).rejects.toMatchObject({ message: `${bare} ${roleArn}` })
    const absent = roleArn.replace('444455556666', '777788889999')
    await expect(assume(client, { RoleArn: absent })).rejects.toMatchObject({ name: 'AccessDenied', message: `${bare} ${absent}` })
    const other = 'arn:aws:iam::444455556666:role/Other'
    await expect(assume(client, { RoleArn: other })).rejects.toMatchObject({
      message: `${bare} ${other} because no identity-based policy allows the sts:AssumeRole action`,
    })
    await expect(assume(client, { ExternalId: externalId, DurationSeconds: 3601 })).rejects.toMatchObject({ name: 'ValidationError' })
    await expect(assume(client, { ExternalId: '' })).rejects.toMatchObject({
      name: 'ValidationError',
      message:
        "1 validation error detected: Value '' at 'externalId' failed to satisfy constraint: Member must have length greater than or equal to 2",
    })
  })
})

test('rejects credentials of another partition, unknown ones, expired ones, and none, each with its code', async () => {
  const aws = testAws()
  await aws.call('iam', create())
  const identity = { Action: 'GetCallerIdentity' }
  expect((await aws.call('sts', identity, { ...machine(aws), region: 'cn-north-1' })).field('Code')).toBe('InvalidClientTokenId')
  expect((await aws.call('sts', identity, { accessKeyId: 'ASIANOBODY' })).field('Code')).toBe('InvalidClientTokenId')
  const { accessKeyId } = machine(aws)
  expect((await aws.call('sts', identity, { accessKeyId })).field('Code')).toBe('InvalidClientTokenId')
  const assumed = await aws.call(
    'sts',
    { Action: 'AssumeRole', RoleArn: roleArn, RoleSessionName: 'verify', ExternalId: externalId, DurationSeconds: '900' },
    machine(aws),
  )
  const session = { accessKeyId: assumed.field('AccessKeyId') ?? '', sessionToken: assumed.field('SessionToken') ?? '' }
  expect((await aws.call('sts', identity, session)).field('Account')).toBe('444455556666')
  aws.pass(900_000)
  expect((await aws.call('sts', identity, session)).field('Code')).toBe('ExpiredToken')
  const unsigned = await aws.simulator.fetch(
    new Request('http://127.0.0.1/', { method: 'POST', body: new URLSearchParams({ ...identity, Version: '2011-06-15' }) }),
  )
  expect(unsigned.status).toBe(403)
  expect(await unsigned.text()).toContain('<Code>MissingAuthenticationToken</Code>')
})

test('IAM shows a change immediately, STS after the delay', async () => {
  const aws = testAws(3000)
  const status = async (id: string) =>
    (await aws.call('sts', { Action: 'AssumeRole', RoleArn: roleArn, RoleSessionName: 'verify', ExternalId: id }, machine(aws))).status
  await aws.call('iam', create())
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: 'PixelworksAccess' })).status).toBe(200)
  expect(await status(externalId)).toBe(403)
  aws.pass(3000)
  expect(await status(externalId)).toBe(200)
  const second = trust({ StringEquals: { 'sts:ExternalId': 'the-second-one' } })
  await aws.call('iam', { Action: 'UpdateAssumeRolePolicy', RoleName: 'PixelworksAccess', PolicyDocument: second })
  expect([await status(externalId), await status('the-second-one')]).toEqual([200, 403])
  aws.pass(3000)
  expect([await status(externalId), await status('the-second-one')]).toEqual([403, 200])
  await aws.call('iam', { Action: 'DeleteRole', RoleName: 'PixelworksAccess' })
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: 'PixelworksAccess' })).field('Code')).toBe('NoSuchEntity')
  expect(await status('the-second-one')).toBe(200)
  aws.pass(3000)
  expect(await status('the-second-one')).toBe(403)
})

test('the right trust policy fixes a scenario account', async () => {
  const aws = testAws()
  const as = { accessKeyId: 'SIM400000000010' }
  const arn = 'arn:aws:iam::400000000010:role/PixelworksAccess'
  const withoutId = async () =>
    (await aws.call('sts', { Action: 'AssumeRole', RoleArn: arn, RoleSessionName: 'verify' }, machine(aws))).status
  await aws.call('iam', create(), as)
  expect(await withoutId()).toBe(200)
  await aws.call('iam', { Action: 'UpdateAssumeRolePolicy', RoleName: 'PixelworksAccess', PolicyDocument: trust() }, as)
  expect(await withoutId()).toBe(403)
})

const statement = (change: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole', ...change }],
  })

test.each([
  ['not JSON', '{', 'MalformedPolicyDocument', 'This policy contains invalid Json'],
  ['a Resource', statement({ Resource: '*' }), 'MalformedPolicyDocument', 'Has prohibited field Resource'],
  ['a NotPrincipal', statement({ NotPrincipal: { AWS: '*' } }), 'MalformedPolicyDocument', 'Has prohibited field NotPrincipal'],
  ['a bare star', statement({ Principal: '*' }), 'MalformedPolicyDocument', 'AssumeRolepolicy contained an invalid principal: "STAR":"*".'],
  ['no Effect', statement({ Effect: undefined }), 'MalformedPolicyDocument', 'Missing required field Effect'],
  [
    'a role that is not there',
    statement({ Principal: { AWS: 'arn:aws:iam::111122223333:role/Nobody' } }),
    'MalformedPolicyDocument',
    'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/Nobody"',
  ],
  [
    'another partition',
    statement({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:root' } }),
    'MalformedPolicyDocument',
    'Invalid principal in policy: "AWS":"arn:aws-cn:iam::111122223333:root"',
  ],
  [
    'an unknown operator',
    statement({ Condition: { StringEqual: { 'sts:ExternalId': 'x' } } }),
    'MalformedPolicyDocument',
    'Invalid Condition type : StringEqual.',
  ],
  [
    'an action of S3',
    statement({ Action: 's3:GetObject' }),
    'MalformedPolicyDocument',
    'AssumeRole policy may only specify STS AssumeRole actions.',
  ],
  [
    'too many characters',
    statement({ Condition: { StringEquals: { 'sts:ExternalId': 'x'.repeat(2048) } } }),
    'LimitExceeded',
    'Cannot exceed quota for ACLSizePerRole: 2048',
  ],
])('IAM refuses a trust policy with %s', async (_, document, code, message) => {
  const answered = await testAws().call('iam', create({ AssumeRolePolicyDocument: document }))
  expect([answered.field('Code'), answered.field('Message')]).toEqual([code, message])
})

test('accepts an existing role as principal, and statements of a role name ignore case', async () => {
  const aws = testAws()
  const named = statement({ Principal: { AWS: simulatedVendorRoleArn(vendor, 'aws') } })
  expect((await aws.call('iam', create({ AssumeRolePolicyDocument: named }))).status).toBe(200)
  const again = await aws.call('iam', create({ RoleName: 'pixelworksaccess' }))
  expect([again.field('Code'), again.field('Message')]).toEqual(['EntityAlreadyExists', 'Role with name pixelworksaccess already exists.'])
})

test('rejects deleting a role that has policies', async () => {
  const aws = testAws()
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::acme' },
  })
  const onRole = (Action: string, more: Readonly<Record<string, string>> = {}) =>
    aws.call('iam', { Action, RoleName: 'PixelworksAccess', ...more })
  await aws.call('iam', create({ 'Tags.member.1.Key': 'Team', 'Tags.member.1.Value': 'Images' }))
  await onRole('PutRolePolicy', { PolicyName: 'P', PolicyDocument: policy })
  const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  await onRole('AttachRolePolicy', { PolicyArn: arn })
  expect(decodeURIComponent((await onRole('GetRolePolicy', { PolicyName: 'P' })).field('PolicyDocument') ?? '')).toBe(policy)
  expect((await onRole('ListAttachedRolePolicies')).field('PolicyArn')).toBe(arn)
  expect((await onRole('ListRoleTags')).field('Value')).toBe('Images')
  expect((await onRole('DeleteRole')).field('Message')).toBe('Cannot delete entity, must delete policies first.')
  await onRole('DeleteRolePolicy', { PolicyName: 'P' })
  expect((await onRole('DeleteRole')).field('Message')).toBe('Cannot delete entity, must detach all policies first.')
  await onRole('DetachRolePolicy', { PolicyArn: arn })
  expect((await onRole('DeleteRole')).status).toBe(200)
})

test('the state survives a restart, and an unreadable state stops the start', async () => {
  const aws = testAws()
  await aws.call('iam', create())
  const restarted = testAws(0, aws.saved())
  expect((await restarted.call('iam', { Action: 'GetRole', RoleName: 'PixelworksAccess' })).status).toBe(200)
  expect(machine(restarted).accessKeyId).toBe(machine(restarted).accessKeyId)
  for (const broken of ['', '{', '[]', '{"format":2}']) expect(() => testAws(0, broken)).toThrow(/Delete simulated-aws\/accounts\.json/)
})

test("S3 applies the role's policies, and some bucket names trigger failures", async () => {
  const aws = testAws()
  const head = async (path: string, accessKeyId = 'SIM444455556666') => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`
    return (await aws.simulator.fetch(new Request(`http://127.0.0.1/${path}`, { method: 'HEAD', headers: { authorization } }))).status
  }
  expect([await head('acme'), await head('missing-acme'), await head('locked-acme'), await head('A_b')]).toEqual([200, 404, 403, 400])
  const template = await aws.simulator.fetch(new Request(templateUrl('aws')))
  expect(await template.text()).toContain('AWS::IAM::Role')
  expect((await aws.simulator.fetch(new Request('http://127.0.0.1/templates/rolebridge/aws.yaml'))).status).toBe(200)
  expect((await aws.simulator.fetch(new Request('http://127.0.0.1/acme'))).status).toBe(403)
})

test('the control account is never a vendor account', () => {
  for (const partition of ['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'] as const) {
    const control = controlAccountId(vendor, partition)
    expect(control).not.toBe(vendor.accounts[partition])
    expect(controlAccountId({ ...vendor, accounts: { ...vendor.accounts, [partition]: control } }, partition)).not.toBe(control)
  }
})

const services: Service[] = ['sts', 'iam', 'cloudformation']
const actionNames = queryServices.flatMap(({ actions }) => Object.keys(actions))
const parameterNames = [
  'RoleName',
  'RoleArn',
  'RoleSessionName',
  'ExternalId',
  'DurationSeconds',
  'Policy',
  'PolicyName',
  'PolicyArn',
  'PolicyDocument',
  'Path',
  'StackName',
  'AssumeRolePolicyDocument',
  'TemplateBody',
  'TemplateURL',
  'Tags.member.1.Key',
  'Tags.member.1.Value',
  'Capabilities.member.1',
  'PermissionsBoundary',
  'Parameters.member.1.ParameterKey',
  'Parameters.member.1.ParameterValue',
  '__proto__',
  'constructor',
]
const likelyValue = fc.constantFrom(
  'PixelworksAccess',
  roleArn,
  externalId,
  trust(),
  templateUrl('aws'),
  'CAPABILITY_NAMED_IAM',
  '900',
  '/',
  '[[[[',
  '__proto__',
  'constructor',
  '{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Fn::Sub":"$\u007bX}"}}}}}',
)
const anyValue = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json(), likelyValue)

propertyTest.prop([
  fc.constantFrom(...services),
  fc.constantFrom(...actionNames, 'NoSuchAction', 'toString'),
  fc.dictionary(fc.constantFrom(...parameterNames), anyValue, { maxKeys: 8 }),
  fc.constantFrom('SIM444455556666', 'SIM400000000003', 'ASIAX', '__proto__'),
])('answers every call with well-formed XML and no server error', async (service, Action, parameters, accessKeyId) => {
  const response = await testAws().simulator.fetch(queryRequest(service, { ...parameters, Action }, { accessKeyId }))
  expect(response.status).toBeLessThan(500)
  expect(XMLValidator.validate(await response.text())).toBe(true)
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

propertyTest.prop([
  fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
  fc.webPath(),
  fc.webQueryParameters(),
  fc.uint8Array(),
  fc.oneof(fc.constant('AWS4-HMAC-SHA256 Credential=SIM444455556666/20261122/us-east-1/s3/aws4_request'), fc.stringMatching(/^[ -~]*$/)),
])('the simulator answers every request without an exception', async (method, path, query, bytes, authorization) => {
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(bytes)
  const request = new Request(`http://127.0.0.1${path}?${query}`, { method, body, headers: { authorization } })
  expect((await testAws().simulator.fetch(request)).status).toBeLessThan(500)
})

// A template of the maximum length takes about 0.1 s to read.
propertyTest.prop([fc.nat(20_000), fc.constantFrom('[', '{a: ', '- ', '{"Fn::Not": [')], { numRuns: runs(100) })(
  'rejects a template that is nested too deeply',
  async (depth, part) => {
    const answered = await testAws().call('cloudformation', {
      Action: 'ValidateTemplate',
      TemplateBody: `x${part.repeat(depth)}`.slice(1, 51_200),
    })
    expect(answered.status).toBe(400)
  },
  60_000,
)
