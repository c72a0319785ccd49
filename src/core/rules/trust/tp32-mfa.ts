import type { ConditionView } from '#core/policy/policy-view.ts'
import type { TrustStatement } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { conditionsOn, dropKeys, refusesWithoutKey } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp32Messages = messages('TP32', {
  title: 'MFA is demanded',
  what: 'A condition that only a caller with MFA meets',
  why: 'A program has no MFA device, so it is always refused.',
  todo: 'Remove the condition.',
  found: (key: string) => `The product is a program and has no MFA device, so this is never met. Remove ${key}.`,
})

const keys = ['aws:multifactorauthpresent', 'aws:multifactorauthage']

function demandsMfa({ statement, condition }: { readonly statement: TrustStatement; readonly condition: ConditionView }): boolean {
  const { comparison, isIfExists, isNegated, values, keyName } = condition
  if (comparison === 'Null' || keyName.endsWith('age')) return refusesWithoutKey(statement, condition)
  if (isNegated) return refusesWithoutKey(statement, condition)
  const wanted = statement.isAllow ? 'true' : 'false'
  return (
    (comparison === 'Bool' || isIfExists || comparison.startsWith('String')) && values.every(({ text }) => text.toLowerCase() === wanted)
  )
}

export const tp32: TrustRule = {
  id: 'TP32',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  messages: tp32Messages,
  check: ({ statements }) =>
    statements
      .filter(({ principals }) => principals.length > 0)
      .flatMap((statement) => conditionsOn(statement, ...keys).map((condition) => ({ statement, condition })))
      .filter(demandsMfa)
      .map(({ statement, condition }) => ({
        message: (language) => tp32Messages.in(language).found(condition.key),
        path: condition.path,
        at: 'key',
        fix: dropKeys(statement, condition.keyName),
      })),
}
