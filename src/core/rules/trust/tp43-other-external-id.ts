import { type Said, said } from '#core/rules/said.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

const caseOnly = (text: string, other: string): Said =>
  text.toLowerCase() === other.toLowerCase() ? said` Only the case of letters differs, and it counts.` : said``

export const tp43: TrustRule = {
  id: 'TP43',
  severity: 'error',
  title: 'Another external ID is demanded',
  what: 'No value that sts:ExternalId is compared with is the external ID of the connection',
  why: 'The vendor sends the external ID of the connection with every call, and the role refuses it.',
  todo: 'Copy the external ID, or the whole policy, again.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
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
      message: said`The external ID of this connection is ${JSON.stringify(externalId)}, not ${JSON.stringify(text)}.${caseOnly(text, externalId)}`,
      path,
      fix: demandExternalId(statement, subject),
    }))
  },
}
