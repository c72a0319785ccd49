import { expect, test } from 'vitest'
import { planOf, userArn, userVendor, vendor } from '#core/fixtures.test-data.ts'
import { createSimulator } from './simulator.ts'
import { simulatedUserKey } from './vendor-user.ts'

function simulated(of = userVendor) {
  const simulator = createSimulator({
    vendor: of,
    store: { load: () => null, save: () => {} },
    now: () => Date.parse('2026-11-30T08:00:00Z'),
    delayMs: 0,
    templates: [],
  })
  const key = simulatedUserKey(userVendor, 'aws')?.accessKeyId ?? ''
  async function call(service: string, parameters: Readonly<Record<string, string>>, accessKeyId = key) {
    const version = service === 'sts' ? '2011-06-15' : '2010-05-08'
    const response = await simulator.fetch(
      new Request('http://aws.example', {
        method: 'POST',
        headers: { authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261130/us-east-1/${service}/aws4_request` },
        body: new URLSearchParams({ Version: version, ...parameters }),
      }),
    )
    return { status: response.status, text: await response.text() }
  }
  return { simulator, call }
}

const plan = planOf({}, userVendor)
const customer = 'SIM444455556666'
const creation = (trust: object, seconds = '43200') => ({
  Action: 'CreateRole',
  RoleName: plan.roleName,
  MaxSessionDuration: seconds,
  AssumeRolePolicyDocument: JSON.stringify(trust),
})
const assumption = { Action: 'AssumeRole', RoleArn: plan.roleArn, RoleSessionName: 'test', ExternalId: plan.externalId }

test('the user says who it is, by its key alone', async () => {
  const { call } = simulated()
  expect((await call('sts', { Action: 'GetCallerIdentity' })).text).toContain(`<Arn>${userArn}</Arn>`)
  expect((await simulated(vendor).call('sts', { Action: 'GetCallerIdentity' })).text).toContain('InvalidClientTokenId')
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
test('a user assumes the role for up to 12 hours, and no longer than the role allows', async () => {
  const { call } = simulated()
  await call('iam', creation(plan.trustPolicy), customer)
  expect((await call('sts', { ...assumption, DurationSeconds: '43200' })).status).toBe(200)
  await call('iam', { Action: 'DeleteRole', RoleName: plan.roleName }, customer)
  await call('iam', creation(plan.trustPolicy, '3600'), customer)
  expect((await call('sts', { ...assumption, DurationSeconds: '43200' })).text).toContain('exceeds the MaxSessionDuration')
})

test('the policy of the user allows the role of the vendor, and no other', async () => {
  const { call } = simulated()
  await call('iam', { ...creation(plan.trustPolicy), RoleName: 'Another' }, customer)
  const other = plan.roleArn.replace(plan.roleName, 'Another')
  expect((await call('sts', { ...assumption, RoleArn: other })).text).toContain('because no identity-based policy allows')
})

test('the user reads its own policies', async () => {
  const { call } = simulated()
  const UserName = 'pix1-b-self1234'
  expect((await call('iam', { Action: 'ListUserPolicies', UserName })).text).toContain('<member>AssumeCustomerRoles</member>')
  expect((await call('iam', { Action: 'GetUserPolicy', UserName, PolicyName: 'AssumeCustomerRoles' })).text).toContain('AssumeRole')
  expect((await call('iam', { Action: 'GetUserPolicy', UserName, PolicyName: 'Another' })).text).toContain('NoSuchEntity')
  expect((await call('iam', { Action: 'ListUserPolicies', UserName: 'someone' })).status).toBe(403)
})

test('IAM accepts the user as a principal, and no user that does not exist', async () => {
  const { call } = simulated()
  expect((await call('iam', creation(plan.trustPolicy), customer)).status).toBe(200)
  const text = JSON.stringify(plan.trustPolicy).replace(userArn, `${userArn}x`)
  expect((await call('iam', { ...creation(plan.trustPolicy), RoleName: 'B', AssumeRolePolicyDocument: text }, customer)).text).toContain(
    'Invalid principal in policy',
  )
})

test('no machine or container is handed the user', async () => {
  const { simulator } = simulated()
  const container = new Request('http://169.254.170.2/v2/credentials/aws/application', {
    headers: { authorization: simulator.authorizationToken },
  })
  expect((await simulator.fetch(container)).status).toBe(404)
  const token = await simulator.fetch(
    new Request('http://169.254.169.254/latest/api/token', { method: 'PUT', headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '60' } }),
  )
  const headers = { 'x-aws-ec2-metadata-token': await token.text() }
  const credentials = new Request('http://169.254.169.254/latest/meta-data/iam/security-credentials/', { headers })
  expect((await simulator.fetch(credentials)).status).toBe(404)
})
