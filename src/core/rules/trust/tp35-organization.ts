import { messages } from '#core/text/messages.ts'
import { conditionsOn, dropKeys } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp35Messages = messages('TP35', {
  title: 'The organization of the caller is compared',
  what: 'aws:PrincipalOrgID or aws:PrincipalOrgPaths',
  why: 'The vendor is not in the organization of the customer, so the condition is never met.',
  todo: 'Remove the condition.',
  found: 'The vendor is not in the organization of the customer, so this is never met. Remove it.',
})

const keys = ['aws:principalorgid', 'aws:principalorgpaths']

export const tp35: TrustRule = {
  id: 'TP35',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
  messages: tp35Messages,
  check: ({ statements }) =>
    statements
      .filter(({ principals }) => principals.length > 0)
      .flatMap((statement) => conditionsOn(statement, ...keys).map((condition) => ({ statement, condition })))
      .filter(({ statement, condition }) => statement.isAllow !== condition.isNegated && condition.comparison !== 'Null')
      .map(({ statement, condition }) => ({
        message: (language) => tp35Messages.in(language).found,
        path: condition.path,
        at: 'key',
        fix: dropKeys(statement, condition.keyName),
      })),
}
