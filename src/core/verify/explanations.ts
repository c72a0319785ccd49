import type { Explanation, ExplanationFacts, ExplanationWords, VerdictKindWords } from './explanation.ts'
import { explanationsOfDanger } from './explanations-of-danger.ts'
import { explanationsOfOtherAnswers } from './explanations-of-other-answers.ts'
import { explanationsOfRefusal } from './explanations-of-refusal.ts'
import type { Diagnosis } from './verdict.ts'

/** For each diagnosis: what happened, why as far as AWS lets anyone know, what to do now. */
export const explanations = {
  ...explanationsOfDanger,
  ...explanationsOfRefusal,
  ...explanationsOfOtherAnswers,
} satisfies Readonly<Record<Diagnosis, Explanation>>

export type RenderedExplanation = Pick<Explanation, 'actor' | 'title' | 'paste'> & {
  readonly happened: string
  readonly why: string
  readonly todo: readonly string[]
}

export type DiagnosisWords = Readonly<Record<Diagnosis, ExplanationWords>>

export function explanation(diagnosis: Diagnosis, facts: ExplanationFacts, words: DiagnosisWords = explanations): RenderedExplanation {
  const { actor, paste }: Explanation = explanations[diagnosis]
  const { title, happened, why, todo } = words[diagnosis]
  return { actor, title, paste, happened: happened(facts), why: why(facts), todo: todo(facts) }
}

/** The state in one sentence. */
export const verdictWords: VerdictKindWords = {
  verified: 'The role works and is safe.',
  waiting: 'We are waiting for AWS and keep looking.',
  'not-ready': 'The role does not let us in yet.',
  unsafe: 'The role works, but is not safe, so it is not used.',
  partial: 'The role is safe, but lacks a permission.',
  inconclusive: 'The check could not be finished and is repeated by itself.',
  'vendor-fault': 'The problem is on our side; your role is not at fault.',
  drifted: 'The role has changed since it was verified.',
}
