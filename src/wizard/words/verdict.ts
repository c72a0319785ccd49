import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Say } from '#core/rules/said.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'
import { explanation as inWords, type RenderedExplanation } from '#core/verify/explanations.ts'
import { namedChecks as inNamedChecks, type NamedCheck } from '#core/verify/named-checks.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { verdictMessages } from './verdict-messages.ts'

/** What a verification found, in the language of the page. */
export const explanation = (diagnosis: Diagnosis, facts: ExplanationFacts): RenderedExplanation =>
  inWords(diagnosis, facts, localized(verdictMessages).diagnoses)

export const diagnosisTitle = (diagnosis: Diagnosis): string => localized(verdictMessages).diagnoses[diagnosis].title

const say: Say = (sentence, entry) => localized(verdictMessages).say(sentence, entry)

export const namedChecks = (verdict: Verdict | null, plan: Pick<RolePlan, 'permissions' | 'vendor'>): readonly NamedCheck[] =>
  inNamedChecks(verdict, plan, say)
