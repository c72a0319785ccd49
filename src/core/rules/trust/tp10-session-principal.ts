import { messages } from '#core/text/messages.ts'
import { principalsOf, trustRole } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp10Messages = messages('TP10', {
  title: 'Principal is a role session',
  what: 'An assumed-role ARN as principal',
  why: 'It matches one session name only. The product names its sessions anew.',
  todo: 'Trust the vendor account, and compare aws:PrincipalArn with the ARN of the role.',
  found: 'This is one session of a role; the next session has another name. Trust the account, and name the role in a condition.',
})

export const tp10: TrustRule = {
  id: 'TP10',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session',
  messages: tp10Messages,
  check: (subject) =>
    principalsOf(subject, ['session'])
      .filter(({ principal }) => principal.accountId === subject.context.vendorAccountId)
      .map(({ statement, principal }) => ({
        message: (language) => tp10Messages.in(language).found,
        path: principal.path,
        fix: trustRole(statement, subject, principal.roleArn ?? ''),
      })),
}
