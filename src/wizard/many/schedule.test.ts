import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { type AccountCheck, checkAfter, checkAfterFailure, concurrentChecks, firstCheck, gapMs, nextDue, nextDueAt } from './schedule.ts'

const verdict = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis'] = 'not-assumable', nextCheckInMs = 2000): Verdict =>
  verdictOf({ kind, diagnosis, nextCheckInMs })

const at = (dueAt: number | null, change: Partial<AccountCheck> = {}): AccountCheck => ({ ...firstCheck(null, 0), dueAt, ...change })

test('unchecked and failed connections are due at once; verified ones are not', () => {
  expect(firstCheck(null, 7).dueAt).toBe(7)
  expect(firstCheck(verdict('unsafe'), 7).dueAt).toBe(7)
  expect(firstCheck(verdict('verified'), 7).dueAt).toBeNull()
})

test('doubles the interval after the same result, up to two minutes; a new result resets it', () => {
  let check = firstCheck(null, 0)
  const pauses = Array.from({ length: 8 }, () => {
    check = checkAfter(check, verdict('not-ready'), 0)
    return check.dueAt
  })
  expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000])
  expect(checkAfter(check, verdict('unsafe', 'external-id-not-required'), 0).dueAt).toBe(5_000)
  expect(checkAfter(check, verdict('verified'), 0).dueAt).toBeNull()
  expect(checkAfter(firstCheck(null, 0), verdict('vendor-fault', 'not-assumable', 30_000), 0).dueAt).toBe(30_000)
})

test('keeps the last verdict when our server fails', () => {
  const seen = checkAfter(firstCheck(null, 0), verdict('unsafe'), 0)
  expect(checkAfterFailure({ ...seen, isChecking: true }, 100)).toEqual({ ...seen, dueAt: 5_100 })
})

test('requested checks go first, then the longest overdue', () => {
  const checks = new Map([
    ['late', at(50)],
    ['early', at(10)],
    ['future', at(500)],
    ['verified', at(null)],
  ])
  expect(nextDue(checks, 100)).toBe('early')
  expect(nextDue(new Map([...checks, ['asked', at(900, { isUrgent: true })]]), 100)).toBe('asked')
  expect(nextDue(new Map([['future', at(500)]]), 100)).toBeNull()
  expect(nextDueAt(checks)).toBe(10)
  expect(nextDueAt(new Map([['verified', at(null)]]))).toBeNull()
})

test('never exceeds the limit of concurrent checks', () => {
  const checking = Array.from({ length: concurrentChecks }, (_, index) => [`l${index}`, at(0, { isChecking: true })] as const)
  expect(nextDue(new Map([...checking, ['due', at(0, { isUrgent: true })]]), 100)).toBeNull()
  expect(60_000 / gapMs).toBeLessThan(180)
})
