import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { vendor } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { createSessions } from './sessions.ts'

const secret = new Uint8Array(32).fill(7)
const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
const records = libsqlRegistry(':memory:').sessions
const options = {
  secret,
  launch: { kind: 'none' },
  anonymous: 'allowed',
  audiences: () => [],
  vendor,
  records,
  now: () => new Date(clock.ms),
  randomBytes: (length: number) => new Uint8Array(length).fill(3),
} as const
const sessions = createSessions(options)

test('never confuses tenant sessions and guest sessions', async () => {
  const opened = await sessions.open(undefined)
  const token = opened.kind === 'session' ? opened.session.token : ''
  const guest = await sessions.guestToken('a-handoff')
  expect(await sessions.memberOf(token)).toMatchObject({ tenant: expect.stringMatching(/^anonymous:/), name: null, role: 'editor' })
  expect(await sessions.handoffOf(token)).toBeNull()
  expect(await sessions.handoffOf(guest)).toBe('a-handoff')
  expect(await sessions.memberOf(guest)).toBeNull()
})

const claims = { sub: 'launched:acme', jti: 'a-session', role: 'editor' }

const signed = (payload: Readonly<Record<string, unknown>>, issuer: string) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer)

test('reads its own session tokens', async () => {
  const token = await signed({ ...claims, name: 'Acme' }, 'rolebridge')
    .setExpirationTime('10 years')
    .sign(secret)
  expect(await sessions.memberOf(token)).toMatchObject({ tenant: 'launched:acme', name: 'Acme', sessionId: 'a-session' })
})

test.each(['', 'rolebridge-handoff', 'another'])(
  'rejects a token of the issuer %j, signed with our secret, as tenant session',
  async (issuer) => {
    const token = await signed(claims, issuer).setExpirationTime('10 years').sign(secret)
    expect(await sessions.memberOf(token)).toBeNull()
  },
)

test.each(['jti', 'sub', 'role'])('rejects a session without %s', async (missing) => {
  const payload = Object.fromEntries(Object.entries(claims).filter(([name]) => name !== missing))
  expect(await sessions.memberOf(await signed(payload, 'rolebridge').setExpirationTime('10 years').sign(secret))).toBeNull()
})

test('rejects a session that never expires', async () => {
  expect(await sessions.memberOf(await signed(claims, 'rolebridge').sign(secret))).toBeNull()
})

test('rejects a token that it accepted before, once it has expired, was revoked by another copy, or is changed by a byte', async () => {
  const token = await signed({ ...claims, jti: 'a-revoked-session' }, 'rolebridge')
    .setExpirationTime(new Date(clock.ms + 60_000))
    .sign(secret)
  const member = await sessions.memberOf(token)
  expect(member).toMatchObject({ sessionId: 'a-revoked-session' })
  expect(await sessions.memberOf(`${token.slice(0, -4)}AAAA`)).toBeNull()
  expect(await sessions.memberOf(` ${token}`)).toBeNull()
  clock.ms += 60_000
  expect(await sessions.memberOf(token)).toBeNull()
  clock.ms -= 60_000
  expect(await sessions.memberOf(token)).toEqual(member)
  if (member !== null) await createSessions(options).end(member)
  expect(await sessions.memberOf(token)).toBeNull()
})

test('rejects a token that a server with another secret accepts', async () => {
  const token = await signed({ ...claims, jti: 'of-another-secret' }, 'rolebridge')
    .setExpirationTime('10 years')
    .sign(secret)
  expect(await sessions.memberOf(token)).not.toBeNull()
  expect(await createSessions({ ...options, secret: new Uint8Array(32).fill(8) }).memberOf(token)).toBeNull()
})
