import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp18Messages = messages('TP18', {
  title: 'The case of the external ID does not count',
  what: 'StringEqualsIgnoreCase on sts:ExternalId',
  why: 'It works, but takes more external IDs than one.',
  todo: 'Write StringEquals.',
  found: 'This also takes the external ID in other letter case. Write StringEquals.',
})

export const tp18: TrustRule = {
  id: 'TP18',
  severity: 'info',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  messages: tp18Messages,
  check: (subject) =>
    subject.statements
      .filter(({ admits }) => admits)
      .flatMap((statement) =>
        conditionsOn(statement, externalIdKey)
          .filter(({ comparison }) => comparison === 'StringEqualsIgnoreCase')
          .map(({ path }) => ({
            message: (language) => tp18Messages.in(language).found,
            path: path.slice(0, -1),
            at: 'key',
            fix: demandExternalId(statement, subject),
          })),
      ),
}
