import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { vendor } from '#server/http/app-double.test-data.ts'
import { launchClaims, start } from './launch.test-data.ts'
import { readLaunchClaims } from './launch-claims.ts'

const day = 24 * 60 * 60
const rules = {
  audiences: ['https://connect.example.com'],
  vendor: { ...vendor, returnOrigins: ['https://app.example.com'] },
  nowSeconds: start,
}
const read = (change: Readonly<Record<string, unknown>>) =>
  readLaunchClaims(JSON.parse(JSON.stringify(launchClaims(change), (_, value: unknown) => value)), rules)

const accepted: readonly Readonly<Record<string, unknown>>[] = [
  { sub: 'x'.repeat(256) },
  { name: 'x'.repeat(100) },
  { name: 'Žluťoučký kůň & Söhne 株式会社 👩‍💻' },
  { aud: ['https://other.example.com', 'https://connect.example.com'] },
  { aud: 'https://connect.example.com/' },
  { aud: 'HTTPS://Connect.Example.com:443' },
  { iat: start + 60 },
  { iat: start - day + 1, exp: start + 1 },
  { exp: start + day },
  { jti: 'x'.repeat(128) },
  { role: 'viewer' },
  { returnUrl: 'https://app.example.com/settings?tab=aws#role' },
  { prefill: {} },
  { prefill: { accountId: 'not an account', region: 'mars-1', externalId: '*', permissions: { unknown: { any: ['thing'] } } } },
  { iss: 'the vendor', plan: { tier: 'gold' } },
]

test.each(accepted)('accepts %j', (change) => {
  expect(read(change)).toMatchObject({ kind: 'claims' })
})

const refused: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ...[undefined, '', 'x'.repeat(257), 7, null, 'a\u0000b', 'a\nb', '\ud800'].map((sub) => ['sub', { sub }] as const),
  ...[undefined, '', '  ', 'x'.repeat(101), 'Acme\nInc.', 'Acme \u202eevil', '\u200bAcme', 'Acme\u0000', '\ud800', 7].map(
    (name) => ['name', { name }] as const,
  ),
  ...[
    undefined,
    '',
    [],
    [7],
    'connect.example.com',
    'http://connect.example.com',
    'https://connect.example.com:8443',
    'https://connect.example.com/path',
    'https://connect.example.com/?q',
    'https://user@connect.example.com',
    'https://connect.example.com.evil.example',
    ['https://other.example.com'],
  ].map((aud) => ['aud', { aud }] as const),
  ...[undefined, '1', start + 61].map((iat) => ['iat', { iat }] as const),
  ...[undefined, '1', start, start - 1, start + day + 1].map((exp) => ['exp', { exp }] as const),
  ...['1', start + 61].map((nbf) => ['nbf', { nbf }] as const),
  ...[undefined, '', 'x'.repeat(129), 7, 'a\u0000b', '\ud800'].map((jti) => ['jti', { jti }] as const),
  ...['owner', '', null].map((role) => ['role', { role }] as const),
  ...[
    'http://app.example.com/',
    'https://evil.example/',
    'https://app.example.com.evil.example/',
    'https://app.example.com:8443/',
    'https://user:secret@app.example.com/',
    'javascript:alert(1)',
    '/settings',
    '',
    7,
    `https://app.example.com/${'x'.repeat(2048)}`,
  ].map((returnUrl) => ['returnUrl', { returnUrl }] as const),
  ...['text', [], null, { account: '1' }].map((prefill) => ['prefill', { prefill }] as const),
  ['prefill.accountId', { prefill: { accountId: 444455556666 } }],
  ['prefill.region', { prefill: { region: 'x'.repeat(41) } }],
  ['prefill.permissions', { prefill: { permissions: { readSourceImages: { sourceBuckets: 7 } } } }],
]

test.each(refused)('rejects a wrong %s and names it: %j', (claim, change) => {
  const reading = read(change)
  expect(reading.kind === 'refused' ? reading.detail : '').toMatch(new RegExp(`^${claim.replace('.', '\\.')} (must|is) [^.]`))
  expect(JSON.stringify(reading)).not.toContain('evil')
})

test('names every wrong claim at once, with what is expected', () => {
  expect(read({ aud: 'https://wrong.example', jti: undefined, exp: start - 1, prefill: { acount: '1' } })).toEqual({
    kind: 'refused',
    detail:
      'aud must be "https://connect.example.com", or a list with it. exp must be in the future: this token has expired. jti must be text of 1 to 128 characters. prefill must have no keys but accountId, region, externalId, permissions.',
  })
})

test('rejects an external ID if the server issues it', () => {
  const issuing = { ...rules, vendor: { ...rules.vendor, externalId: { mode: 'issued', minimumLength: 16 } } } as const
  expect(readLaunchClaims(launchClaims({ prefill: { externalId: 'x' } }), issuing)).toEqual({
    kind: 'refused',
    detail: 'prefill.externalId must not be set: the server issues external IDs.',
  })
})

const anyClaim = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.constant(start))

propertyTest.prop([
  fc.record({
    sub: anyClaim,
    name: anyClaim,
    aud: anyClaim,
    iat: anyClaim,
    exp: anyClaim,
    jti: anyClaim,
    prefill: anyClaim,
    returnUrl: anyClaim,
  }),
])('throws for no payload', (payload) => {
  expect(['claims', 'refused']).toContain(readLaunchClaims(payload, rules).kind)
})
