import type { ExplanationFacts } from '#core/verify/explanation.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import type { FaviconState } from '#ui/controls/announcements.tsx'
import type { CalloutTone } from '#ui/controls/callout.tsx'
import type { PollingState } from './polling.ts'
import { explanation, verdictSentence } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'

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
  verified: { tone: 'proved', icon: 'proved', hasReport: false },
  waiting: { tone: 'waiting', icon: 'waiting', hasReport: false },
  'not-ready': { tone: 'waiting', icon: 'waiting', hasReport: true },
  unsafe: { tone: 'unsafe', icon: 'unsafe', hasReport: true },
  partial: { tone: 'waiting', icon: 'waiting', hasReport: true },
  inconclusive: { tone: 'waiting', icon: 'waiting', hasReport: true },
  'vendor-fault': { tone: 'waiting', icon: 'waiting', hasReport: true },
  drifted: { tone: 'unsafe', icon: 'unsafe', hasReport: true },
}

const notSeen = { tone: 'waiting', icon: 'waiting', hasReport: false } as const

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
  if (polling?.failure) return { ...notSeen, title: words.firstCheckFailed, shortTitle: words.firstCheckFailed, text: '' }
  // The text of the state that most often comes next, so that nothing jumps when the first answer is there.
  const { why } = explanation('propagating', facts)
  return { ...notSeen, title: words.notChecked, shortTitle: words.titles.waiting, text: why }
}

/** Announced only when it changes, not at each check or each second. */
export function announcement(polling: PollingState | undefined, { title, text }: CheckSummary): string {
  const seen = polling?.verdict ? `${title}. ${text}` : title
  return polling?.failure ? `${localized(verificationMessages).failed} ${seen}` : seen
}
