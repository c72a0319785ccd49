import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { vendor } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { createSessions } from './sessions.ts'

const secret = new Uint8Array(32).fill(7)
const now = () => new Date('2026-11-22T08:00:00.000Z')
const sessions = createSessions({
  secret,
  launch: { kind: 'none' },
  anonymous: 'allowed',
  audiences: () => [],
  vendor,
  records: libsqlRegistry(':memory:').sessions,
  now,
  randomBytes: (length) => new Uint8Array(length).fill(3),
})

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
