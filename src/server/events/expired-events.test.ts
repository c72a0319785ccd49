import { afterEach, expect, test, vi } from 'vitest'
import { removeExpiredEvents } from './expired-events.ts'

const hour = 60 * 60_000

afterEach(() => void vi.useRealTimers())

function removal(fail: () => Promise<void> = async () => {}) {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00.000Z') })
  const times: string[] = []
  const errors: unknown[] = []
  const events = {
    removeExpired: (now: string) => {
      times.push(now)
      return fail()
    },
  }
  return { times, errors, stop: removeExpiredEvents({ events, now: () => new Date(), onError: (error) => errors.push(error) }) }
}

test('removes expired events at the start and every hour, until it is stopped', async () => {
  const { times, stop } = removal()
  await vi.advanceTimersByTimeAsync(2 * hour)
  await stop()
  await vi.advanceTimersByTimeAsync(2 * hour)
  expect(times).toEqual(['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z'])
})

test('reports a registry that cannot be used, and tries again', async () => {
  const fault = new Error('away')
  const { times, errors, stop } = removal(() => Promise.reject(fault))
  await vi.advanceTimersByTimeAsync(hour)
  await stop()
  expect([times.length, errors]).toEqual([2, [fault, fault]])
})
