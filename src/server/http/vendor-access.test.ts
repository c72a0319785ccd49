import { generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { ApiProblem } from '#core/connection/problem.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { launch, launched, launchToken, start } from '#server/sessions/launch.test-data.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { VendorScope } from '#server/sessions/vendor-tokens.ts'
import { appDouble, asked } from './app-double.test-data.ts'
import { type Operation, problemsOf } from './operation.ts'
import { operations } from './operations/operations.ts'

const vendorOperations = operations.flatMap((operation) => (operation.access === 'vendor' ? [operation] : []))
const otherOperations = operations.filter(({ access }) => access === 'tenant' || access === 'tenant-or-guest')

/** An event that the connection has from its creation. */
const eventOf = ({ id, createdAt }: Connection): string =>
  newEvent('connection.created', { tenant: '', connectionId: id, at: createdAt }).id

const at = (path: string, connection: Connection): string =>
  path.replace(':id', connection.id).replace(':tenant', 'globex').replace(':event', eventOf(connection))

/** Bodies of operations that need one. */
const bodies: Readonly<Record<string, object>> = {
  createVendorConnection: { ...asked, tenant: 'globex', accountId: '777788889999', externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' },
}
const bodyOf = ({ id, method }: Operation) => (method === 'post' ? { body: bodies[id] ?? { now: true } } : {})

async function connected(choices: Parameters<typeof appDouble>[0] = {}) {
  const double = appDouble({ launch, vendorApi, ...choices })
  const { token: session } = await launched(double)
  const connection = await double.connect(session)
  double.roles.set(connection.roleArn, connection.externalId)
  await double.send('POST', `/api/connections/${connection.id}/verify`, { token: session })
  return { ...double, session, connection }
}

/** Only the record of a connection that has ended can be deleted. */
async function prepare({ id }: Operation, registry: Registry, { id: connectionId, createdAt }: Connection): Promise<void> {
  if (id !== 'deleteVendorConnectionRecord') return
  const found = await registry.ofAnyTenant(connectionId)
  await registry.disconnect(found?.tenant ?? '', connectionId, createdAt)
}

type Answer = readonly [status: number, code: string, challenge: string | null]

async function refused(response: Response): Promise<Answer> {
  return [response.status, ApiProblem.parse(await response.json()).code, response.headers.get('WWW-Authenticate')]
}

test('covers every route below /api/vendor, and only those', () => {
  expect(vendorOperations.length).toBeGreaterThan(0)
  for (const { path, access } of operations) expect([path, path.startsWith('/api/vendor/')]).toEqual([path, access === 'vendor'])
})

test.each(vendorOperations)('$method $path answers a token with its scope, for the connection of any tenant', async (operation) => {
  const { method, path, scope, responses } = operation
  const { send, connection, registry } = await connected()
  await prepare(operation, registry, connection)
  const token = await vendorToken({ scope })
  const response = await send(method.toUpperCase(), at(path, connection), { token, ...bodyOf(operation) })
  expect([response.status, await response.text()]).toEqual([responses[0]?.status, expect.any(String)])
})

test.each(vendorOperations)('$method $path denies a token with all scopes but its own', async (operation) => {
  const { method, path, scope } = operation
  const { send, connection, sts } = await connected()
  const calls = sts.calls.length
  const others = VendorScope.options.filter((other) => other !== scope).join(' ')
  for (const scopes of [others, '', undefined, `${scope}s`, scope.toUpperCase()]) {
    const response = await send(method.toUpperCase(), at(path, connection), { token: await vendorToken({ scope: scopes }) })
    const challenge = `Bearer realm="rolebridge-vendor", error="insufficient_scope", scope="${scope}"`
    expect(await refused(response)).toEqual([403, 'insufficient-scope', challenge])
  }
  expect(sts.calls).toHaveLength(calls)
  expect(problemsOf(operation)).toContain('insufficient-scope')
})

const invalid = 'Bearer realm="rolebridge-vendor", error="invalid_token"'

test.each(vendorOperations)('$method $path accepts no token that the vendor’s back end did not sign for it', async ({ method, path }) => {
  const { send, session, connection } = await connected()
  const ask = async (token?: string) =>
    refused(await send(method.toUpperCase(), at(path, connection), token === undefined ? {} : { token }))
  expect(await ask()).toEqual([401, 'vendor-token-missing', 'Bearer realm="rolebridge-vendor"'])
  const given = await (await send('POST', `/api/connections/${connection.id}/handoff`, { token: session, body: {} })).json()
  const guest = await (await send('POST', '/api/sessions', { body: { handoffToken: given.token } })).json()
  const ours = [session, String(given.token), String(guest.token), await launchToken(), new TextDecoder().decode(launch.secret)]
  const expired = await vendorToken({ iat: start - 600, exp: start - 1 })
  for (const token of [...ours, await vendorToken({ exp: undefined })]) {
    const [status, code] = await ask(token)
    expect([status, code.startsWith('vendor-token-')]).toEqual([401, true])
  }
  expect(await ask(expired)).toEqual([401, 'vendor-token-invalid', invalid])
  expect(await ask(await vendorToken({ aud: 'https://other.example.com' }))).toEqual([401, 'vendor-token-audience', invalid])
})

test.each(vendorOperations)('$method $path says how to turn the API on where it is off', async ({ method, path }) => {
  const { send, connection } = await connected({ vendorApi: { kind: 'none' } })
  const response = await send(method.toUpperCase(), at(path, connection), { token: await vendorToken() })
  expect(response.status).toBe(404)
  expect(ApiProblem.parse(await response.json())).toMatchObject({
    code: 'vendor-api-off',
    detail: expect.stringContaining('ROLEBRIDGE_VENDOR_JWKS'),
  })
})

test('says that the public keys can’t be fetched', async () => {
  const { send } = appDouble({ vendorApi: { kind: 'jwks', url: new URL('http://127.0.0.1:9/keys') } })
  const { privateKey } = await generateKeyPair('ES256')
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).sign(privateKey)
  expect((await refused(await send('GET', '/api/vendor/connections', { token }))).slice(0, 2)).toEqual([503, 'not-ready'])
})

test.each(otherOperations)('$method $path accepts no token of the vendor’s back end', async ({ method, path }) => {
  const { send, connection } = await connected()
  const response = await send(method.toUpperCase(), at(path, connection), { token: await vendorToken() })
  expect((await refused(response)).slice(0, 2)).toEqual([401, 'unauthenticated'])
})

test('opens no session with a token of the vendor API, even if both have the same key', async () => {
  const { send } = appDouble({ launch, vendorApi })
  const claims = { name: 'Acme Inc.', jti: 'one', exp: start + 300 }
  const body = { launchToken: await vendorToken(claims, { secret: launch.secret }) }
  const response = await send('POST', '/api/sessions', { body })
  expect(ApiProblem.parse(await response.json())).toMatchObject({ code: 'launch-token-refused', detail: expect.stringContaining('at+jwt') })
})

test('limits the requests of each caller', async () => {
  const counted: string[] = []
  const limit = async (key: string) => {
    counted.push(key)
    return { kind: 'refused', retryAfterSeconds: 7 } as const
  }
  const { send, connection } = await connected({ limits: { readsPerCaller: limit, verificationsPerCaller: limit } })
  for (const { method, path } of vendorOperations) {
    const response = await send(method.toUpperCase(), at(path, connection), { token: await vendorToken() })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
  }
  expect(counted).toEqual(vendorOperations.map(() => 'image-worker'))
})

test('logs who asked and the tenant by hashes alone, and audits each change', async () => {
  const lines: unknown[] = []
  const log = { info: (fields: unknown) => void lines.push(fields), warn: () => {}, error: () => {} }
  const { send, connection, clock, registry } = await connected({ log })
  clock.ms += 60_000
  lines.length = 0
  for (const operation of vendorOperations) {
    await prepare(operation, registry, connection)
    await send(operation.method.toUpperCase(), at(operation.path, connection), { token: await vendorToken(), ...bodyOf(operation) })
  }
  const text = JSON.stringify(lines)
  for (const secret of ['acme', 'Acme', 'globex', 'image-worker', 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5', connection.externalId, '444455556666'])
    expect(text).not.toContain(secret)
  const by = { role: 'vendor', caller: expect.stringMatching(/^[0-9a-f]{16}$/), tenant: expect.stringMatching(/^[0-9a-f]{16}$/) }
  expect(lines).toContainEqual(
    expect.objectContaining({ audit: true, action: 'connection.verified', ...by, connectionId: connection.id, verdict: 'verified' }),
  )
  const Audited = z.object({ audit: z.literal(true), action: z.string() })
  expect(lines.flatMap((fields) => Audited.safeParse(fields).data?.action ?? [])).toEqual(
    // The event waits to be sent, so it is not sent again.
    vendorOperations.flatMap(({ audit = [] }) => audit).filter((action) => action !== 'event.redelivered'),
  )
})
