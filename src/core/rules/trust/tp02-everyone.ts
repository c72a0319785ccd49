import { messages } from '#core/text/messages.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp02Messages = messages('TP02', {
  title: 'Everyone is trusted',
  what: '"AWS": "*" in an Allow',
  why: 'Anyone in any AWS account who learns the external ID can assume this role, and the external ID is not a secret. Trying the role from the vendor account does not show it.',
  todo: 'Name the vendor account.',
  found: 'This trusts every AWS account there is. Name the vendor account.',
})

export const tp02: TrustRule = {
  id: 'TP02',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  messages: tp02Messages,
  check: (subject) => {
    if (subject.signature?.demandsVendor) return []
    return principalsOf(subject, ['everyone']).map(({ statement, principal }) => ({
      message: (language) => tp02Messages.in(language).found,
      path: principal.path,
      fix: trustVendor(statement, subject),
    }))
  },
}
