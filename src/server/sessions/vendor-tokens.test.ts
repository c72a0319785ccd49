import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { launchAudience } from '#server/http/app-double.test-data.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { launchToken, start } from './launch.test-data.ts'
import { vendorClaims, vendorSecret, vendorToken } from './vendor.test-data.ts'
import { vendorTokenReader } from './vendor-tokens.ts'

const options = { audiences: () => [launchAudience], now: () => new Date((start + 60) * 1000) }
const bySecret = vendorTokenReader({ ...options, keys: { kind: 'secret', secret: vendorSecret } })

const read = async (token: string) => (await bySecret?.(token)) ?? null

test('reads who signed and the scopes', async () => {
  const scope = 'openid connections:read connections:write'
  expect(await read(await vendorToken({ scope }))).toEqual({
    kind: 'caller',
    caller: { subject: 'image-worker', scopes: new Set(['openid', 'connections:read', 'connections:write']) },
  })
})

test.each([
  { typ: 'at+jwt', alg: 'HS256' },
  { typ: 'AT+JWT', alg: 'HS256' },
  { typ: 'application/at+jwt', alg: 'HS256' },
])('accepts the type $typ', async (header) => {
  expect((await read(await vendorToken({}, { header })))?.kind).toBe('caller')
})

const missing = (claim: string) => ({ [claim]: undefined })

test.each([
  [missing('exp'), 'exp must be a number: seconds since 1970-01-01T00:00:00Z.'],
  [missing('iat'), 'iat must be a number: seconds since 1970-01-01T00:00:00Z.'],
  [missing('sub'), 'sub must be text of 1 to 256 characters.'],
  [{ exp: start + 60 }, 'exp must be in the future: this token has expired.'],
  [{ exp: start + 3601 }, 'exp must be at most 1 hour after iat.'],
  [{ iat: start + 121, exp: start + 300 }, 'iat must not be in the future: is the clock of your server right?.'],
  [{ nbf: start + 121 }, 'nbf must not be in the future.'],
  [{ scope: ['connections:read'] }, 'scope must be text: scopes with a space between them.'],
  [
    { aud: 'https://other.example.com', sub: 7 },
    `sub must be text of 1 to 256 characters. aud must be "${launchAudience}", or a list with it.`,
  ],
])('rejects the claims %j and says what is expected', async (change, detail) => {
  expect(await read(await vendorToken(change))).toEqual({ kind: 'vendor-token-invalid', detail })
})

test.each(['https://other.example.com', `${launchAudience}/api`, ['https://other.example.com'], '', undefined])(
  'tells a token for the audience %j from other invalid ones',
  async (aud) => {
    expect(await read(await vendorToken({ aud }))).toMatchObject({
      kind: 'vendor-token-audience',
      detail: expect.stringContaining(launchAudience),
    })
  },
)

test.each([launchAudience, `${launchAudience}/`, ['https://other.example.com', launchAudience]])('accepts the audience %j', async (aud) => {
  expect((await read(await vendorToken({ aud })))?.kind).toBe('caller')
})

test('has no scopes where the token names none', async () => {
  const reading = await read(await vendorToken({ scope: undefined }))
  expect(reading?.kind === 'caller' && reading.caller.scopes.has('connections:read')).toBe(false)
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['of another secret', () => vendorToken({}, { secret: new Uint8Array(40).fill(1) })],
  ['of another algorithm', () => vendorToken({}, { header: { alg: 'HS512', typ: 'at+jwt' } })],
  ['without a signature', async () => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(vendorClaims())}.`],
  ['of no form', async () => 'not.a.token'],
  ['without a type', () => vendorToken({}, { header: { alg: 'HS256' } })],
  ['of the type JWT', () => vendorToken({}, { header: { alg: 'HS256', typ: 'JWT' } })],
  ['that is a launch token of the same secret', () => launchToken({ scope: 'connections:read' }, vendorSecret)],
])('rejects a token %s', async (_, make) => {
  expect((await read(await make()))?.kind).toBe('vendor-token-invalid')
})

test('accepts a token of the previous secret while it is being replaced', async () => {
  const keys = { kind: 'secret', secret: new Uint8Array(40).fill(1), previous: vendorSecret } as const
  expect((await vendorTokenReader({ ...options, keys })?.(await vendorToken()))?.kind).toBe('caller')
})

test('is off without keys', () => {
  expect(vendorTokenReader({ ...options, keys: { kind: 'none' } })).toBeNull()
})

async function keySet() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const { url } = await localServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })))
  return { privateKey, publicKey, jwk, keys: { kind: 'jwks', url: new URL(url) } as const }
}

const claims = () => new SignJWT(JSON.parse(JSON.stringify(vendorClaims())))

test('accepts a token of a key in the set, and no HMAC with that public key as its secret', async () => {
  const { privateKey, publicKey, jwk, keys } = await keySet()
  const reader = vendorTokenReader({ ...options, keys })
  const header = { alg: 'ES256', typ: 'at+jwt', kid: 'one' }
  expect((await reader?.(await claims().setProtectedHeader(header).sign(privateKey)))?.kind).toBe('caller')
  for (const secret of [await exportSPKI(publicKey), JSON.stringify(jwk), String(jwk.x)]) {
    const token = await claims()
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(secret))
    expect((await reader?.(token))?.kind).toBe('vendor-token-invalid')
  }
  const stranger = await generateKeyPair('ES256')
  expect((await reader?.(await claims().setProtectedHeader(header).sign(stranger.privateKey)))?.kind).toBe('vendor-token-invalid')
})

test('says that the keys are unavailable where the set can’t be fetched', async () => {
  const { privateKey } = await keySet()
  const keys = { kind: 'jwks', url: new URL('http://127.0.0.1:9/keys') } as const
  const token = await claims().setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' }).sign(privateKey)
  expect(await vendorTokenReader({ ...options, keys })?.(token)).toEqual({ kind: 'keys-unavailable' })
})
