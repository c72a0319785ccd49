import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp17Messages = messages('TP17', {
  title: 'Everyone but the right one',
  what: 'A negated operator on sts:ExternalId in an Allow',
  why: 'StringNotEquals in an Allow lets everyone in except who sends the right external ID. In a Deny it is correct.',
  todo: 'Write StringEquals.',
  found: (operator: string) => `${operator} in an Allow lets everyone in but who sends this external ID. Write StringEquals.`,
})

export const tp17: TrustRule = {
  id: 'TP17',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  messages: tp17Messages,
  check: (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ isNegated }) => isNegated)
        .map(({ operator, path }) => ({
          message: (language) => tp17Messages.in(language).found(operator),
          path: path.slice(0, -1),
          at: 'key',
          fix: demandExternalId(statement, subject),
        })),
    ),
}
