import type { Text } from '#core/text/text.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import type { PastedRule } from './pasted-rule.ts'

/** What is told by an error text. */
export type ErrorForm = Omit<PastedRule, 'found'> & {
  readonly is: (error: ErrorTextFact, pastedRole: PastedRole) => boolean
  readonly sentence: (pastedRole: PastedRole, error: ErrorTextFact) => Text
  readonly detail: (pastedRole: PastedRole, error: ErrorTextFact) => Text
}

export const ofError = ({ is, sentence, detail, ...rule }: ErrorForm): PastedRule => ({
  ...rule,
  found: (pastedRole) => {
    const error = pastedRole.errors.find((candidate) => is(candidate, pastedRole))
    return error === undefined ? null : { sentence: sentence(pastedRole, error), detail: detail(pastedRole, error) }
  },
})

export const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: ErrorTextFact): boolean =>
    codes.includes(code ?? '')
