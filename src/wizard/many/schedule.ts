import type { LastLook } from '#core/verify/last-check.ts'
import type { Verdict } from '#core/verify/verdict.ts'

/** Times are milliseconds since the epoch. */
export type Sight = {
  readonly look: Omit<LastLook, 'connectionId'> | null
  readonly isLooking: boolean
  /** Somebody asked for a look just now. */
  readonly isUrgent: boolean
  /** Null: no further check is planned. */
  readonly dueAt: number | null
  /** Looks in a row that brought the same. */
  readonly repeats: number
}

export type Sights = ReadonlyMap<string, Sight>

/** Limits for concurrent checks and the interval between them: 120 a minute; the server allows 180. */
export const looksAtOnce = 3
export const gapMs = 500

const firstPauseMs = 5_000
const longestPauseMs = 120_000

/** Doubled with each look that brings the same; never before the server has something new to say. */
function pauseMs(repeats: number, nextCheckInMs: number): number {
  return Math.max(nextCheckInMs, Math.min(longestPauseMs, firstPauseMs * 2 ** repeats))
}

/** A verified connection is not checked again from this page. */
const plannedFrom = (look: Sight['look'], now: number): number | null => (look?.kind === 'verified' ? null : now)

export function firstSight(look: Sight['look'], now: number): Sight {
  return { look, isLooking: false, isUrgent: false, dueAt: plannedFrom(look, now), repeats: 0 }
}

export function sightAfter(before: Sight, { kind, diagnosis, checkedAt, simulated, nextCheckInMs }: Verdict, now: number): Sight {
  const repeats = before.look?.diagnosis === diagnosis ? before.repeats + 1 : 0
  const dueAt = kind === 'verified' ? null : now + pauseMs(repeats, nextCheckInMs)
  return { look: { kind, diagnosis, checkedAt, simulated }, isLooking: false, isUrgent: false, dueAt, repeats }
}

/** A failed request keeps the last verdict. */
export function sightAfterFailure(before: Sight, now: number): Sight {
  return { ...before, isLooking: false, isUrgent: false, dueAt: now + firstPauseMs }
}

const isWaiting = ([, sight]: readonly [string, Sight]): boolean => !sight.isLooking && sight.dueAt !== null

/** Requested checks come first, then the longest overdue. Null when nothing is due or the limit is reached. */
export function nextToLookAt(sights: Sights, now: number): string | null {
  const all = [...sights]
  if (all.filter(([, { isLooking }]) => isLooking).length >= looksAtOnce) return null
  const due = all.filter(isWaiting).filter(([, { dueAt, isUrgent }]) => isUrgent || (dueAt ?? 0) <= now)
  const [first] = due.toSorted(
    ([, one], [, other]) => Number(other.isUrgent) - Number(one.isUrgent) || (one.dueAt ?? 0) - (other.dueAt ?? 0),
  )
  return first?.[0] ?? null
}

/** When there is something to do next; null for never. */
export function nextDueAt(sights: Sights): number | null {
  const times = [...sights].filter(isWaiting).map(([, { dueAt, isUrgent }]) => (isUrgent ? 0 : (dueAt ?? 0)))
  return times.length === 0 ? null : Math.min(...times)
}
