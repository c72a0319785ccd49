import { SignJWT } from 'jose'
import { expect, test, vi } from 'vitest'
import { accentProperties } from '#core/connection/accent.ts'
import { Connection } from '#core/connection/connection.ts'
import { Problem, ProblemCode } from '#core/connection/problem.ts'
import { Session } from '#core/connection/session.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { EmbedOrigin, ServedVendor } from '#core/connection/vendor-fields.ts'
import { userArn, userVendor } from '#core/fixtures.test-data.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'
import { pendingMaximum } from './operations/create-connection.ts'

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.type).toBe(`/docs/problems#${problem.code}`)
  return problem
}

const refusing = async () => ({ kind: 'refused', retryAfterSeconds: 7 }) as const

test('the vendor config says whether AWS is simulated and is not cached', async () => {
  const response = await appDouble().send('GET', '/vendor.json')
  expect(response.headers.get('Cache-Control')).toBe('no-cache')
  expect(ServedVendor.parse(await response.json())).toEqual({
    ...vendor,
    simulated: false,
    launch: 'optional',
    accentProperties: accentProperties(vendor.accentColor),
  })
})

test('opens each session for a new anonymous tenant', async () => {
  const { send } = appDouble()
  const first = await send('POST', '/api/sessions', { body: {} })
  expect(first.status).toBe(201)
  expect(first.headers.get('Cache-Control')).toBe('no-store')
  expect(first.headers.get('Set-Cookie')).toBeNull()
  const one = Session.parse(await first.json())
  const other = Session.parse(await (await send('POST', '/api/sessions')).json())
  expect(Date.parse(one.expiresAt)).toBeGreaterThan(Date.parse('2026-11-22T08:00:00.000Z'))
  expect(other.token).not.toBe(one.token)
})

test('expires a session', async () => {
  const { send, signIn, clock } = appDouble()
  const token = await signIn()
  expect((await send('GET', '/api/connections', { token })).status).toBe(200)
  clock.ms += 8 * 24 * 3600 * 1000
  expect((await send('GET', '/api/connections', { token })).status).toBe(401)
})

test("rejects no launch token while the keys can't be fetched", async () => {
  const { send } = appDouble({ launch: { kind: 'jwks', url: new URL('http://127.0.0.1:9/keys') } })
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const token = await new SignJWT({ sub: 'acme' }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
  const response = await send('POST', '/api/sessions', { body: { launchToken: token } })
  expect(response.status).toBe(503)
  expect((await problemOf(response)).code).toBe('not-ready')
})

test('creates a connection once and shows it to its tenant', async () => {
  const { send, signIn } = appDouble()
  const token = await signIn()
  const response = await send('POST', '/api/connections', { token, body: { ...asked, accountId: ' 4444-5555-6666 ' } })
  expect(response.status).toBe(201)
  const connection = Connection.parse(await response.json())
  expect(connection).toEqual({
    ...asked,
    id: connection.id,
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    createdAt: '2026-11-22T08:00:00.000Z',
  })
  const again = await send('POST', '/api/connections', { token, body: { ...asked, region: 'eu-west-1' } })
  expect(again.status).toBe(200)
  expect(await again.json()).toEqual({ ...connection, region: 'eu-west-1' })
  expect(await (await send('GET', `/api/connections/${connection.id}`, { token })).json()).toEqual({ ...connection, region: 'eu-west-1' })
  expect(await (await send('GET', '/api/connections', { token })).json()).toEqual({
    connections: [{ ...connection, region: 'eu-west-1' }],
    lastChecks: [],
    lastLooks: [],
  })
})

test('rejects a taken external ID with the same problem for every owner', async () => {
  const { send, signIn, connect } = appDouble()
  const [one, other] = [await signIn(), await signIn()]
  await connect(one)
  const theirs = await send('POST', '/api/connections', { token: other, body: asked })
  const own = await send('POST', '/api/connections', { token: one, body: { ...asked, accountId: '777788889999' } })
  expect(theirs.status).toBe(409)
  const problem = await problemOf(theirs)
  expect(problem.code).toBe('external-id-taken')
  expect(await problemOf(own)).toEqual(problem)
})

test('names every fault of a request with its field, code and message', async () => {
  const { send, signIn } = appDouble()
  const token = await signIn()
  const response = await send('POST', '/api/connections', {
    token,
    body: { accountId: '123', region: 'us-iso-east-1', externalId: 'x', permissions: { readSourceImages: { sourceBuckets: ['A'] } } },
  })
  expect(response.status).toBe(422)
  const { code, issues } = await problemOf(response)
  expect(code).toBe('invalid')
  expect(issues?.map((issue) => `${issue.path.join('.')}: ${issue.code}`)).toMatchInlineSnapshot(`
    [
      "accountId: account-id-length",
      "region: region-isolated",
      "externalId: external-id-too-short",
      "permissions.readSourceImages.sourceBuckets: parameter-s3-bucket",
    ]
  `)
  for (const issue of issues ?? []) expect(issue.message).toMatch(/^[A-Z].{10,}/)
})

test.each([
  ['a list', [], ['']],
  ['nothing', 'null', ['']],
  ['numbers', { accountId: 444455556666, region: 1, externalId: 2 }, ['accountId', 'region', 'externalId']],
  ['permissions of another form', { ...asked, permissions: { readSourceImages: ['acme-uploads'] } }, ['permissions.readSourceImages']],
  ['no permissions', { ...asked, permissions: undefined }, ['permissions.readSourceImages.sourceBuckets']],
])('rejects a request with %s and names the field', async (_, body, paths) => {
  const { send, signIn } = appDouble()
  const response = await send('POST', '/api/connections', { token: await signIn(), body })
  expect(response.status).toBe(422)
  expect((await problemOf(response)).issues?.map((issue) => issue.path.join('.'))).toEqual(paths)
})

test('adds random characters to the customer’s prefix', async () => {
  const suffixing = { ...vendor, externalId: { mode: 'chosen-with-suffix', minimumLength: 16 } } as const
  const { send, signIn, connect } = appDouble({ vendor: suffixing })
  const token = await signIn()
  const connection = await connect(token, { externalId: ' acme ' })
  expect(connection.externalId).toMatch(/^acme-[2-9A-HJ-NP-Za-km-z]{24}$/)
  expect(await connect(token, { externalId: 'acme' })).toEqual(connection)
  expect(await connect(token, { externalId: connection.externalId })).toEqual(connection)
  expect((await connect(token, { externalId: 'acme', accountId: '777788889999' })).externalId).not.toBe(connection.externalId)
  expect((await connect(await signIn(), { externalId: 'acme' })).externalId).not.toBe(connection.externalId)
  for (const externalId of ['', 'two words', 'x'.repeat(1300)]) {
    const response = await send('POST', '/api/connections', { token, body: { ...asked, externalId } })
    expect((await problemOf(response)).issues?.map((issue) => issue.path)).toEqual([['externalId']])
  }
})

test.each(['chosen-with-suffix', 'issued'] as const)('equal requests at the same time create one connection (%s)', async (mode) => {
  const { send, signIn, connect } = appDouble({ vendor: { ...vendor, externalId: { mode, minimumLength: 16 } } })
  const token = await signIn()
  const change = { externalId: mode === 'issued' ? undefined : 'acme' }
  const made = await Promise.all([connect(token, change), connect(token, change), connect(token, change)])
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  expect((await (await send('GET', '/api/connections', { token })).json()).connections).toHaveLength(1)
})

test('issues one external ID per account and allows no other', async () => {
  const issuing = { ...vendor, externalId: { mode: 'issued', minimumLength: 16 } } as const
  const { send, signIn, connect } = appDouble({ vendor: issuing })
  const token = await signIn()
  const connection = await connect(token, { externalId: undefined })
  expect(connection.externalId).toHaveLength(24)
  expect(await connect(token, { externalId: undefined })).toEqual(connection)
  const response = await send('POST', '/api/connections', { token, body: asked })
  expect(response.status).toBe(422)
  expect((await problemOf(response)).code).toBe('external-id-issued-by-server')
})

test('limits the connections of a tenant that were never verified', async () => {
  const { send, signIn } = appDouble()
  const token = await signIn()
  for (const start of [0, pendingMaximum / 2]) {
    const accounts = Array.from({ length: pendingMaximum / 2 }, (_, index) => ({
      accountId: String(500_000_000_000 + start + index),
      region: asked.region,
    }))
    await send('POST', '/api/connections/batch', { token, body: { accounts, permissions: asked.permissions } })
  }
  const response = await send('POST', '/api/connections', { token, body: asked })
  expect(response.status).toBe(409)
  expect((await problemOf(response)).code).toBe('connection-limit')
})

test("changes the permissions of a connection within the vendor's sets", async () => {
  const { send, signIn, connect } = appDouble()
  const token = await signIn()
  const { id } = await connect(token)
  const permissions = { readSourceImages: { sourceBuckets: ['acme-more'] }, writeResults: { resultBucket: 'acme-results' } }
  const changed = await send('PUT', `/api/connections/${id}/permissions`, { token, body: { permissions } })
  expect(changed.status).toBe(200)
  expect(await changed.json()).toMatchObject({ id, permissions })
  const refused = await send('PUT', `/api/connections/${id}/permissions`, { token, body: { permissions: { other: {} } } })
  expect((await problemOf(refused)).issues?.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['permissions.other', 'permission-set-unknown'],
    ['permissions.readSourceImages.sourceBuckets', 'parameter-empty'],
  ])
  const absent = await send('PUT', '/api/connections/absent/permissions', { token, body: { permissions } })
  expect((await problemOf(absent)).code).toBe('not-found')
})

test('renames a connection, removes its name, and rejects one that is no name', async () => {
  const { send, signIn, connect } = appDouble()
  const token = await signIn()
  const { id } = await connect(token)
  const rename = (name: unknown) => send('PUT', `/api/connections/${id}/name`, { token, body: { name } })
  expect(await (await rename('Acme production')).json()).toMatchObject({ id, name: 'Acme production' })
  expect(await (await send('GET', `/api/connections/${id}`, { token })).json()).toMatchObject({ name: 'Acme production' })
  for (const name of ['a\nb', 'x'.repeat(129), 7]) expect((await rename(name)).status).toBe(422)
  expect(await (await rename('')).json()).not.toHaveProperty('name')
})

test("does not find another tenant's connection, like an absent one", async () => {
  const { send, signIn, connect, sts } = appDouble()
  const [one, other] = [await signIn(), await signIn()]
  const { id } = await connect(one)
  const routes = [
    ['GET', ''],
    ['PUT', '/permissions'],
    ['PUT', '/name'],
    ['POST', '/verify'],
  ] as const
  for (const [method, rest] of routes) {
    const body = method === 'PUT' ? { permissions: asked.permissions, name: 'Theirs' } : undefined
    const theirs = await send(method, `/api/connections/${id}${rest}`, { token: other, body })
    const absent = await send(method, `/api/connections/absent${rest}`, { token: other, body })
    expect([theirs.status, absent.status]).toEqual([404, 404])
    expect(await theirs.json()).toEqual(await absent.json())
  }
  expect(sts.calls).toEqual([])
})

test('verifies with a verdict, and repeats it while it is fresh', async () => {
  const { send, signIn, connect, roles, clock, sts } = appDouble()
  const token = await signIn()
  const { id, roleArn, externalId } = await connect(token)
  const verdictOf = async (body?: unknown) =>
    Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, { token, body })).json())
  const waiting = await verdictOf()
  expect(waiting).toMatchObject({ kind: 'waiting', diagnosis: 'propagating' })
  const made = sts.calls.length
  roles.set(roleArn, externalId)
  clock.ms += waiting.nextCheckInMs - 1
  expect(await verdictOf()).toEqual(waiting)
  expect(sts.calls).toHaveLength(made)
  clock.ms += 1
  const verified = await verdictOf({})
  expect(verified).toMatchObject({ kind: 'verified', diagnosis: 'verified' })
  clock.ms += 999
  expect(await verdictOf({ now: true })).toEqual(verified)
  clock.ms += 1
  expect(await verdictOf({ now: false })).toEqual(verified)
  expect(await verdictOf({ now: true })).not.toEqual(verified)
})

test('checks again immediately after a change of permissions', async () => {
  const { send, signIn, connect, roles } = appDouble()
  const token = await signIn()
  const { id, roleArn, externalId } = await connect(token)
  roles.set(roleArn, externalId)
  const checks = async () => Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, { token })).json()).checks.length
  expect(await checks()).toBe(1)
  const body = { permissions: { ...asked.permissions, writeResults: { resultBucket: 'acme-results' } } }
  await send('PUT', `/api/connections/${id}/permissions`, { token, body })
  expect(await checks()).toBe(2)
})

test('gives a concurrent request the verdict of the check in flight', async () => {
  const sts = stsDouble({ roles: new Map(), isHeld: true })
  const { send, signIn, connect } = appDouble({ sts })
  const token = await signIn()
  const { id } = await connect(token)
  const asks = Array.from({ length: 5 }, () => send('POST', `/api/connections/${id}/verify`, { token, body: { now: true } }))
  await vi.waitFor(() => expect(sts.calls).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(sts.calls).toHaveLength(1)
  sts.release()
  const verdicts = await Promise.all((await Promise.all(asks)).map((response) => response.json()))
  expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(1)
  expect(sts.calls.filter((call) => call === 'callerIdentity')).toHaveLength(1)
})

test('gives no verdict of an earlier request after a change', async () => {
  const roles = new Map<string, string | null>()
  const sts = stsDouble({ roles, isHeld: true })
  const { send, signIn, connect } = appDouble({ sts })
  const token = await signIn()
  const { id, roleArn, externalId } = await connect(token)
  roles.set(roleArn, externalId)
  const before = send('POST', `/api/connections/${id}/verify`, { token })
  await vi.waitFor(() => expect(sts.calls).toHaveLength(1))
  const body = { permissions: { ...asked.permissions, writeResults: { resultBucket: 'acme-results' } } }
  await send('PUT', `/api/connections/${id}/permissions`, { token, body })
  const after = send('POST', `/api/connections/${id}/verify`, { token })
  await new Promise((resolve) => setTimeout(resolve, 20))
  sts.release()
  const checksOf = async (response: Promise<Response>) => Verdict.parse(await (await response).json()).checks.length
  expect([await checksOf(before), await checksOf(after)]).toEqual([1, 2])
  expect((await send('GET', `/api/connections/${id}/receipt`, { token })).status).toBe(200)
})

test('remembers a verified role after an inconclusive verdict', async () => {
  const { send, signIn, connect, roles, clock, registry } = appDouble()
  const token = await signIn()
  const { id, roleArn, externalId } = await connect(token)
  const verdictOf = async () => Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, { token })).json())
  roles.set(roleArn, externalId)
  const verified = await verdictOf()
  const last = await registry.lastVerdict(id)
  expect(last).toMatchObject({ verdict: verified, remembered: verified })
  roles.delete(roleArn)
  clock.ms += verified.nextCheckInMs
  const drifted = await verdictOf()
  expect(drifted).toMatchObject({ kind: 'drifted', diagnosis: 'access-lost' })
  expect(drifted.history).toEqual({
    firstCheckAt: verified.history?.firstCheckAt,
    firstLookAt: verified.history?.firstCheckAt,
    since: drifted.checkedAt,
    before: { diagnosis: 'verified', lastSeenAt: verified.checkedAt },
  })
})

test.each(['', 'Bearer', 'Bearer x', 'Basic eDp5', 'Bearer a.b.c', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'])(
  'without a token of ours (%j) every route of a tenant says so',
  async (authorization) => {
    const { app } = appDouble()
    for (const [method, path] of [
      ['GET', '/api/connections'],
      ['POST', '/api/connections'],
      ['GET', '/api/connections/x'],
      ['PUT', '/api/connections/x/permissions'],
      ['PUT', '/api/connections/x/name'],
      ['POST', '/api/connections/x/verify'],
    ] as const) {
      const response = await app.request(path, { method, headers: { Authorization: authorization } })
      expect(response.status).toBe(401)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="rolebridge"')
      expect((await problemOf(response)).code).toBe('unauthenticated')
    }
  },
)

test('rejects a body that is not JSON or is too large', async () => {
  const { send, signIn } = appDouble()
  const token = await signIn()
  const broken = await send('POST', '/api/connections', { token, body: '{"accountId":' })
  expect([broken.status, (await problemOf(broken)).code]).toEqual([400, 'malformed-json'])
  const large = await send('POST', '/api/connections', { token, body: `"${'x'.repeat(65 * 1024)}"` })
  expect([large.status, (await problemOf(large)).code]).toEqual([413, 'body-too-large'])
})

test('answers unknown paths with 404 and wrong methods with the allowed ones', async () => {
  const { send } = appDouble()
  for (const path of ['/api', '/api/nothing', '/api/connections/x/y/z', '/nothing']) {
    const response = await send('GET', path)
    expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not-found'])
  }
  for (const [method, path, allow] of [
    ['GET', '/api/sessions', 'POST'],
    ['DELETE', '/api/connections', 'GET, HEAD, POST'],
    ['PATCH', '/api/connections/x', 'DELETE, GET, HEAD'],
    ['GET', '/api/connections/batch', 'POST'],
    ['POST', '/api/connections/x/permissions', 'PUT'],
    ['GET', '/api/connections/x/verify', 'POST'],
    ['POST', '/vendor.json', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/readyz', 'GET, HEAD'],
  ] as const) {
    const response = await send(method, path)
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allow])
    expect((await problemOf(response)).code).toBe('method-not-allowed')
  }
})

test.each(['sessionsPerAddress', 'claimsPerTenant', 'accountsPerAddress', 'verificationsPerTenant'] as const)(
  'refuses a request over the limit %s with the time to wait, and without a call to AWS',
  async (name) => {
    const { send, signIn, connect, sts } = appDouble()
    const limited = appDouble({ limits: { [name]: refusing } })
    const token = await signIn()
    await connect(token)
    const claim = () => limited.send('POST', '/api/connections', { token, body: asked })
    const claimList = () =>
      limited.send('POST', '/api/connections/batch', { token, body: { accounts: [asked], permissions: asked.permissions } })
    const change = () => limited.send('PUT', '/api/connections/x/permissions', { token, body: { permissions: asked.permissions } })
    const asks = {
      sessionsPerAddress: [() => limited.send('POST', '/api/sessions')],
      claimsPerTenant: [claim, claimList, change],
      accountsPerAddress: [claim, claimList],
      verificationsPerTenant: [() => limited.send('POST', '/api/connections/x/verify', { token })],
    }
    for (const ask of asks[name]) {
      const response = await ask()
      expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
      expect((await problemOf(response)).code).toBe('rate-limited')
    }
    expect([...sts.calls, ...limited.sts.calls]).toEqual([])
    expect((await send('GET', '/healthz')).status).toBe(200)
  },
)

const inOnePartition = { ...vendor, regions: vendor.regions.slice(0, 3) }

test('is alive whatever AWS says, and ready as the application role in each partition', async () => {
  const { send } = appDouble({ vendor: inOnePartition })
  expect(await (await send('GET', '/healthz')).json()).toEqual({ status: 'alive' })
  const response = await send('GET', '/readyz')
  expect([response.status, await response.json()]).toEqual([200, { status: 'ready', partitions: ['aws'] }])
})

test.each([
  ['arn:aws:sts::999999999999:assumed-role/PixelworksApplication/i-1', 'the credentials are not of the configured vendor account'],
  ['arn:aws:iam::111122223333:user/alice', 'the credentials are not those of a role'],
  ['arn:aws:iam::111122223333:root', 'the credentials are not those of a role'],
  ['arn:aws:sts::111122223333:assumed-role/Other/i-1', 'the credentials are not those of the application role'],
])('is not ready as %s', async (identityArn, fault) => {
  const { send } = appDouble({ vendor: inOnePartition, sts: stsDouble({ roles: new Map(), identityArn }) })
  const response = await send('GET', '/readyz')
  expect(response.status).toBe(503)
  expect(await problemOf(response)).toMatchObject({ code: 'not-ready', detail: `aws: ${fault}` })
})

test.each<[string, string | null]>([
  ['PixelworksApplication', null],
  ['OldApplication', null],
  ['Verifier', null],
  ['Other', 'the credentials are not those of an application role that the config names'],
])('a vendor with several roles is ready as any of them: %s', async (name, fault) => {
  const further = { additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }], verifierRole: { name: 'Verifier' } }
  const { additionalApplicationRoles, verifierRole } = Vendor.parse({ ...vendor, ...further })
  const several = { ...inOnePartition, additionalApplicationRoles, verifierRole }
  const identityArn = `arn:aws:sts::111122223333:assumed-role/${name}/i-1`
  const { send } = appDouble({ vendor: several, sts: stsDouble({ roles: new Map(), identityArn }) })
  const response = await send('GET', '/readyz')
  expect(response.status).toBe(fault === null ? 200 : 503)
  if (fault !== null) expect(await problemOf(response)).toMatchObject({ code: 'not-ready', detail: `aws: ${fault}` })
})

test.each<[string, string | null]>([
  [userArn, null],
  ['arn:aws:iam::111122223333:user/pix1-b-self1234', 'the credentials are not those of the configured IAM user'],
  ['arn:aws:iam::111122223333:user/service/another', 'the credentials are not those of the configured IAM user'],
  ['arn:aws:sts::111122223333:assumed-role/pix1-b-self1234/i-1', 'the credentials are not those of the configured IAM user'],
  ['arn:aws:iam::111122223333:root', 'the credentials are not those of the configured IAM user'],
  ['arn:aws:iam::999999999999:user/service/pix1-b-self1234', 'the credentials are not of the configured vendor account'],
])('a vendor that calls as an IAM user is ready as that user only: %s', async (identityArn, fault) => {
  const userInOnePartition = { ...userVendor, regions: inOnePartition.regions }
  const { send } = appDouble({ vendor: userInOnePartition, sts: stsDouble({ roles: new Map(), identityArn }) })
  const response = await send('GET', '/readyz')
  expect(response.status).toBe(fault === null ? 200 : 503)
  if (fault !== null) expect(await problemOf(response)).toMatchObject({ code: 'not-ready', detail: `aws: ${fault}` })
})

const refusedIdentity = { kind: 'refused', code: 'NetworkError', hint: null, requestId: '' } as const
const answeringLate = new Promise<never>(() => {})

test.each([
  ['does not respond', async () => refusedIdentity, 'AWS returned no identity (NetworkError)'],
  ['responds too late', () => answeringLate, 'AWS has not responded yet'],
])('stays ready while STS %s, and says so', async (_, callerIdentity, fault) => {
  const double = stsDouble({ roles: new Map() })
  const { send } = appDouble({ vendor: inOnePartition, sts: { ...double, sts: { ...double.sts, callerIdentity } } })
  const response = await send('GET', '/readyz')
  const impaired = [{ partition: 'aws', fault }]
  expect([response.status, await response.json()]).toEqual([200, { status: 'ready', partitions: ['aws'], impaired }])
})

test('is not ready when its registry does not respond, and starts no second check of it', async () => {
  let checks = 0
  const registry = libsqlRegistry(':memory:')
  const hanging = () => {
    checks += 1
    return answeringLate
  }
  const { send, clock } = appDouble({ vendor: inOnePartition, registry: { ...registry, fault: hanging } })
  const first = await send('GET', '/readyz')
  clock.ms += 60_000
  const second = await send('GET', '/readyz')
  expect([first.status, second.status, checks]).toEqual([503, 503, 1])
  expect((await problemOf(second)).detail).toBe('registry: does not respond within 2000 ms')
})

test('calls AWS for readiness once in ten seconds', async () => {
  const { send, sts, clock } = appDouble()
  await Promise.all(Array.from({ length: 20 }, () => send('GET', '/readyz')))
  const asked = sts.calls.length
  clock.ms += 9_999
  await send('GET', '/readyz')
  expect(sts.calls).toHaveLength(asked)
  clock.ms += 1
  await send('GET', '/readyz')
  expect(sts.calls).toHaveLength(asked * 2)
})

test('returns a request ID and no details when something breaks', async () => {
  const logged: unknown[] = []
  const log = { info: () => {}, warn: () => {}, error: (fields: unknown) => logged.push(fields) }
  const { send } = appDouble({
    log,
    broken: {
      readiness: () => {
        throw new Error('secret words of k7Qm2vK9dRt4XwB8nZc5Hs2P')
      },
    },
  })
  const response = await send('GET', '/readyz')
  const text = await response.clone().text()
  const requestId = response.headers.get('X-Request-Id')
  expect(await problemOf(response)).toMatchObject({ code: 'internal', detail: `Request ${requestId}` })
  expect(text).not.toContain('secret words')
  expect(JSON.stringify(logged)).not.toContain('secret words')
  expect(logged).toEqual([expect.objectContaining({ requestId, name: 'Error' })])
})

test('sends the security headers with every response', async () => {
  const { send } = appDouble()
  for (const path of ['/vendor.json', '/api/nothing', '/healthz']) {
    const { headers } = await send('GET', path)
    expect(headers.get('Content-Security-Policy')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"`,
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('X-Frame-Options')).toBeNull()
  }
})

test('lets only the listed origins frame the wizard', async () => {
  const embedded = {
    ...vendor,
    logoUrl: 'https://cdn.pixelworks.example/logo.svg',
    embed: { allowedOrigins: [EmbedOrigin.parse('https://docs.pixelworks.example/')] },
  }
  const { headers } = await appDouble({ vendor: embedded }).send('GET', '/healthz')
  expect(headers.get('Content-Security-Policy')).toContain('; frame-ancestors https://docs.pixelworks.example')
  expect(headers.get('Content-Security-Policy')).toContain("; img-src 'self' data: https://cdn.pixelworks.example;")
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
})

test('lets its own pages frame the preview alone', async () => {
  const policy = async (path: string, of = appDouble()) => (await of.send('GET', path)).headers.get('Content-Security-Policy')
  expect(await policy('/?demo=preview')).toContain("; frame-ancestors 'self'")
  expect(await policy('/?demo')).toContain("; frame-ancestors 'none'")
  const embed = { allowedOrigins: [EmbedOrigin.parse('https://docs.pixelworks.example')] }
  expect(await policy('/?demo=preview', appDouble({ vendor: { ...vendor, embed } }))).toContain(
    "; frame-ancestors 'self' https://docs.pixelworks.example",
  )
})

test('lets any page load the embed script, and an isolated page frame the wizard', async () => {
  const pages = { answer: async () => new Response('script'), scriptHashes: [], titleFor: () => '' }
  const unlisted = appDouble({ pages })
  for (const path of ['/embed.js', '/embed/0.2.0-1a2b3c4d/embed.js']) {
    const script = await unlisted.send('GET', path)
    expect(script.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(script.headers.get('Access-Control-Allow-Origin')).toBe('*')
  }
  const page = await unlisted.send('GET', '/')
  expect(page.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
  expect(page.headers.get('Access-Control-Allow-Origin')).toBeNull()
  expect(page.headers.get('Cross-Origin-Embedder-Policy')).toBeNull()
  const listed = appDouble({
    pages,
    vendor: { ...vendor, embed: { allowedOrigins: [EmbedOrigin.parse('https://docs.pixelworks.example')] } },
  })
  expect((await listed.send('GET', '/')).headers.get('Cross-Origin-Embedder-Policy')).toBe('credentialless')
})

test('serves pages after the routes, and the simulator under its own path', async () => {
  const { send } = appDouble({
    pages: {
      answer: async (request) => (new URL(request.url).pathname === '/' ? new Response('the wizard') : null),
      scriptHashes: ["'sha256-x'"],
      titleFor: () => '',
    },
    simulatedAws: async (request) => new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`),
  })
  expect(await (await send('GET', '/')).text()).toBe('the wizard')
  expect((await send('GET', '/other')).status).toBe(404)
  expect((await send('POST', '/')).status).toBe(404)
  expect(await (await send('POST', '/simulated-aws/', { body: 'Action=X' })).text()).toBe('POST / Action=X')
  expect(await (await send('GET', '/simulated-aws/bucket/key')).text()).toBe('GET /bucket/key ')
})

test('explains every problem at the URL of its type', async () => {
  const { send } = appDouble()
  const response = await send('GET', '/docs/problems')
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  const page = await response.text()
  for (const code of ProblemCode.options) expect(page).toContain(`<h2 id="${code}">`)
})
