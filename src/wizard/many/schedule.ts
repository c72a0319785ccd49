import type { LastCheck, Verdict } from '#core/verify/verdict.ts'

/** Times are milliseconds since the epoch. */
export type AccountCheck = {
  readonly last: Omit<LastCheck, 'connectionId'> | null
  readonly isChecking: boolean
  /** The user asked for a check just now. */
  readonly isUrgent: boolean
  /** Null: no further check is planned. */
  readonly dueAt: number | null
  /** Consecutive checks with the same result. */
  readonly repeats: number
}

export type AccountChecks = ReadonlyMap<string, AccountCheck>

/** Limits for concurrent checks and the interval between them: 120 a minute; the server allows 180. */
export const concurrentChecks = 3
export const gapMs = 500

const firstPauseMs = 5_000
const longestPauseMs = 120_000

/** Doubles with each check that has the same result, and never ends before the server has a new verdict. */
function pauseMs(repeats: number, nextCheckInMs: number): number {
  return Math.max(nextCheckInMs, Math.min(longestPauseMs, firstPauseMs * 2 ** repeats))
}

/** A verified connection is not checked again from this page. */
const plannedFrom = (last: AccountCheck['last'], now: number): number | null => (last?.kind === 'verified' ? null : now)

export function firstCheck(last: AccountCheck['last'], now: number): AccountCheck {
  return { last, isChecking: false, isUrgent: false, dueAt: plannedFrom(last, now), repeats: 0 }
}

export function checkAfter(
  before: AccountCheck,
  { kind, diagnosis, checkedAt, simulated, nextCheckInMs }: Verdict,
  now: number,
): AccountCheck {
  const repeats = before.last?.diagnosis === diagnosis ? before.repeats + 1 : 0
  const dueAt = kind === 'verified' ? null : now + pauseMs(repeats, nextCheckInMs)
  return { last: { kind, diagnosis, checkedAt, simulated }, isChecking: false, isUrgent: false, dueAt, repeats }
}

/** A failed request keeps the last verdict. */
export function checkAfterFailure(before: AccountCheck, now: number): AccountCheck {
  return { ...before, isChecking: false, isUrgent: false, dueAt: now + firstPauseMs }
}

const isWaiting = ([, check]: readonly [string, AccountCheck]): boolean => !check.isChecking && check.dueAt !== null

/** Requested checks come first, then the longest overdue. Null when nothing is due or the limit is reached. */
export function nextDue(checks: AccountChecks, now: number): string | null {
  const all = [...checks]
  if (all.filter(([, { isChecking }]) => isChecking).length >= concurrentChecks) return null
  const due = all.filter(isWaiting).filter(([, { dueAt, isUrgent }]) => isUrgent || (dueAt ?? 0) <= now)
  const [first] = due.toSorted(
    ([, one], [, other]) => Number(other.isUrgent) - Number(one.isUrgent) || (one.dueAt ?? 0) - (other.dueAt ?? 0),
  )
  return first?.[0] ?? null
}

/** When there is something to do next; null for never. */
export function nextDueAt(checks: AccountChecks): number | null {
  const times = [...checks].filter(isWaiting).map(([, { dueAt, isUrgent }]) => (isUrgent ? 0 : (dueAt ?? 0)))
  return times.length === 0 ? null : Math.min(...times)
}
