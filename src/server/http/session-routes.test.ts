import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { Problem } from '#core/connection/problem.ts'
import { Session } from '#core/connection/session.ts'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { launch, launchClaims, launched, launchToken, start } from '#server/sessions/launch.test-data.ts'
import { appDouble, vendor } from './app-double.test-data.ts'

const problemOf = async (response: Response) => Problem.parse(await response.json())
const code = async (response: Response) => (await problemOf(response)).code

test('shows two sessions of one subject the same connections', async () => {
  const double = appDouble({ launch })
  const [one, again, other] = [await launched(double), await launched(double), await launched(double, { sub: 'globex' })]
  const connection = await double.connect(one.token)
  const seen = async (token: string) => (await double.send('GET', '/api/connections', { token })).json()
  expect(await seen(again.token)).toEqual({ connections: [connection], lastChecks: [], lastLooks: [] })
  expect(await seen(other.token)).toEqual({ connections: [], lastChecks: [], lastLooks: [] })
  expect([one.tenant?.id === again.tenant?.id, one.tenant?.id === other.tenant?.id]).toEqual([true, false])
})

test('passes the claims of the launch token to the session', async () => {
  const double = appDouble({ launch, vendor: { ...vendor, returnOrigins: ['https://app.example.com'] } })
  const prefill = { accountId: '4444-5555-6666', permissions: { readSourceImages: { sourceBuckets: 'acme-uploads' } } }
  const returnUrl = 'https://app.example.com/settings'
  expect(await launched(double, { role: 'viewer', prefill, returnUrl })).toMatchObject({
    tenant: { name: 'Acme Inc.' },
    role: 'viewer',
    prefill,
    returnUrl,
  })
  expect(await launched(double)).toEqual({
    token: expect.any(String),
    expiresAt: '2026-11-29T08:00:00.000Z',
    role: 'editor',
    tenant: { id: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'Acme Inc.' },
  })
})

const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(launchClaims()))}.`.replaceAll('=', '')
const badTokens: readonly (readonly [string, () => Promise<string>])[] = [
  ['is no token', async () => 'not.a.token'],
  ['is empty', async () => ''],
  ['is signed with another secret', () => launchToken({}, new TextEncoder().encode('x'.repeat(40)))],
  ['is signed with another algorithm', () => launchToken({}, undefined, 'HS512')],
  ['is not signed', async () => unsigned],
  ['has expired', () => launchToken({ iat: start - 600, exp: start - 300 })],
  ['is for another server', () => launchToken({ aud: 'http://localhost' })],
  ['lacks claims', () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(launch.secret)],
]

test.each(badTokens)('rejects a launch token that %s, and says what is expected without the token', async (_, make) => {
  const token = await make()
  const response = await appDouble({ launch }).send('POST', '/api/sessions', { body: { launchToken: token } })
  const problem = await problemOf(response)
  expect([response.status, problem.code]).toEqual([401, 'launch-token-refused'])
  expect(problem.detail).toMatch(/must/)
  for (const part of token.split('.').filter((text) => text.length > 10)) expect(problem.detail).not.toContain(part)
})

test('rejects a launch token where no launch key is set', async () => {
  const response = await appDouble().send('POST', '/api/sessions', { body: { launchToken: await launchToken() } })
  expect(await problemOf(response)).toMatchObject({
    code: 'launch-token-refused',
    detail: expect.stringContaining('ROLEBRIDGE_LAUNCH_SECRET'),
  })
})

test('redeems a launch token once, even with concurrent requests and after a restart', async () => {
  const registry = libsqlRegistry(':memory:')
  const double = appDouble({ launch, registry })
  const body = { launchToken: await launchToken() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => double.send('POST', '/api/sessions', { body })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 401)])
  const again = await appDouble({ launch, registry }).send('POST', '/api/sessions', { body })
  expect(await code(again)).toBe('launch-token-used')
})

test('redeems the same jti for another subject', async () => {
  const double = appDouble({ launch })
  expect((await launched(double, { jti: '1' })).tenant?.id).not.toBe((await launched(double, { jti: '1', sub: 'globex' })).tenant?.id)
})

test('rejects a used token even if it is rewritten or signed again with another expiry', async () => {
  const double = appDouble({ launch })
  await launched(double, { jti: 'one' })
  for (const change of [{ exp: start + 900 }, { name: 'Another', aud: ['https://connect.example.com'] }]) {
    const body = { launchToken: await launchToken({ jti: 'one', ...change }) }
    expect(await code(await double.send('POST', '/api/sessions', { body }))).toBe('launch-token-used')
  }
})

test('opens no anonymous session where launch tokens are expected, and says so in the config', async () => {
  const double = appDouble({ launch })
  for (const body of [{}, undefined, { launchToken: undefined }]) {
    const response = await double.send('POST', '/api/sessions', { body })
    expect([response.status, await code(response)]).toEqual([401, 'launch-token-required'])
  }
  expect(ServedVendor.parse(await (await double.send('GET', '/vendor.json')).json()).launch).toBe('required')
})

test('opens anonymous sessions next to launched ones where that is allowed', async () => {
  const double = appDouble({ launch, anonymous: 'allowed' })
  expect(Session.parse(await (await double.send('POST', '/api/sessions')).json()).tenant).toBeUndefined()
  expect((await launched(double)).tenant?.name).toBe('Acme Inc.')
})

test('ends anonymous sessions, and their links, once launch keys are set', async () => {
  const before = appDouble()
  const token = await before.signIn()
  const { id } = await before.connect(token)
  const given = await (await before.send('POST', `/api/connections/${id}/handoff`, { token, body: {} })).json()
  const handoffToken = String(given.token)
  const guest = Session.parse(await (await before.send('POST', '/api/sessions', { body: { handoffToken } })).json())
  const after = appDouble({ launch, registry: before.registry })
  expect(await code(await after.send('GET', '/api/connections', { token }))).toBe('unauthenticated')
  expect(await code(await after.send('GET', `/api/connections/${id}`, { token: guest.token }))).toBe('handoff-unknown')
  expect(await code(await after.send('POST', '/api/sessions', { body: { handoffToken } }))).toBe('handoff-unknown')
  const allowed = appDouble({ launch, registry: before.registry, anonymous: 'allowed' })
  expect((await allowed.send('GET', '/api/connections', { token })).status).toBe(200)
})

test('ends a session permanently, for every server on the registry, and no other session', async () => {
  const double = appDouble({ launch })
  const [ended, other] = [await launched(double), await launched(double)]
  const response = await double.send('DELETE', '/api/sessions/current', { token: ended.token })
  expect([response.status, await response.text()]).toEqual([204, ''])
  for (const server of [double, appDouble({ launch, registry: double.registry })]) {
    expect(await code(await server.send('GET', '/api/connections', { token: ended.token }))).toBe('unauthenticated')
    expect(await code(await server.send('DELETE', '/api/sessions/current', { token: ended.token }))).toBe('unauthenticated')
    expect((await server.send('GET', '/api/connections', { token: other.token })).status).toBe(200)
  }
  expect((await double.send('DELETE', '/api/sessions/current')).status).toBe(401)
})

test('rejects a session token as launch token', async () => {
  const double = appDouble({ launch })
  const { token } = await launched(double)
  expect(await code(await double.send('POST', '/api/sessions', { body: { launchToken: token } }))).toBe('launch-token-refused')
})
