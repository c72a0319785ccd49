import type { ExplanationFacts } from '#core/verify/explanation.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import type { FaviconState } from '#ui/controls/announcements.tsx'
import type { CalloutTone } from '#ui/controls/callout.tsx'
import type { Answer, Failure } from '#wizard/api/request.ts'
import { explanation, verdictSentence } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'

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
  const untilAnswerMs = Date.parse(verdict.checkedAt) - Date.parse(verdict.history.firstCheckAt)
  return Math.floor((Math.max(0, untilAnswerMs) + Math.max(0, sinceAnswerMs)) / 1000)
}

/** The user pressed a button or returned to the page, so the check comes before its time and needs a new verdict. */
export function isEarlyCheck(polling: PollingState, elapsedMs: number): boolean {
  return elapsedMs < nextCheckIn(polling) - 200
}

/** The state of a connection in short, for the callout, the title of the page, its icon, and the announcement. */
export type CheckSummary = {
  readonly tone: CalloutTone
  readonly icon: FaviconState
  readonly title: string
  /** In the title of the page, where room is short. */
  readonly shortTitle: string
  readonly text: string
  /** There is more to say than waiting: what happened, why, what to do. */
  readonly hasReport: boolean
}

const faces: Readonly<Record<VerdictKind, { readonly tone: CalloutTone; readonly icon: FaviconState; readonly hasReport: boolean }>> = {
  verified: { tone: 'success', icon: 'success', hasReport: false },
  waiting: { tone: 'waiting', icon: 'waiting', hasReport: false },
  'not-ready': { tone: 'waiting', icon: 'waiting', hasReport: true },
  unsafe: { tone: 'danger', icon: 'danger', hasReport: true },
  partial: { tone: 'waiting', icon: 'waiting', hasReport: true },
  inconclusive: { tone: 'waiting', icon: 'waiting', hasReport: true },
  'vendor-fault': { tone: 'waiting', icon: 'waiting', hasReport: true },
  drifted: { tone: 'danger', icon: 'danger', hasReport: true },
}

const notChecked = { tone: 'waiting', icon: 'waiting', hasReport: false } as const

const isUpdate = ({ diagnosis }: Pick<Verdict, 'diagnosis'>): boolean => diagnosis === 'update-required'

export const shortTitle = (verdict: Pick<Verdict, 'kind' | 'diagnosis'>): string =>
  isUpdate(verdict) ? localized(verificationMessages).updateRequired.title : localized(verificationMessages).titles[verdict.kind]

export const stateInWords = (verdict: Verdict): string =>
  isUpdate(verdict) ? localized(verificationMessages).updateRequired.text : verdictSentence(verdict.kind)

export function checkSummary(polling: PollingState | undefined, facts: ExplanationFacts): CheckSummary {
  const words = localized(verificationMessages)
  const verdict = polling?.verdict ?? null
  if (verdict !== null) {
    const { title, why } = explanation(verdict.diagnosis, facts)
    // A delayed check found nothing to report: the role can still be created meanwhile.
    const isWaiting = verdict.kind === 'waiting' || verdict.diagnosis === 'check-delayed'
    const face = isWaiting ? faces.waiting : faces[verdict.kind]
    return { ...face, title, shortTitle: shortTitle(verdict), text: isWaiting ? why : stateInWords(verdict) }
  }
  if (polling?.failure) return { ...notChecked, title: words.firstCheckFailed, shortTitle: words.firstCheckFailed, text: '' }
  // The text of the state that most often comes next, so that nothing jumps when the first answer is there.
  const { why } = explanation('propagating', facts)
  return { ...notChecked, title: words.notChecked, shortTitle: words.titles.waiting, text: why }
}

/** Announced only when it changes, not at each check or each second. */
export function announcement(polling: PollingState | undefined, { title, text }: CheckSummary): string {
  const summary = polling?.verdict ? `${title}. ${text}` : title
  return polling?.failure ? `${localized(verificationMessages).failed} ${summary}` : summary
}
