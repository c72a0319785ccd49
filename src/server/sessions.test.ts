import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { createSessions } from './sessions.ts'

const secret = new Uint8Array(32).fill(7)
const now = () => new Date('2026-11-22T08:00:00.000Z')
const randomBytes = (length: number) => new Uint8Array(length).fill(3)
const sessions = createSessions({ secret, launch: { kind: 'none' }, now, randomBytes })

test('the session of a tenant is none of a guest, and the other way round', async () => {
  const opened = await sessions.open(undefined)
  const token = opened.kind === 'session' ? opened.session.token : ''
  const guest = await sessions.guestToken('a-handoff')
  expect(await sessions.tenantOf(token)).toMatch(/^anonymous:/)
  expect(await sessions.handoffOf(token)).toBeNull()
  expect(await sessions.handoffOf(guest)).toBe('a-handoff')
  expect(await sessions.tenantOf(guest)).toBeNull()
})

test.each(['', 'rolebridge-handoff', 'another'])('what our secret signed as %j is no session of a tenant', async (issuer) => {
  const token = await new SignJWT({ sub: 'launched:acme' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setExpirationTime('10 years')
    .sign(secret)
  expect(await sessions.tenantOf(token)).toBeNull()
})

test('a session that never expires is none', async () => {
  const token = await new SignJWT({ sub: 'launched:acme' }).setProtectedHeader({ alg: 'HS256' }).setIssuer('rolebridge').sign(secret)
  expect(await sessions.tenantOf(token)).toBeNull()
})
