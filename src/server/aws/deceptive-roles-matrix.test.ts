import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import Database from 'libsql'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import type { PolicyStatement } from '#core/policy/document.ts'
import { policyText } from '#core/policy/document.ts'
import { assembled, dataFolder, iam } from '#server/assembled-app.test-data.ts'
import type { Environment } from '#server/config/environment.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { keepEnvironment } from './aws-environment.test-data.ts'
import { allowing, deceptiveRoles, likeAll, open } from './deceptive-roles.test-data.ts'

const vendorAccount = { accountId: AccountId.parse('111122223333'), region: Region.parse('us-east-1') }
const day = 24 * 60 * 60 * 1000

let count = 0

/** An external ID of the kind that one vendor gives all its tenants. */
function nextId(): string {
  count += 1
  return `acme-k7Qm2vK9dRt4XwB${String(count).padStart(3, '0')}-prod`
}

const trustPolicy = (statements: readonly PolicyStatement[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })

const noWait: Environment = { ROLEBRIDGE_PATIENCE_MS: '0' }

/** The whole server over the simulator, with customers who set up roles. */
async function world(environment: Environment, folder: string) {
  const app = await assembled(folder, { environment: { ...noWait, ...environment } })
  let accounts = 0

  async function tenant(change: Readonly<Record<string, unknown>> = {}) {
    accounts += 1
    const token = await app.signIn()
    const accountId = `5555666677${String(accounts).padStart(2, '0')}`
    const connection = await app.connect(token, { accountId, externalId: nextId(), ...change })
    return {
      token,
      connection,
      verdict: () => app.verdictOf(token, connection.id),
      receipt: () => app.send('GET', `/api/connections/${connection.id}/receipt`, token),
    }
  }

  async function setUp(connection: Connection, statements: readonly PolicyStatement[], path = '/') {
    const { roleName: RoleName, policyName: PolicyName, permissionsPolicy } = rolePlan(connection, vendor)
    await iam(app.endpoint, connection, { Action: 'CreateRole', RoleName, Path: path, AssumeRolePolicyDocument: trustPolicy(statements) })
    await iam(app.endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: policyText(permissionsPolicy) })
  }

  async function change({ accountId, region, roleArn }: Connection, statements: readonly PolicyStatement[]) {
    const RoleName = roleArn.split('/').at(-1) ?? ''
    await iam(app.endpoint, { accountId, region }, { Action: 'UpdateAssumeRolePolicy', RoleName, PolicyDocument: trustPolicy(statements) })
  }

  async function remove(connection: Connection) {
    const { roleName: RoleName, policyName: PolicyName } = rolePlan(connection, vendor)
    await iam(app.endpoint, connection, { Action: 'DeleteRolePolicy', RoleName, PolicyName })
    await iam(app.endpoint, connection, { Action: 'DeleteRole', RoleName })
  }

  /** In the registry behind the back of the server. */
  function registry(sql: string, ...values: readonly string[]): void {
    const database = new Database(join(folder, 'registry.db'))
    database.prepare(sql).run(...values)
    database.close()
  }

  /** Moves the last verdict of a connection into the past. */
  function age({ id }: Connection, ms: number): void {
    const at = new Date(Date.now() - ms).toISOString()
    registry(
      `update verdicts set verdict = json_set(verdict, '$.checkedAt', ?), remembered = json_set(remembered, '$.checkedAt', ?) where connection_id = ?`,
      at,
      at,
      id,
    )
  }

  return { ...app, folder, tenant, setUp, change, remove, registry, age }
}

async function ready(environment: Environment = {}) {
  const found = await world(environment, dataFolder())
  onTestFinished(found.stop)
  return found
}

/** A role that is verified, and its connection. */
async function verified(found: Awaited<ReturnType<typeof ready>>) {
  const tenant = await found.tenant()
  await found.setUp(tenant.connection, allowing(tenant.connection.externalId))
  expect((await tenant.verdict()).kind).toBe('verified')
  return tenant
}

/** Between the SDK and the simulator: sees each AssumeRole call before it is answered, and can withhold why a call is denied. */
async function between(endpoint: string, before: (parameters: URLSearchParams) => Promise<unknown>, withholdsReason: boolean) {
  const { url: urlBetween } = await localServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString()
    if (request.headers.authorization?.includes('/sts/')) await before(new URLSearchParams(body))
    const { authorization = '', 'x-amz-security-token': token = '' } = request.headers
    const headers = { authorization, 'x-amz-security-token': String(token), 'content-type': 'application/x-www-form-urlencoded' }
    const { method = 'GET', url = '/' } = request
    const answer = await fetch(`${endpoint}${url}`, { method, headers, ...(method === 'POST' ? { body } : {}) })
    const text = await answer.text()
    response.writeHead(answer.status, { 'content-type': 'text/xml', 'x-amz-request-id': answer.headers.get('x-amz-request-id') ?? 'r' })
    response.end(withholdsReason ? text.replace(/ (because no|with an explicit deny in) [^<]*/, '') : text)
  })
  // The SDK reads it when it makes the first call.
  process.env['AWS_ENDPOINT_URL'] = urlBetween
}

keepEnvironment()

const sharedFolder = mkdtempSync(join(tmpdir(), 'rolebridge-'))
let shared: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  shared = await world({}, sharedFolder)
})

afterAll(async () => {
  await shared.stop()
  rmSync(sharedFolder, { recursive: true })
})

test.for(deceptiveRoles)('judges a role right whose trust policy has $name', async ({ statements, expected }) => {
  const { tenant, setUp } = shared
  const { connection, verdict, receipt } = await tenant()
  await setUp(connection, statements(connection.externalId))
  const found = await verdict()
  expect([found.kind, found.diagnosis]).toEqual(expected)
  expect(found.untested).toEqual([{ kind: 'other-external-ids' }])
  expect((await receipt()).status).toBe(found.kind === 'verified' ? 200 : 409)
})

test('a pattern that fits every tenant leaves the second tenant unverified and the first one unsafe', async () => {
  const { tenant, setUp } = await ready()
  const one = await tenant()
  await setUp(one.connection, likeAll)
  expect(await one.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'similar-external-id-accepted' })
  const two = await tenant({ accountId: one.connection.accountId })
  expect(two.connection.roleArn).toBe(one.connection.roleArn)
  expect(await two.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'similar-external-id-accepted' })
})

test("a role that lists two tenants' IDs is unsafe for both, and neither gets a receipt", async () => {
  const { tenant, setUp, age } = await ready()
  const one = await tenant()
  const two = await tenant({ accountId: one.connection.accountId })
  await setUp(one.connection, allowing(one.connection.externalId, two.connection.externalId))
  await one.verdict()
  expect(await two.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  age(one.connection, 10_000)
  expect(await one.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  expect([(await one.receipt()).status, (await two.receipt()).status]).toEqual([409, 409])
})

test("finds at a tenant's check that a role now lists that tenant's ID", async () => {
  const found = await ready()
  const one = await verified(found)
  const two = await found.tenant({ accountId: one.connection.accountId })
  expect(await two.verdict()).toMatchObject({ kind: 'not-ready', diagnosis: 'not-assumable', probes: [] })
  await found.change(one.connection, allowing(one.connection.externalId, two.connection.externalId))
  found.age(two.connection, 60_000)
  expect(await two.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  expect(await one.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  expect((await one.receipt()).status).toBe(409)
})

test.for([
  ['opened', open, 'weakened'],
  ['given another ID', allowing('another-external-id'), 'access-lost'],
] as const)('a role that was %s after it was verified gets no receipt', async ([, statements, diagnosis]) => {
  const found = await ready()
  const { connection, verdict, receipt } = await verified(found)
  await found.change(connection, statements)
  found.age(connection, 6 * 60_000)
  expect((await receipt()).status).toBe(409)
  expect(await verdict()).toMatchObject({ kind: 'drifted', diagnosis })
})

test('finds a pattern added after verification within three routine checks, and gives no receipt from then on', async () => {
  const found = await ready()
  const { connection, verdict, receipt } = await verified(found)
  await found.change(connection, likeAll)
  const kinds: string[] = []
  for (const _ of Array(3).keys()) {
    found.age(connection, day)
    kinds.push((await verdict()).kind)
  }
  expect(kinds).toContain('drifted')
  expect((await receipt()).status).toBe(409)
})

test('verifies a role recreated with the same policy, and reports drift with another one', async () => {
  const found = await ready()
  const { connection, verdict } = await verified(found)
  await found.remove(connection)
  await found.setUp(connection, allowing(connection.externalId))
  found.age(connection, day)
  expect((await verdict()).kind).toBe('verified')
  await found.remove(connection)
  await found.setUp(connection, open)
  found.age(connection, day)
  expect(await verdict()).toMatchObject({ kind: 'drifted', diagnosis: 'weakened' })
})

test("a role of the same name in another path doesn't replace the verified one", async () => {
  const found = await ready()
  const { connection, verdict, receipt } = await verified(found)
  await found.remove(connection)
  await found.setUp(connection, allowing(connection.externalId), '/elsewhere/')
  found.age(connection, day)
  expect((await receipt()).status).toBe(409)
  expect(await verdict()).toMatchObject({ kind: 'drifted', diagnosis: 'access-lost' })
})

test.for([
  ['a role that was opened since', open, 409],
  ['a role that is secure', null, 200],
] as const)('a verdict of 90 days ago is not signed today for %s', async ([, statements, status]) => {
  const found = await ready()
  const { connection, receipt } = await verified(found)
  if (statements !== null) await found.change(connection, statements)
  found.age(connection, 90 * day)
  const response = await receipt()
  expect(response.status).toBe(status)
  const checkedAt = status === 200 ? Number(decodeJwt(await response.text()).exp) * 1000 - day : Date.now()
  expect(Math.abs(Date.now() - checkedAt)).toBeLessThan(day / 2)
})

test('neither serves nor signs a verdict from the future', async () => {
  const found = await ready()
  const { connection, verdict, receipt } = await verified(found)
  await found.change(connection, open)
  found.age(connection, -90 * day)
  expect((await receipt()).status).toBe(409)
  expect(await verdict()).toMatchObject({ kind: 'drifted', diagnosis: 'weakened' })
})

test.for([
  ['has an unknown diagnosis', `json_set(verdict, '$.diagnosis', 'from-the-future')`],
  ['has an unknown kind', `json_set(verdict, '$.kind', 'from-the-future')`],
  ['is no verdict', `'{}'`],
  ['is no JSON', `'x'`],
])('ignores a stored verdict that %s', async ([, value]) => {
  const found = await ready()
  const { connection, verdict, receipt, token } = await verified(found)
  await found.change(connection, open)
  found.registry(`update verdicts set verdict = ${value} where connection_id = ?`, connection.id)
  expect((await receipt()).status).toBe(409)
  expect((await found.send('GET', '/api/connections', token)).status).toBe(200)
  expect(['unsafe', 'drifted']).toContain((await verdict()).kind)
})

test('a config that requires more permissions ends earlier verdicts', async () => {
  const found = await world({}, dataFolder())
  const { connection, token } = await verified(found)
  await found.stop()
  const permissionSets = vendor.permissionSets.map((set) => (set.id === 'writeResults' ? { ...set, required: true } : set))
  const after = await assembled(found.folder, { config: Vendor.parse({ ...vendor, permissionSets }), environment: noWait })
  onTestFinished(after.stop)
  expect((await after.send('GET', `/api/connections/${connection.id}/receipt`, token)).status).toBe(409)
  expect(await after.verdictOf(token, connection.id)).toMatchObject({ kind: 'partial', diagnosis: 'update-required' })
})

const everyRole = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/PixelworksAccess' }
const ownDeny = (condition: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [everyRole, { ...everyRole, Effect: 'Deny', Condition: condition }],
  })

async function limitApplication(endpoint: string, policy: string) {
  const names = { RoleName: 'PixelworksApplication', PolicyName: 'AssumeCustomerRoles' }
  await iam(endpoint, vendorAccount, { Action: 'PutRolePolicy', ...names, PolicyDocument: policy })
}

const canaryArn = 'arn:aws:iam::111122223333:role/PixelworksAccess'

async function createCanary(endpoint: string) {
  const trust = trustPolicy([{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' }])
  await iam(endpoint, vendorAccount, { Action: 'CreateRole', RoleName: 'PixelworksAccess', AssumeRolePolicyDocument: trust })
}

const withoutId = { Null: { 'sts:ExternalId': 'true' } }
const unlessOwn = (id: string) => ({ StringNotEquals: { 'sts:ExternalId': id } })

test('reports our own policy that blocks the test if AWS names it', async () => {
  const { tenant, setUp, endpoint } = await ready()
  const one = await tenant()
  await setUp(one.connection, open)
  await limitApplication(endpoint, ownDeny(unlessOwn(one.connection.externalId)))
  expect(await one.verdict()).toMatchObject({ kind: 'vendor-fault', diagnosis: 'verifier-blind' })
})

test("finds our own policy with the canary if AWS doesn't name it", async () => {
  const { tenant, setUp, endpoint } = await ready({ ROLEBRIDGE_CANARY_ROLE_ARN: canaryArn })
  const one = await tenant()
  await between(endpoint, async () => {}, true)
  await setUp(one.connection, open)
  await createCanary(endpoint)
  await limitApplication(endpoint, ownDeny(unlessOwn(one.connection.externalId)))
  expect(await one.verdict()).toMatchObject({ kind: 'vendor-fault', diagnosis: 'verifier-blind' })
})

test('verifies a secure role with a working canary', async () => {
  const found = await ready({ ROLEBRIDGE_CANARY_ROLE_ARN: canaryArn })
  await createCanary(found.endpoint)
  await verified(found)
})

test('reports an open role as unsafe without a canary even if our policy blocks calls without an ID', async () => {
  const { tenant, setUp, endpoint } = await ready()
  const one = await tenant()
  await between(endpoint, async () => {}, true)
  await setUp(one.connection, open)
  await limitApplication(endpoint, ownDeny(withoutId))
  expect(await one.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'any-external-id-accepted' })
})

/** Does something once, when the role is called for the given time. */
function atCall(roleArn: string, number: number, act: () => Promise<unknown>) {
  let calls = 0
  return async (parameters: URLSearchParams) => {
    if (parameters.get('RoleArn') !== roleArn) return
    calls += 1
    if (calls === number) await act()
  }
}

type Ready = Awaited<ReturnType<typeof ready>>

/** A secure role that changes at the given AssumeRole call of a check, of which there are 16: the right ID comes first and last. */
async function changedAtCall(number: number, act: (found: Ready, connection: Connection) => Promise<unknown>) {
  const found = await ready()
  const tenant = await found.tenant()
  const { connection } = tenant
  await found.setUp(connection, allowing(connection.externalId))
  await between(
    found.endpoint,
    atCall(connection.roleArn, number, () => act(found, connection)),
    false,
  )
  return { ...found, ...tenant }
}

test('does not verify a role that is closed during the check', async () => {
  const { verdict } = await changedAtCall(16, ({ remove }, connection) => remove(connection))
  expect(await verdict()).toMatchObject({ kind: 'inconclusive', diagnosis: 'changed-during-check' })
})

test('does not verify a role that is opened during the check', async () => {
  const { verdict } = await changedAtCall(2, ({ change }, connection) => change(connection, open))
  expect((await verdict()).kind).toBe('unsafe')
})

test('the next check finds a role opened after the last probe, and there is no receipt', async () => {
  const { verdict, receipt, age, connection } = await changedAtCall(16, ({ change }, connection) => change(connection, open))
  expect(await verdict()).toMatchObject({ kind: 'verified', nextCheckInMs: 3 * 60_000 })
  age(connection, 3 * 60_000)
  expect((await receipt()).status).toBe(409)
  expect(await verdict()).toMatchObject({ kind: 'drifted', diagnosis: 'weakened' })
})
