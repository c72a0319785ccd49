import type { ExplanationFacts } from '#core/verify/explanation.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import type { FaviconState } from '#ui/controls/announcements.tsx'
import type { CalloutTone } from '#ui/controls/callout.tsx'
import type { Answer, Failure } from '#wizard/api/request.ts'
import { diagnosisTitle, explanation, verdictSentence } from './verdict-texts.ts'
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

/** How far the creation of a role has come, as far as the checks can tell. A failure is shown apart from it. */
export type Stage = 'not-launched' | 'launched' | 'overdue' | 'checking' | 'verified'

const roleIsAbsent: readonly Diagnosis[] = ['propagating', 'check-delayed', 'aws-unavailable']

/** `isLaunched` is what this page knows; the server may know of a launch elsewhere. */
export function stageOf(verdict: Verdict | null, isLaunched: boolean): Stage {
  const hasLaunched = isLaunched || typeof verdict?.history?.launchedAt === 'string'
  if (verdict === null || verdict.diagnosis === 'not-launched') return hasLaunched ? 'launched' : 'not-launched'
  if (verdict.kind === 'verified') return 'verified'
  if (verdict.diagnosis === 'not-assumable') return 'overdue'
  if (!roleIsAbsent.includes(verdict.diagnosis)) return 'checking'
  return hasLaunched || verdict.diagnosis === 'propagating' ? 'launched' : 'not-launched'
}

/** True while every check so far got the answer that AWS gives for a role it does not know yet. */
export const isWaitingForAws = ({ verdict, failure }: PollingState): boolean => failure === null && verdict?.diagnosis === 'propagating'

/**
 * The time from the launch, or from the first check where the launch is unknown, to the answer, both by the server's clock, plus the time
 * since the answer arrived. So a wrong clock of this device does no harm.
 */
export function secondsWaited({ verdict }: PollingState, sinceAnswerMs: number): number {
  if (verdict?.history === undefined) return 0
  const untilAnswerMs = Date.parse(verdict.checkedAt) - Date.parse(verdict.history.launchedAt ?? verdict.history.firstCheckAt)
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
}

const faces: Readonly<Record<VerdictKind, { readonly tone: CalloutTone; readonly icon: FaviconState }>> = {
  verified: { tone: 'success', icon: 'success' },
  waiting: { tone: 'note', icon: 'waiting' },
  'not-ready': { tone: 'waiting', icon: 'waiting' },
  unsafe: { tone: 'danger', icon: 'danger' },
  partial: { tone: 'waiting', icon: 'waiting' },
  inconclusive: { tone: 'note', icon: 'waiting' },
  'vendor-fault': { tone: 'note', icon: 'waiting' },
  drifted: { tone: 'danger', icon: 'danger' },
}

const notChecked = { tone: 'note', icon: 'waiting' } as const

/** The color of a failure: insecure, to be fixed by the customer, or the vendor's fault. */
export const toneOf = ({ kind }: Pick<Verdict, 'kind'>): CalloutTone => faces[kind].tone

/** There is something to fix, by the customer or by the vendor, so waiting doesn't help. A role that is only late may still come. */
export const isFailure = ({ kind, diagnosis }: Pick<Verdict, 'kind' | 'diagnosis'>): boolean =>
  !['verified', 'waiting', 'inconclusive'].includes(kind) && diagnosis !== 'not-assumable'

export function shortTitle({ kind, diagnosis }: Pick<Verdict, 'kind' | 'diagnosis'>): string {
  if (diagnosis === 'not-launched') return diagnosisTitle(diagnosis)
  return diagnosis === 'update-required'
    ? localized(verificationMessages).updateRequired.title
    : localized(verificationMessages).titles[kind]
}

export const stateInWords = (verdict: Verdict): string =>
  verdict.diagnosis === 'update-required' ? localized(verificationMessages).updateRequired.text : verdictSentence(verdict.kind)

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
