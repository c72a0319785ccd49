import { type Circumstance, circumstancesIn, malformedRoleArn } from './circumstances.ts'
import type { ErrorTextFact, PastedFact } from './pasted-fact.ts'
import { roleDenial } from './role-denial.ts'

type Told = { readonly circumstances?: readonly Circumstance[] }

function withArn(error: ErrorTextFact, malformedArn: string | null): ErrorTextFact {
  const isOfRole = error.operation === 'AssumeRole' || roleDenial(error.message) !== null
  return malformedArn === null || !isOfRole ? error : { ...error, malformedArn }
}

/** Errors and the words of vendors, with what the whole text tells in addition. */
export function withCircumstances(facts: readonly PastedFact[], text: string): readonly PastedFact[] {
  if (!facts.some(({ kind }) => kind === 'error-text' || kind === 'vendor-words')) return facts
  const circumstances = circumstancesIn(text)
  const told: Told = circumstances.length === 0 ? {} : { circumstances }
  const malformedArn = malformedRoleArn(text)
  return facts.map((fact): PastedFact => {
    if (fact.kind === 'error-text') return withArn({ ...fact, ...told }, malformedArn)
    return fact.kind === 'vendor-words' ? { ...fact, ...told } : fact
  })
}
