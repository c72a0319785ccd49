import { messages } from '#core/text/messages.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp21Messages = messages('TP21', {
  title: 'Several external IDs',
  what: 'More than one external ID is taken',
  why: 'Several values mean OR: each of them opens the role. Two are fine while an ID is being changed.',
  todo: 'Remove the old one when the change is done.',
  found: (text: string) => `${text} opens the role as well. Remove it unless the external ID is being changed.`,
})

export const tp21: TrustRule = {
  id: 'TP21',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  messages: tp21Messages,
  check: (subject) => {
    const all = demandedExternalIds(subject)
    const known = all.some(({ text }) => text === subject.context.externalId) ? subject.context.externalId : all[0]?.text
    return all
      .filter(({ text }) => text !== known)
      .map(({ statement, text, path }) => ({
        message: (language) => tp21Messages.in(language).found(JSON.stringify(text)),
        path,
        fix: demandExternalId(statement, subject),
      }))
  },
}
