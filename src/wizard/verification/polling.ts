import type { Verdict } from '#core/verify/verdict.ts'
import type { Answer, Failure } from '#wizard/api/request.ts'

/** The last verdict on a connection, and why the latest request brought none. */
export type PollingState = { readonly verdict: Verdict | null; readonly failure: Failure | null }

/** A look that fails takes nothing away from what was seen before. */
export function pollingAfter(before: PollingState | undefined, answer: Answer<Verdict>): PollingState {
  return answer.kind === 'answer' ? { verdict: answer.value, failure: null } : { verdict: before?.verdict ?? null, failure: answer }
}

const soonest = 2_000
const afterFailure = 5_000
const longestPause = 60_000
const longestRest = 60 * 60_000

const within = (milliseconds: number, longest: number): number => Math.min(Math.max(milliseconds, soonest), longest)

/** Milliseconds from one look to the next: as the server asks, within bounds, so that no answer ends the watching. */
export function nextCheckIn(watch: PollingState | undefined): number {
  const failure = watch?.failure ?? null
  if (failure?.kind === 'problem' && failure.retryAfterMs !== null) return within(failure.retryAfterMs, longestPause)
  if (failure !== null) return afterFailure
  const verdict = watch?.verdict ?? null
  return within(verdict?.nextCheckInMs ?? soonest, verdict?.kind === 'verified' ? longestRest : longestPause)
}

/** The moment at which a role turns out to be safe and working: not when it is merely seen so again. */
export function turnsVerified(before: PollingState | undefined, after: PollingState): boolean {
  return after.failure === null && after.verdict?.kind === 'verified' && before?.verdict?.kind !== 'verified'
}

/** Something other than waiting was seen, and it is not what was seen before. */
export function isNews(before: PollingState | undefined, { verdict, failure }: PollingState): boolean {
  return failure === null && verdict !== null && verdict.kind !== 'waiting' && verdict.kind !== before?.verdict?.kind
}

/** True while every check so far got the answer that AWS gives for a role it does not know yet. */
export const isWaitingForAws = ({ verdict, failure }: PollingState): boolean => failure === null && verdict?.diagnosis === 'propagating'

/**
 * Seconds since the first look of all, whoever made it: between two times of the server, and from then on as long as the answer is
 * here. So a clock of this device that is wrong does no harm.
 */
export function secondsSinceFirstCheck({ verdict }: PollingState, sinceAnswerMs: number): number {
  if (verdict?.history === undefined) return 0
  const untilAnswerMs = Date.parse(verdict.checkedAt) - Date.parse(verdict.history.firstLookAt)
  return Math.floor((Math.max(0, untilAnswerMs) + Math.max(0, sinceAnswerMs)) / 1000)
}

/** Somebody pressed a button or came back to the page: a look that the schedule did not ask for wants a fresh answer. */
export function isEarlyCheck(watch: PollingState, elapsedMs: number): boolean {
  return elapsedMs < nextCheckIn(watch) - 200
}
