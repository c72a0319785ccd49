import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp15Messages = messages('TP15', {
  title: 'ForAllValues on the external ID',
  what: 'ForAllValues: on sts:ExternalId in an Allow',
  why: 'ForAllValues is true when no external ID is sent. AWS advises against it in an Allow.',
  todo: 'Write StringEquals.',
  found: (operator: string) => `${operator} lets calls without an external ID in. Write StringEquals.`,
})

export const tp15: TrustRule = {
  id: 'TP15',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  messages: tp15Messages,
  check: (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ quantifier }) => quantifier === 'ForAllValues:')
        .map(({ operator, path }) => ({
          message: (language) => tp15Messages.in(language).found(operator),
          path: path.slice(0, -1),
          at: 'key',
          fix: demandExternalId(statement, subject),
        })),
    ),
}
