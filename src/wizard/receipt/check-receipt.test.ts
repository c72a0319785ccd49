import { fc, test as propertyTest } from '@fast-check/vitest'
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { type Receipt, ReceiptKeys } from '#core/verify/receipt.ts'
import { checkReceipt } from './check-receipt.ts'

const at = '2026-11-22T08:00:00.000Z'
const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

const content = {
  iss: 'rolebridge',
  iat: 1_795_334_400,
  exp: 1_795_420_800,
  jti: 'j1',
  simulated: false,
  verdict: { kind: 'verified', checkedAt: at },
  connectionId: 'c1',
  accountId: '444455556666',
  roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  vendor: { name: 'Pixelworks', accountId: '111122223333' },
  partition: 'aws',
  region: 'us-east-1',
  externalIdSha256: sha256,
  probes: [{ name: 'right-id', outcome: 'assumed', requestId: 'r-1', region: 'us-east-1', at }],
  checks: [],
  untested: [{ kind: 'other-external-ids' }],
  untriedRoles: ['arn:aws:iam::111122223333:role/OldApplication'],
  asked: { trustPolicySha256: sha256, permissionsPolicySha256: sha256, templateVersion: sha256 },
} as const satisfies Record<keyof Receipt, unknown>

async function signer() {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519')
  const key = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(key)
  const sign = (payload: unknown, header: Readonly<Record<string, string>> = {}) =>
    new CompactSign(new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'rolebridge-receipt+jws', kid, ...header })
      .sign(privateKey)
  return { sign, keys: ReceiptKeys.parse({ keys: [{ ...key, kid }] }) }
}

const ours = await signer()
const genuine = await ours.sign(content)

test('accepts a receipt signed with a known key, and returns its claims', async () => {
  expect(await checkReceipt(genuine, ours.keys)).toEqual({ kind: 'valid', receipt: content })
})

test('accepts a receipt with the line breaks that mail and terminals add', async () => {
  for (const text of [` ${genuine}\n`, `"${genuine}"`, genuine.replace(/.{76}/g, '$&\r\n'), `\ufeff${genuine}`])
    expect((await checkReceipt(text, ours.keys)).kind).toBe('valid')
})

test('reports an unknown key for a receipt of another signer', async () => {
  const theirs = await signer()
  expect(await checkReceipt(await theirs.sign(content), ours.keys)).toEqual({ kind: 'unknown-key' })
  expect(await checkReceipt(genuine, { keys: [] })).toEqual({ kind: 'unknown-key' })
})

test('rejects a receipt that names our key but has another signature', async () => {
  const theirs = await signer()
  const forged = await theirs.sign(content, { kid: ours.keys.keys[0]?.kid ?? '' })
  expect(await checkReceipt(forged, ours.keys)).toEqual({ kind: 'signature-wrong' })
})

test('rejects a token we signed that is not a receipt', async () => {
  for (const payload of ['', 'text', '{}', { ...content, verdict: { kind: 'waiting', checkedAt: at } }, { ...content, iss: 'other' }])
    expect(await checkReceipt(await ours.sign(payload), ours.keys)).toEqual({ kind: 'not-a-receipt' })
  expect(await checkReceipt(await ours.sign(content, { typ: 'JWT' }), ours.keys)).toEqual({ kind: 'not-a-receipt' })
})

test('rejects every other algorithm, “none” included', async () => {
  const [, payload] = genuine.split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'rolebridge-receipt+jws', kid: ours.keys.keys[0]?.kid })).toString(
    'base64url',
  )
  expect(await checkReceipt(`${header}.${payload}.`, ours.keys)).toEqual({ kind: 'not-a-receipt' })
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'

propertyTest.prop([fc.nat({ max: genuine.length - 1 }), fc.constantFrom(...alphabet)])(
  'one changed character is enough',
  async (index, character) => {
    fc.pre(genuine[index] !== character)
    const changed = genuine.slice(0, index) + character + genuine.slice(index + 1)
    expect((await checkReceipt(changed, ours.keys)).kind).not.toBe('valid')
  },
)

test('rejects other encodings of the last character that decode to the same bytes', async () => {
  const forms = [...alphabet].slice(0, 64).filter((character) => character !== genuine.at(-1))
  const kinds = await Promise.all(forms.map((character) => checkReceipt(genuine.slice(0, -1) + character, ours.keys)))
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['signature-wrong']))
})

propertyTest.prop([
  fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...alphabet, 'e', 'y', 'J'), maxLength: 80 })),
])('rejects other pasted text without throwing', async (text) => {
  expect((await checkReceipt(text, ours.keys)).kind).toBe('not-a-receipt')
})
