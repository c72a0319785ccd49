import { expect, test } from 'vitest'
import type { Registry } from './registry.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()

/** The contract of every registry for launches and sessions. */
export function sessionRecordsContract(makers: readonly (readonly [string, () => Registry])[]): void {
  test.each(makers)('redeems a launch once (%s)', async (_, make) => {
    const { sessions } = make()
    const launch = { id: 'launch', expiresAt: at(5) }
    const answers = await Promise.all(Array.from({ length: 20 }, () => sessions.redeem(launch, at(0))))
    expect(answers.filter((isFirst) => isFirst)).toHaveLength(1)
    expect(await sessions.redeem(launch, at(4))).toBe(false)
    expect(await sessions.redeem({ ...launch, id: 'another' }, at(4))).toBe(true)
  })

  test.each(makers)('keeps a redeemed launch until it expires, whatever else comes (%s)', async (_, make) => {
    const { sessions } = make()
    const [short, long] = [
      { id: 'short', expiresAt: at(5) },
      { id: 'long', expiresAt: at(50) },
    ]
    expect([await sessions.redeem(short, at(0)), await sessions.redeem(long, at(0))]).toEqual([true, true])
    expect(await sessions.redeem({ id: 'later', expiresAt: at(50) }, at(5))).toBe(true)
    expect(await sessions.redeem(long, at(6))).toBe(false)
    expect(await sessions.redeem({ ...short, expiresAt: at(10) }, at(6))).toBe(true)
  })

  test.each(makers)('keeps a session revoked, and no other (%s)', async (_, make) => {
    const { sessions } = make()
    const session = { id: 'session', expiresAt: at(30) }
    expect(await sessions.isRevoked('session')).toBe(false)
    await sessions.revoke(session, at(0))
    await sessions.revoke(session, at(1))
    expect([await sessions.isRevoked('session'), await sessions.isRevoked('another')]).toEqual([true, false])
    expect(await sessions.redeem(session, at(1))).toBe(true)
  })

  test.each(makers)('forgets a revoked session that has expired (%s)', async (_, make) => {
    const { sessions } = make()
    await sessions.revoke({ id: 'old', expiresAt: at(10) }, at(0))
    await sessions.revoke({ id: 'new', expiresAt: at(30) }, at(10))
    expect([await sessions.isRevoked('old'), await sessions.isRevoked('new')]).toEqual([false, true])
  })
}
