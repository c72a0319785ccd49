import { afterEach, expect, test, vi } from 'vitest'
import { hourly, reportClockDifference } from './repeated-work.ts'

const hour = 60 * 60_000

afterEach(() => void vi.useRealTimers())

function begun(end: () => Promise<void> = async () => {}) {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00.000Z') })
  const times: string[] = []
  const errors: unknown[] = []
  const work = () => {
    times.push(new Date().toISOString())
    return end()
  }
  return { times, errors, stop: hourly(work, (error) => errors.push(error)) }
}

test('does the work at the start and every hour, until it is stopped', async () => {
  const { times, stop } = begun()
  await vi.advanceTimersByTimeAsync(2 * hour)
  await stop()
  await vi.advanceTimersByTimeAsync(2 * hour)
  expect(times).toEqual(['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z'])
})

test('reports work that failed, and does it again', async () => {
  const fault = new Error('away')
  const { times, errors, stop } = begun(() => Promise.reject(fault))
  await vi.advanceTimersByTimeAsync(hour)
  await stop()
  expect([times.length, errors]).toEqual([2, [fault, fault]])
})

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
