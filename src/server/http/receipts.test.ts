import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { RoleName } from '#core/aws/iam-names.ts'
import { Problem } from '#core/connection/problem.ts'
import { Receipt } from '#core/verify/receipt.ts'
import { readEnvironment } from '#server/config/environment.ts'
import { keptReceiptKey, previousReceiptKeys } from '#server/config/kept-secrets.ts'
import { newReceiptKey } from '#server/http/receipts.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'
import { createReceipts } from './receipts.ts'

type App = ReturnType<typeof appDouble>

async function verifiedConnection(app: App) {
  const token = await app.signIn()
  const connection = await app.connect(token)
  app.roles.set(connection.roleArn, connection.externalId)
  await app.send('POST', `/api/connections/${connection.id}/verify`, { token })
  return { token, connection, path: `/api/connections/${connection.id}/receipt` }
}

async function problemCode(response: Response) {
  return [response.status, Problem.parse(await response.json()).code]
}

test('signs the receipt of a verified connection with the published key', async () => {
  const app = appDouble()
  const { token, connection, path } = await verifiedConnection(app)
  const response = await app.send('GET', path, { token })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/jose')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const published = await app.send('GET', '/.well-known/jwks.json')
  const keys: JSONWebKeySet = await published.json()
  const jws = await response.text()
  expect(decodeProtectedHeader(jws)).toEqual({ alg: 'EdDSA', kid: keys.keys[0]?.kid, typ: 'rolebridge-receipt+jws' })
  const { payload } = await compactVerify(jws, createLocalJWKSet(keys), { algorithms: ['EdDSA'] })
  const text = new TextDecoder().decode(payload)
  expect(Receipt.parse(JSON.parse(text))).toMatchObject({
    simulated: false,
    connectionId: connection.id,
    accountId: connection.accountId,
    roleArn: connection.roleArn,
    verdict: { kind: 'verified', checkedAt: '2026-11-22T08:00:00.000Z' },
  })
  expect(text).not.toContain(connection.externalId)
  expect(text).not.toMatch(/ASIA|AKIA|secret|sessionToken/i)
})

test('publishes no private key', async () => {
  const text = await (await appDouble().send('GET', '/.well-known/jwks.json')).text()
  expect(text).toContain('"x"')
  expect(text).not.toContain('"d"')
})

test('gives no receipt before the first check, for other verdicts, or after a change of permissions', async () => {
  const app = appDouble()
  const token = await app.signIn()
  const { id } = await app.connect(token, { externalId: 'another-One-4711-xyzzy' })
  expect(await problemCode(await app.send('GET', `/api/connections/${id}/receipt`, { token }))).toEqual([409, 'not-verified'])
  await app.send('POST', `/api/connections/${id}/verify`, { token })
  expect(await problemCode(await app.send('GET', `/api/connections/${id}/receipt`, { token }))).toEqual([409, 'not-verified'])
  const verified = await verifiedConnection(app)
  const body = { permissions: { ...asked.permissions, readSourceImages: { sourceBuckets: ['other-bucket'] } } }
  await app.send('PUT', `/api/connections/${verified.connection.id}/permissions`, { token: verified.token, body })
  expect(await problemCode(await app.send('GET', verified.path, { token: verified.token }))).toEqual([409, 'not-verified'])
})

test.each([
  ['account', { accounts: { ...vendor.accounts, aws: AccountId.parse('999988887777') } }],
  ['application role', { applicationRoleName: RoleName.parse('AnotherApplication') }],
])('gives no receipt after the config names another %s, until the role is verified for it', async (_, change) => {
  const app = appDouble()
  const { token, connection, path } = await verifiedConnection(app)
  const later = appDouble({ vendor: { ...vendor, ...change }, sts: app.sts, registry: app.registry })
  expect(await problemCode(await later.send('GET', path, { token }))).toEqual([409, 'not-verified'])
  expect((await (await later.send('GET', '/api/connections', { token })).json()).lastChecks).toEqual([])
  const verdict = await (await later.send('POST', `/api/connections/${connection.id}/verify`, { token })).json()
  expect(verdict.kind).not.toBe('verified')
  expect(await problemCode(await later.send('GET', path, { token }))).toEqual([409, 'not-verified'])
  expect((await app.send('GET', path, { token })).status).toBe(409)
})

test('a receipt names the verified role after the config names another one', async () => {
  const app = appDouble()
  const { token, connection, path } = await verifiedConnection(app)
  const renamed = { ...vendor, role: { ...vendor.role, name: RoleName.parse('AnotherName') } }
  const later = appDouble({ vendor: renamed, sts: app.sts, registry: app.registry })
  const response = await later.send('GET', path, { token })
  expect(response.status).toBe(200)
  expect(Receipt.parse(decodeJwt(await response.text())).roleArn).toBe(connection.roleArn)
})

test('gives no receipt for a verdict of an earlier version', async () => {
  const app = appDouble()
  const { token, connection, path } = await verifiedConnection(app)
  const lastVerdict = async (id: string) => {
    const last = await app.registry.lastVerdict(id)
    return last && { ...last, asked: null }
  }
  const later = appDouble({ registry: { ...app.registry, lastVerdict }, sts: app.sts })
  expect(await problemCode(await later.send('GET', path, { token }))).toEqual([409, 'not-verified'])
  await app.send('POST', `/api/connections/${connection.id}/verify`, { token })
  expect((await app.send('GET', path, { token })).status).toBe(200)
})

test('gives a receipt only to the tenant of the connection', async () => {
  const app = appDouble()
  const { path } = await verifiedConnection(app)
  expect(await problemCode(await app.send('GET', path, { token: await app.signIn() }))).toEqual([404, 'not-found'])
  expect(await problemCode(await app.send('GET', path))).toEqual([401, 'unauthenticated'])
  expect(await problemCode(await app.send('POST', path))).toEqual([405, 'method-not-allowed'])
  expect(await problemCode(await app.send('POST', '/.well-known/jwks.json'))).toEqual([405, 'method-not-allowed'])
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'receipts-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('creates the key once, readable only by its owner', async () => {
  const path = folder()
  const key = await keptReceiptKey(path, newReceiptKey)
  expect(await keptReceiptKey(path, newReceiptKey)).toEqual(key)
  expect(statSync(join(path, 'receipt-key.json')).mode & 0o077).toBe(0)
})

test('rejects a key file without a key', async () => {
  const path = folder()
  writeFileSync(join(path, 'receipt-key.json'), '{"kty":"OKP"')
  await expect(keptReceiptKey(path, newReceiptKey)).rejects.toThrow('does not hold a private Ed25519 key')
})

test('uses a key from the environment, and repeats it in no fault', async () => {
  const key = await newReceiptKey()
  expect(readEnvironment({ ROLEBRIDGE_RECEIPT_KEY: JSON.stringify(key) })).toMatchObject({ settings: { receiptKey: key } })
  expect(readEnvironment({ ROLEBRIDGE_RECEIPT_KEY: JSON.stringify({ ...key, crv: 'X25519' }) })).toEqual({
    kind: 'faults',
    faults: ['ROLEBRIDGE_RECEIPT_KEY: must be a private Ed25519 key as JWK'],
  })
})

test('rejects a public part that belongs to another key', async () => {
  const [one, other] = [await newReceiptKey(), await newReceiptKey()]
  await expect(createReceipts({ ...one, x: other.x })).rejects.toThrow()
})

test('verifies receipts of a key that was replaced, and signs with the new one', async () => {
  const [before, after] = [await newReceiptKey(), await newReceiptKey()]
  const old = appDouble({ broken: { receipts: await createReceipts(before) } })
  const { token, path } = await verifiedConnection(old)
  const earlier = await (await old.send('GET', path, { token })).text()
  for (const given of [JSON.stringify(before), JSON.stringify({ keys: [before] })]) {
    const reading = readEnvironment({ ROLEBRIDGE_RECEIPT_KEY: JSON.stringify(after), ROLEBRIDGE_RECEIPT_KEYS_PREVIOUS: given })
    const { receiptKeys } = reading.kind === 'settings' ? reading.settings.previous : { receiptKeys: [] }
    const replaced = appDouble({ registry: old.registry, broken: { receipts: await createReceipts(after, receiptKeys) } })
    const jwks: JSONWebKeySet = await (await replaced.send('GET', '/.well-known/jwks.json')).json()
    expect(jwks.keys).toHaveLength(2)
    expect(JSON.stringify(jwks)).not.toContain(before.d)
    await compactVerify(earlier, createLocalJWKSet(jwks))
    const renewed = await (await replaced.send('GET', path, { token })).text()
    expect(decodeProtectedHeader(renewed).kid).toBe(jwks.keys[0]?.kid)
    await compactVerify(renewed, createLocalJWKSet(jwks))
  }
})

test('publishes the keys that were renamed in the data folder, each once', async () => {
  const path = folder()
  const [before, after] = [await newReceiptKey(), await newReceiptKey()]
  expect(previousReceiptKeys(path)).toEqual([])
  writeFileSync(join(path, 'receipt-key-previous.json'), JSON.stringify({ keys: [before, after] }))
  expect((await createReceipts(after, previousReceiptKeys(path))).publicKeys.keys.map(({ x }) => x)).toEqual([after.x, before.x])
  writeFileSync(join(path, 'receipt-key-previous.json'), '{}')
  expect(() => previousReceiptKeys(path)).toThrow('does not hold an Ed25519 key')
})
