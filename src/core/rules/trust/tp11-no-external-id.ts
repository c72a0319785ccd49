import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp11Messages = messages('TP11', {
  title: 'No external ID is demanded',
  what: 'No Allow has a condition on sts:ExternalId',
  why: 'Without an external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Demand the external ID with StringEquals.',
  found: 'Nothing demands an external ID. Add the condition StringEquals on sts:ExternalId.',
})

export const tp11: TrustRule = {
  id: 'TP11',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  messages: tp11Messages,
  check: (subject) => {
    const loose = looseAllows(subject)
    if (loose.some((statement) => conditionsOn(statement, externalIdKey).length > 0)) return []
    return loose.map((statement) => ({
      message: (language) => tp11Messages.in(language).found,
      path: statement.path,
      fix: demandExternalId(statement, subject),
    }))
  },
}
