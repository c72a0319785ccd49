import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp12Messages = messages('TP12', {
  title: 'The external ID is a pattern',
  what: 'StringLike with * or ? on sts:ExternalId',
  why: 'A pattern lets any external ID in, or any that begins or ends alike.',
  todo: 'Write the whole external ID, with StringEquals.',
  found: (text: string) => `${text} is a pattern, so other external IDs get in too. Write the whole ID, with StringEquals.`,
})

export const tp12: TrustRule = {
  id: 'TP12',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  messages: tp12Messages,
  check: (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ comparison }) => comparison === 'StringLike' || comparison === 'ArnLike' || comparison === 'ArnEquals')
        .flatMap(({ values }) => values.filter(({ text }) => /[*?]/.test(text)))
        .map(({ text, path }) => ({
          message: (language) => tp12Messages.in(language).found(JSON.stringify(text)),
          path,
          fix: demandExternalId(statement, subject),
        })),
    ),
}
