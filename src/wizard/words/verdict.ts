import type { RolePlan } from '#core/connection/role-plan.ts'
import { causeWords as englishCauses } from '#core/verify/cause-words.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'
import {
  type DiagnosisWords,
  explanations,
  explanation as inWords,
  type RenderedExplanation,
  verdictWords as verdicts,
} from '#core/verify/explanations.ts'
import { namedChecks as inNamedChecks, type NamedCheck } from '#core/verify/named-checks.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { inLanguage, spokenLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const diagnoses: DiagnosisWords = explanations

const english = { causes: englishCauses, diagnoses, verdicts }

export type VerdictWords = WordsOf<typeof english>

const words = inLanguage('later', 'verdict', english)

/** What a verification found, in the language of the page. */
export const explanation = (diagnosis: Diagnosis, facts: ExplanationFacts): RenderedExplanation =>
  inWords(diagnosis, facts, words.diagnoses)

export const diagnosisTitle = (diagnosis: Diagnosis): string => words.diagnoses[diagnosis].title

/** The state in one sentence. */
export const verdictWords = words.verdicts

export const causeWords = words.causes

export const namedChecks = (verdict: Verdict | null, plan: Pick<RolePlan, 'terms' | 'vendor'>): readonly NamedCheck[] =>
  inNamedChecks(verdict, plan, spokenLanguage().code)
