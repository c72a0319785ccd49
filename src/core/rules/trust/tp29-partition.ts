import { said } from '#core/rules/said.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp29: TrustRule = {
  id: 'TP29',
  severity: 'error',
  title: 'Another partition',
  what: 'A principal ARN of another partition than the role',
  why: 'A role cannot trust an account of another partition: aws, aws-us-gov, aws-cn and aws-eusc know nothing of each other.',
  todo: 'Use the vendor account of the partition of the role.',
  source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html',
  check: (subject) =>
    principalsOf(subject, ['account', 'role', 'user', 'session'])
      .filter(({ principal }) => principal.partition !== null && principal.partition !== subject.partition)
      .map(({ statement, principal }) => ({
        message: said`This account is in ${principal.partition ?? ''}, the role in ${subject.partition}. A role cannot trust an account of another partition.`,
        path: principal.path,
        fix: trustVendor(statement, subject),
      })),
}
