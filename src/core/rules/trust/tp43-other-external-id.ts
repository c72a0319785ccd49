import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp43Messages = messages('TP43', {
  title: 'Another external ID is demanded',
  what: 'No value that sts:ExternalId is compared with is the external ID of the connection',
  why: 'The vendor sends the external ID of the connection with every call, and the role refuses it.',
  todo: 'Copy the external ID, or the whole policy, again.',
  caseOnly: ' Only the case of letters differs, and it counts.',
  none: '',
  found: (externalId: string, text: string, caseOnly: string) =>
    `The external ID of this connection is ${externalId}, not ${text}.${caseOnly}`,
})

const caseOnly = (text: string, other: string): Text =>
  text.toLowerCase() === other.toLowerCase()
    ? (language) => tp43Messages.in(language).caseOnly
    : (language) => tp43Messages.in(language).none

export const tp43: TrustRule = {
  id: 'TP43',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  messages: tp43Messages,
  check: (subject) => {
    const { externalId } = subject.context
    const demanded = demandedExternalIds(subject)
    const isMet = demanded.some(({ text, comparison }) =>
      comparison === 'StringEqualsIgnoreCase' ? text.toLowerCase() === externalId.toLowerCase() : text === externalId,
    )
    if (externalId === '' || isMet) return []
    // Patterns and variables may stand for it; a blank at an end has a rule of its own.
    if (demanded.some(({ text }) => /[*?$]/.test(text) || text.trim() === externalId)) return []
    return demanded.map(({ statement, text, path }) => ({
      message: (language) =>
        tp43Messages.in(language).found(JSON.stringify(externalId), JSON.stringify(text), caseOnly(text, externalId)(language)),
      path,
      fix: demandExternalId(statement, subject),
    }))
  },
}
