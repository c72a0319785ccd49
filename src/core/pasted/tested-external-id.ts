import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { Patient } from './pasted-role.ts'
import type { Ailment, AilmentWords } from './pasted-rule.ts'
import type { ConditionTest } from './trust-reading.ts'

export const testedExternalIdMessages = messages('tested-external-id', {
  must: (externalId: string) => `It must be StringEquals with sts:ExternalId ${externalId}.`,
})

export const idTests = ({ trust }: Patient): readonly ConditionTest[] => (trust?.assuming ?? []).flatMap((statement) => statement.idTests)

/** What it must be instead. */
export const must =
  ({ plan }: Patient): Text =>
  (language) =>
    testedExternalIdMessages.in(language).must(plan.externalId)

/** An ailment that shows in one test of the external ID. */
export type Form = Omit<Ailment, 'part' | 'found'> & {
  readonly is: (test: ConditionTest, patient: Patient) => boolean
  readonly words: (test: ConditionTest, patient: Patient) => AilmentWords
}

export const ofTest = ({ is, words, ...ailment }: Form): Ailment => ({
  ...ailment,
  part: 'trust-policy',
  found: (patient) => {
    const test = idTests(patient).find((candidate) => is(candidate, patient))
    return test === undefined ? null : words(test, patient)
  },
})
