import { expect, test } from 'vitest'
import { reportClockDifference } from './clock-difference.ts'

const stored = Date.parse('2026-11-22T08:00:00.000Z')

/** The clock of this copy reads `askedMs` and then `answeredMs` more than that of the store. */
async function reported(askedMs: number, answeredMs = askedMs, store: Date | null = new Date(stored)) {
  const times = [askedMs, answeredMs].map((ms) => new Date(stored + ms))
  const warnings: unknown[] = []
  const log = { info: () => {}, error: () => {}, warn: (fields: unknown) => void warnings.push(fields) }
  const now = () => times.shift() ?? new Date(stored)
  await reportClockDifference({ registry: { storeTime: async () => store }, now, log })
  return warnings
}

test('reports a clock that is ahead of or behind that of the store by more than five seconds', async () => {
  expect([await reported(5001), await reported(-5001)]).toEqual([[{ differenceMs: 5001 }], [{ differenceMs: -5001 }]])
})

test('reports no smaller difference, no slow answer, and nothing where the store has no clock', async () => {
  expect(await Promise.all([reported(5000), reported(-5000), reported(-9000, 9000), reported(60_000, 60_000, null)])).toEqual([
    [],
    [],
    [],
    [],
  ])
})
