import type { Verdict } from '#core/verify/verdict.ts'
import type { Answer, Failure } from '#wizard/api/request.ts'

/** The last verdict on a connection, and why the latest request brought none. */
export type PollingState = { readonly verdict: Verdict | null; readonly failure: Failure | null }

/** A failed request keeps the earlier verdict. */
export function pollingAfter(before: PollingState | undefined, answer: Answer<Verdict>): PollingState {
  return answer.kind === 'answer' ? { verdict: answer.value, failure: null } : { verdict: before?.verdict ?? null, failure: answer }
}

const soonest = 2_000
const afterFailure = 5_000
const longestPause = 60_000
const longestRest = 60 * 60_000

const within = (milliseconds: number, longest: number): number => Math.min(Math.max(milliseconds, soonest), longest)

/** In milliseconds, within bounds, so that no answer of the server ends the polling. */
export function nextCheckIn(polling: PollingState | undefined): number {
  const failure = polling?.failure ?? null
  if (failure?.kind === 'problem' && failure.retryAfterMs !== null) return within(failure.retryAfterMs, longestPause)
  if (failure !== null) return afterFailure
  const verdict = polling?.verdict ?? null
  return within(verdict?.nextCheckInMs ?? soonest, verdict?.kind === 'verified' ? longestRest : longestPause)
}

/** False when the role was verified before. */
export function turnsVerified(before: PollingState | undefined, after: PollingState): boolean {
  return after.failure === null && after.verdict?.kind === 'verified' && before?.verdict?.kind !== 'verified'
}

/** True for a verdict other than waiting that differs from the one before. */
export function isNews(before: PollingState | undefined, { verdict, failure }: PollingState): boolean {
  return failure === null && verdict !== null && verdict.kind !== 'waiting' && verdict.kind !== before?.verdict?.kind
}

/** True while every check so far got the answer that AWS gives for a role it does not know yet. */
export const isWaitingForAws = ({ verdict, failure }: PollingState): boolean => failure === null && verdict?.diagnosis === 'propagating'

/**
 * The time from the first check to the answer, both by the server's clock, plus the time since the answer arrived. So a wrong clock of this
 * device does no harm.
 */
export function secondsSinceFirstCheck({ verdict }: PollingState, sinceAnswerMs: number): number {
  if (verdict?.history === undefined) return 0
  const untilAnswerMs = Date.parse(verdict.checkedAt) - Date.parse(verdict.history.firstLookAt)
  return Math.floor((Math.max(0, untilAnswerMs) + Math.max(0, sinceAnswerMs)) / 1000)
}

/** The user pressed a button or returned to the page, so the check comes before its time and needs a new verdict. */
export function isEarlyCheck(polling: PollingState, elapsedMs: number): boolean {
  return elapsedMs < nextCheckIn(polling) - 200
}
