import type { EventRecord } from '#server/registry/event-records.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** After the first attempt, the second, and so on: together three days. */
const pausesMs = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 20 * hour] as const

/** An event that waited behind others gets one attempt, however old it is. */
const windowMs = 72 * hour

/** Events that failed together don't come back together. */
const longestDelay = 0.1

/** When to try again after a failed attempt. Null: no more. `random` is from 0 to 1. */
export function nextAttemptAt(
  { attempts, queuedAt }: Pick<EventRecord, 'attempts' | 'queuedAt'>,
  now: Date,
  random: number,
): string | null {
  const pauseMs = pausesMs[attempts - 1]
  if (pauseMs === undefined || now.getTime() - Date.parse(queuedAt) >= windowMs) return null
  return new Date(now.getTime() + pauseMs * (1 + random * longestDelay)).toISOString()
}
