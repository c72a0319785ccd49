import { messages } from '#core/text/messages.ts'
import { principalsOf, trustRole } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp07Messages = messages('TP07', {
  title: 'Principal is a role',
  what: 'A role ARN of the vendor account as principal',
  why: 'AWS stores the unique ID of the role. If the vendor creates the role anew, every customer has to edit the trust policy.',
  todo: 'Trust the vendor account, and compare aws:PrincipalArn in a condition.',
  found:
    'This stops working when the vendor creates the role anew. Trust the account, and name the role in a condition on aws:PrincipalArn.',
})

export const tp07: TrustRule = {
  id: 'TP07',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
  messages: tp07Messages,
  check: (subject) =>
    principalsOf(subject, ['role'])
      .filter(({ principal }) => principal.accountId === subject.context.vendorAccountId)
      .map(({ statement, principal }) => ({
        message: (language) => tp07Messages.in(language).found,
        path: principal.path,
        fix: trustRole(statement, subject, principal.text),
      })),
}
