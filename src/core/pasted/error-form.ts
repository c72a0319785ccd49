import type { Text } from '#core/text/text.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { Patient } from './pasted-role.ts'
import type { Ailment } from './pasted-rule.ts'

/** What is told by an error text. */
export type ErrorForm = Omit<Ailment, 'found'> & {
  readonly is: (error: ErrorTextFact, patient: Patient) => boolean
  readonly sentence: (patient: Patient, error: ErrorTextFact) => Text
  readonly detail: (patient: Patient, error: ErrorTextFact) => Text
}

export const ofError = ({ is, sentence, detail, ...ailment }: ErrorForm): Ailment => ({
  ...ailment,
  found: (patient) => {
    const error = patient.errors.find((candidate) => is(candidate, patient))
    return error === undefined ? null : { sentence: sentence(patient, error), detail: detail(patient, error) }
  },
})

export const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: ErrorTextFact): boolean =>
    codes.includes(code ?? '')
