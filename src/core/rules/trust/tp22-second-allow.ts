import { messages } from '#core/text/messages.ts'
import { conditionsOn, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp22Messages = messages('TP22', {
  title: 'Another Allow asks for less',
  what: 'An Allow without the external ID beside one that demands it',
  why: 'Statements are joined by OR: the weakest one decides.',
  todo: 'Remove the statement, or give it the same condition.',
  found: 'This Allow does not ask for the external ID, so the condition of the other one protects nothing. Remove it.',
})

export const tp22: TrustRule = {
  id: 'TP22',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  messages: tp22Messages,
  check: (subject) => {
    const loose = looseAllows(subject)
    const open = loose.filter((statement) => conditionsOn(statement, externalIdKey).length === 0)
    if (open.length === loose.length) return []
    return open.map(({ path }) => ({
      message: (language) => tp22Messages.in(language).found,
      path,
      fix: [{ path }],
    }))
  },
}
