import { expect, test } from 'vitest'
import {
  type Disconnection,
  disconnectionAfter,
  isRemovalConfirmed,
  needsConfirmation,
  nextRemovalCheckMs,
  type RemovalCheck,
  scheduledRemovalCheckAt,
} from './disconnection.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, seconds)).toISOString()
const check = (outcome: RemovalCheck['outcome'], seconds: number): RemovalCheck => ({
  outcome,
  at: at(seconds),
  requestIds: [],
  simulated: false,
})
const requested: Disconnection = { requestedAt: at(0), check: null, deniedSince: null }
const after = (...checks: readonly RemovalCheck[]) => checks.reduce(disconnectionAfter, requested)

test.each([
  ['one denial', [check('denied', 1)], false],
  ['two denials 9 seconds apart', [check('denied', 1), check('denied', 10)], false],
  ['two denials 10 seconds apart', [check('denied', 1), check('denied', 11)], true],
  ['an unclear answer after a denial', [check('denied', 1), check('unknown', 11)], false],
  ['denials with an unclear answer in between', [check('denied', 1), check('unknown', 6), check('denied', 11)], true],
  ['denials with an access in between', [check('denied', 1), check('allowed', 6), check('denied', 11)], false],
  ['unclear answers alone', [check('unknown', 1), check('unknown', 60)], false],
  ['no check', [], false],
])('confirms a removal by denials alone: %s', (_, checks, isConfirmed) => {
  expect(isRemovalConfirmed(after(...checks))).toBe(isConfirmed)
})

test('confirms no removal by denials of one of several application roles, until someone says that the role is deleted', () => {
  const untried = (seconds: number) => ({ ...check('denied', seconds), untried: ['arn:aws:iam::111122223333:role/OldApplication'] })
  expect(needsConfirmation(after(untried(1)))).toBe(false)
  const denied = after(untried(1), untried(600))
  expect([needsConfirmation(denied), isRemovalConfirmed(denied), scheduledRemovalCheckAt(denied)]).toEqual([true, false, at(660)])
  expect(scheduledRemovalCheckAt(after(untried(1), untried(3600)))).toBe(at(7200))
  const confirmed: Disconnection = { ...denied, confirmedBy: 'customer' }
  expect([needsConfirmation(confirmed), isRemovalConfirmed(confirmed)]).toEqual([false, true])
  expect(isRemovalConfirmed({ ...after(untried(1)), confirmedBy: 'customer' })).toBe(false)
})

test('checks again soon, first while a page waits, and ever later without a request', () => {
  expect([nextRemovalCheckMs(requested), nextRemovalCheckMs(after(check('denied', 1)))]).toEqual([5000, 10_000])
  const hour = 3600
  expect(scheduledRemovalCheckAt(requested)).toBe(at(60))
  expect(scheduledRemovalCheckAt(after(check('allowed', 600)))).toBe(at(660))
  expect(scheduledRemovalCheckAt(after(check('allowed', hour)))).toBe(at(2 * hour))
  expect(scheduledRemovalCheckAt(after(check('unknown', 30 * hour)))).toBe(at(54 * hour))
  expect(scheduledRemovalCheckAt(after(check('denied', 30 * hour)))).toBe(at(30 * hour + 60))
})
