import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextCheckInMs } from './next-check.ts'
import { VerdictKind } from './probe-result.ts'
import { Diagnosis } from './verdict.ts'

const waiting = (waitedMs: number) => nextCheckInMs({ kind: 'waiting', diagnosis: 'propagating', waitedMs })

test('waiting backs off from two to ten seconds', () => {
  expect([0, 10_000, 40_000, 80_000, 600_000].map(waiting)).toEqual([2000, 3000, 6000, 10_000, 10_000])
})

test('a fix is confirmed after five seconds however long it took', () => {
  expect(nextCheckInMs({ kind: 'waiting', diagnosis: 'confirming-fix', waitedMs: 999_999 })).toBe(5000)
})

test('every verdict is looked at again, in whole milliseconds, and never in haste', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VerdictKind.options),
      fc.constantFrom(...Diagnosis.options),
      fc.double({ noNaN: true, min: -1e6, max: 1e12 }),
      (kind, diagnosis, waitedMs) => {
        const next = nextCheckInMs({ kind, diagnosis, waitedMs })
        expect(Number.isInteger(next) && next >= 2000).toBe(true)
      },
    ),
  )
})
