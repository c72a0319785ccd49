import type { RolePlan } from '#core/connection/role-plan.ts'
import { type ExplanationFacts, verdictKindMessages } from '#core/verify/explanation.ts'
import { inspectionSentences } from '#core/verify/inspection/inspection-words.ts'
import { type NamedCheck, namedChecks as namedChecksIn } from '#core/verify/named-checks.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { Diagnosis, ShownCause, Verdict } from '#core/verify/verdict.ts'
import { causeMessages, diagnosisTexts, explanation as explanationIn, type RenderedExplanation } from '#core/verify/verdict.ts'
import { currentLanguage } from '#i18n/language.ts'

export const explanation = (diagnosis: Diagnosis, facts: ExplanationFacts): RenderedExplanation =>
  explanationIn(diagnosis, facts, currentLanguage().code)

export const diagnosisTitle = (diagnosis: Diagnosis): string => diagnosisTexts(diagnosis, currentLanguage().code).title

/** The state in one sentence. */
export const verdictSentence = (kind: VerdictKind): string => verdictKindMessages.in(currentLanguage().code)[kind]

export const causeTexts = (cause: ShownCause) => causeMessages.in(currentLanguage().code)[cause]

/** The differences that reading the role found, in sentences. Empty where it wasn't read, or is as requested. */
export const readingSentences = ({ inspection }: Pick<Verdict, 'inspection'>): readonly string[] =>
  inspection === undefined ? [] : inspectionSentences(inspection, currentLanguage().code)

export const namedChecks = (verdict: Verdict | null, plan: Pick<RolePlan, 'permissions' | 'region' | 'vendor'>): readonly NamedCheck[] =>
  namedChecksIn(verdict, plan, currentLanguage().code)
