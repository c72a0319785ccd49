import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp14Messages = messages('TP14', {
  title: 'The external ID is optional',
  what: 'IfExists on sts:ExternalId in an Allow',
  why: 'An operator with IfExists is true when no external ID is sent, so whoever sends none gets in.',
  todo: 'Write StringEquals.',
  found: (operator: string) => `${operator} lets calls without an external ID in. Write StringEquals.`,
})

export const tp14: TrustRule = {
  id: 'TP14',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists',
  messages: tp14Messages,
  check: (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ isIfExists }) => isIfExists)
        .map(({ operator, path }) => ({
          message: (language) => tp14Messages.in(language).found(operator),
          path: path.slice(0, -1),
          at: 'key',
          fix: demandExternalId(statement, subject),
        })),
    ),
}
