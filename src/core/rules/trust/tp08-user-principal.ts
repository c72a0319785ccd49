import { said } from '#core/rules/said.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp08: TrustRule = {
  id: 'TP08',
  severity: 'high',
  title: 'Principal is an IAM user',
  what: 'A user ARN as principal',
  why: 'An IAM user means access keys on the vendor side that live for long and can leak.',
  todo: 'Trust the vendor account; the vendor calls from a role.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
  check: (subject) =>
    principalsOf(subject, ['user']).map(({ statement, principal }) => ({
      message: said`This trusts an IAM user, which has keys that live for long. Trust the vendor account.`,
      path: principal.path,
      fix: trustVendor(statement, subject),
    })),
}
