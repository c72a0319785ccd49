import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextCheckInMs } from './next-check.ts'
import { VerdictKind } from './probe-result.ts'
import { Diagnosis } from './verdict.ts'

const launched = (waitedMs: number) => nextCheckInMs({ kind: 'waiting', diagnosis: 'propagating', sinceFirstCheckMs: 900_000, waitedMs })
const notLaunched = (sinceFirstCheckMs: number) =>
  nextCheckInMs({ kind: 'waiting', diagnosis: 'not-launched', sinceFirstCheckMs, waitedMs: null })

test('checks every two seconds while most roles become available, then backs off to ten', () => {
  expect([0, 10_000, 40_000, 80_000, 120_000, 600_000].map(launched)).toEqual([2000, 2000, 2000, 6000, 10_000, 10_000])
})

test('backs off from the first check on while nothing was launched', () => {
  expect([0, 10_000, 40_000, 80_000, 600_000].map(notLaunched)).toEqual([2000, 3000, 6000, 10_000, 10_000])
})

test('a fix is confirmed after five seconds however long it took', () => {
  expect(nextCheckInMs({ kind: 'waiting', diagnosis: 'confirming-fix', sinceFirstCheckMs: 999_999, waitedMs: 999_999 })).toBe(5000)
})

test('schedules a recheck for every verdict, in whole milliseconds and not too soon', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VerdictKind.options),
      fc.constantFrom(...Diagnosis.options),
      fc.double({ noNaN: true, min: -1e6, max: 1e12 }),
      fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e12 }), { nil: null }),
      (kind, diagnosis, sinceFirstCheckMs, waitedMs) => {
        const next = nextCheckInMs({ kind, diagnosis, sinceFirstCheckMs, waitedMs })
        expect(Number.isInteger(next) && next >= 2000).toBe(true)
      },
    ),
  )
})
