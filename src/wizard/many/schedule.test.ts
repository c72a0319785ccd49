import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { firstSight, gapMs, looksAtOnce, nextDueAt, nextToLookAt, type Sight, sightAfter, sightAfterFailure } from './schedule.ts'

const verdict = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis'] = 'not-assumable', nextCheckInMs = 2000): Verdict =>
  verdictOf({ kind, diagnosis, nextCheckInMs })

const at = (dueAt: number | null, change: Partial<Sight> = {}): Sight => ({ ...firstSight(null, 0), dueAt, ...change })

test('unchecked and failed connections are due at once; verified ones are not', () => {
  expect(firstSight(null, 7).dueAt).toBe(7)
  expect(firstSight(verdict('unsafe'), 7).dueAt).toBe(7)
  expect(firstSight(verdict('verified'), 7).dueAt).toBeNull()
})

test('doubles the interval after the same result, up to two minutes; a new result resets it', () => {
  let sight = firstSight(null, 0)
  const pauses = Array.from({ length: 8 }, () => {
    sight = sightAfter(sight, verdict('not-ready'), 0)
    return sight.dueAt
  })
  expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000])
  expect(sightAfter(sight, verdict('unsafe', 'external-id-not-required'), 0).dueAt).toBe(5_000)
  expect(sightAfter(sight, verdict('verified'), 0).dueAt).toBeNull()
  expect(sightAfter(firstSight(null, 0), verdict('vendor-fault', 'not-assumable', 30_000), 0).dueAt).toBe(30_000)
})

test('keeps the last verdict when our server fails', () => {
  const seen = sightAfter(firstSight(null, 0), verdict('unsafe'), 0)
  expect(sightAfterFailure({ ...seen, isLooking: true }, 100)).toEqual({ ...seen, dueAt: 5_100 })
})

test('requested checks go first, then the longest overdue', () => {
  const sights = new Map([
    ['late', at(50)],
    ['early', at(10)],
    ['future', at(500)],
    ['verified', at(null)],
  ])
  expect(nextToLookAt(sights, 100)).toBe('early')
  expect(nextToLookAt(new Map([...sights, ['asked', at(900, { isUrgent: true })]]), 100)).toBe('asked')
  expect(nextToLookAt(new Map([['future', at(500)]]), 100)).toBeNull()
  expect(nextDueAt(sights)).toBe(10)
  expect(nextDueAt(new Map([['verified', at(null)]]))).toBeNull()
})

test('never exceeds the limit of concurrent checks', () => {
  const looking = Array.from({ length: looksAtOnce }, (_, index) => [`l${index}`, at(0, { isLooking: true })] as const)
  expect(nextToLookAt(new Map([...looking, ['due', at(0, { isUrgent: true })]]), 100)).toBeNull()
  expect(60_000 / gapMs).toBeLessThan(180)
})
