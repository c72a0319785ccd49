import { said } from '#core/rules/said.ts'
import { principalsOf, trustRole } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp10: TrustRule = {
  id: 'TP10',
  severity: 'warning',
  title: 'Principal is a role session',
  what: 'An assumed-role ARN as principal',
  why: 'It matches one session name only. The product names its sessions anew.',
  todo: 'Trust the vendor account, and compare aws:PrincipalArn with the ARN of the role.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session',
  check: (subject) =>
    principalsOf(subject, ['session'])
      .filter(({ principal }) => principal.accountId === subject.context.vendorAccountId)
      .map(({ statement, principal }) => ({
        message: said`This is one session of a role; the next session has another name. Trust the account, and name the role in a condition.`,
        path: principal.path,
        fix: trustRole(statement, subject, principal.roleArn ?? ''),
      })),
}
