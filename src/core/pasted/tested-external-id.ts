import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { PastedRole } from './pasted-role.ts'
import type { Found, PastedRule } from './pasted-rule.ts'
import type { ConditionTest } from './trust-reading.ts'

export const testedExternalIdMessages = messages('tested-external-id', {
  must: (externalId: string) => `It must be StringEquals with sts:ExternalId ${externalId}.`,
})

export const idTests = ({ trust }: PastedRole): readonly ConditionTest[] =>
  (trust?.assuming ?? []).flatMap((statement) => statement.idTests)

/** What it must be instead. */
export const must =
  ({ plan }: PastedRole): Text =>
  (language) =>
    testedExternalIdMessages.in(language).must(plan.externalId)

/** An ailment that shows in one test of the external ID. */
export type Form = Omit<PastedRule, 'part' | 'found'> & {
  readonly is: (test: ConditionTest, pastedRole: PastedRole) => boolean
  readonly words: (test: ConditionTest, pastedRole: PastedRole) => Found
}

export const ofTest = ({ is, words, ...ailment }: Form): PastedRule => ({
  ...ailment,
  part: 'trust-policy',
  found: (pastedRole) => {
    const test = idTests(pastedRole).find((candidate) => is(candidate, pastedRole))
    return test === undefined ? null : words(test, pastedRole)
  },
})
