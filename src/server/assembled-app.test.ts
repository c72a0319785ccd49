import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { policyText } from '#core/policy/document.ts'
import { assembled, dataFolder, iam, silent } from './assembled-app.test-data.ts'
import { assembleApp } from './assembled-app.ts'
import { readEnvironment } from './config/environment.ts'
import { vendor } from './http/app-double.test-data.ts'

async function createRole(endpoint: string, connection: Connection, externalId: string = connection.externalId) {
  const plan = rolePlan(connection, vendor)
  const trustPolicy = policyText(plan.trustPolicy).replace(connection.externalId, externalId)
  const RoleName = plan.roleName
  await iam(endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: trustPolicy })
  const PolicyDocument = policyText(plan.permissionsPolicy)
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName: plan.policyName, PolicyDocument })
}

test.each(['us-east-1', 'eu-central-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'])(
  'in %s the role that the plan asks for is verified through the AWS SDK',
  async (region) => {
    const { signIn, connect, verdictOf, endpoint, stop } = await assembled(dataFolder())
    onTestFinished(stop)
    const token = await signIn()
    const connection = await connect(token, { region })
    await createRole(endpoint, connection)
    const verdict = await verdictOf(token, connection.id)
    expect(verdict).toMatchObject({ kind: 'verified', diagnosis: 'verified', simulated: true })
    expect(verdict.probes.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'right-id: assumed',
      'no-id: denied',
      'random-id: denied',
      ...Array.from({ length: 10 }, () => 'near-miss: denied'),
      'other-account: denied',
      'other-role: denied',
      'right-id-again: assumed',
    ])
    expect(verdict.untested).toEqual([{ kind: 'other-external-ids' }])
    expect(verdict.checks).toMatchObject([{ call: 's3-head-bucket', resource: 'acme-uploads', outcome: 'passed' }])
  },
)

test('waits for an absent role and for one with another external ID with one call each', async () => {
  const { signIn, connect, verdictOf, endpoint, stop } = await assembled(dataFolder())
  onTestFinished(stop)
  const token = await signIn()
  const connection = await connect(token)
  await createRole(endpoint, connection, 'another-external-id')
  const absent = await connect(token, { accountId: '777788889999', externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' })
  for (const { id } of [connection, absent]) {
    const verdict = await verdictOf(token, id)
    expect(verdict).toMatchObject({ kind: 'waiting', diagnosis: 'propagating' })
    expect(verdict.probes).toMatchObject([{ name: 'right-id', outcome: 'denied', code: 'AccessDenied' }])
  }
})

test('real credentials and endpoints in the environment are removed', async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIAREAL',
    AWS_SECRET_ACCESS_KEY: 'real',
    AWS_PROFILE: 'real',
    AWS_ENDPOINT_URL_STS: 'https://sts.us-east-1.amazonaws.com',
    AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/Real',
  })
  const { send, endpoint, stop } = await assembled(dataFolder())
  onTestFinished(stop)
  expect(
    Object.keys(process.env)
      .filter((name) => name.startsWith('AWS_'))
      .sort(),
  ).toEqual([
    'AWS_CONFIG_FILE',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_ENDPOINT_URL',
    'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED',
    'AWS_SHARED_CREDENTIALS_FILE',
  ])
  expect(process.env['AWS_ENDPOINT_URL']).toBe(endpoint)
  const response = await send('GET', '/readyz')
  expect(await response.json()).toEqual({ status: 'ready', partitions: ['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'] })
})

test('does not start if the config lacks the account of a partition with connections, and names it', async () => {
  const folder = dataFolder()
  const { signIn, connect, stop } = await assembled(folder)
  await connect(await signIn(), { region: 'us-gov-west-1' })
  await stop()
  const { 'aws-us-gov': _, ...accounts } = vendor.accounts
  await expect(assembled(folder, { config: { ...vendor, accounts } })).rejects.toThrow('The registry has connections in aws-us-gov')
  const again = await assembled(folder)
  await again.stop()
})

test('keeps connections, sessions and simulated roles across a restart', async () => {
  const folder = dataFolder()
  const before = await assembled(folder)
  const token = await before.signIn()
  const connection = await before.connect(token)
  await createRole(before.endpoint, connection)
  await before.stop()
  const after = await assembled(folder)
  onTestFinished(after.stop)
  expect(await (await after.send('GET', '/api/connections', token)).json()).toMatchObject({ connections: [connection] })
  expect((await after.verdictOf(token, connection.id)).kind).toBe('verified')
})

test('serves template URLs, and the simulated S3 has the templates, also under its own origin', async () => {
  const { app, send, endpoint, stop } = await assembled(dataFolder())
  onTestFinished(stop)
  const served = ServedVendor.parse(await (await send('GET', '/vendor.json')).json())
  expect(served.simulated).toBe(true)
  for (const url of Object.values(served.templates)) {
    const { hostname, pathname } = new URL(url ?? '')
    const path = `/${hostname.split('.')[0]}${pathname}`
    const direct = await (await fetch(`${endpoint}${path}`)).text()
    expect(direct).toContain('AWS::IAM::Role')
    expect(await (await app.request(`/simulated-aws${path}`)).text()).toBe(direct)
  }
})

test('stores credentials readable only by their owner, and none in the registry', async () => {
  const folder = dataFolder()
  const { signIn, connect, verdictOf, endpoint, stop } = await assembled(folder)
  const token = await signIn()
  const connection = await connect(token)
  await createRole(endpoint, connection)
  await verdictOf(token, connection.id)
  await stop()
  const kept = ['registry.db', 'registry.db-wal'].map((name) => join(folder, name)).filter((path) => existsSync(path))
  const text = kept.map((path) => readFileSync(path, 'latin1')).join('')
  expect(text).toContain(connection.externalId)
  expect(text).not.toMatch(/ASIA[A-Z0-9]{16}|AKIA|SecretAccessKey|SessionToken/)
  expect(text).not.toContain(token)
})

test('opens the data folder only to its owner', async () => {
  const folder = join(dataFolder(), 'made-here')
  const { stop } = await assembled(folder)
  await stop()
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('without an origin, accepts launch tokens only for localhost and 127.0.0.1 on its own port, whatever the Host header says', async () => {
  const secret = 'a secret of the vendor with 32 characters'
  const reading = readEnvironment({ PORT: '0', ROLEBRIDGE_DATA: dataFolder(), ROLEBRIDGE_LAUNCH_SECRET: secret })
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  const { app, stop } = await assembleApp({ settings: reading.settings, vendor, log: silent, pages: null, port: () => 5123 })
  onTestFinished(stop)
  const open = async (aud: string) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { sub: 'acme', name: 'Acme Inc.', aud, iat: now, exp: now + 300, jti: aud }
    const launchToken = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
    const headers = { Host: 'connect.example.com' }
    return (
      await app.request('http://connect.example.com/api/sessions', { method: 'POST', headers, body: JSON.stringify({ launchToken }) })
    ).status
  }
  expect(await Promise.all(['http://localhost:5123', 'http://127.0.0.1:5123/'].map(open))).toEqual([201, 201])
  const others = ['http://connect.example.com', 'https://localhost:5123', 'http://localhost:4173', 'http://localhost']
  expect(await Promise.all(others.map(open))).toEqual([401, 401, 401, 401])
})
