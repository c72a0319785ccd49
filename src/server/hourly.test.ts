import { afterEach, expect, test, vi } from 'vitest'
import { hourly } from './hourly.ts'

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
