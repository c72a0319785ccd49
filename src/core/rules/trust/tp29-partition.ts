import { messages } from '#core/text/messages.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp29Messages = messages('TP29', {
  title: 'Another partition',
  what: 'A principal ARN of another partition than the role',
  why: 'A role cannot trust an account of another partition: aws, aws-us-gov, aws-cn and aws-eusc know nothing of each other.',
  todo: 'Use the vendor account of the partition of the role.',
  found: (partition: string, wantedPartition: string) =>
    `This account is in ${partition}, the role in ${wantedPartition}. A role cannot trust an account of another partition.`,
})

export const tp29: TrustRule = {
  id: 'TP29',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html',
  messages: tp29Messages,
  check: (subject) =>
    principalsOf(subject, ['account', 'role', 'user', 'session'])
      .filter(({ principal }) => principal.partition !== null && principal.partition !== subject.partition)
      .map(({ statement, principal }) => ({
        message: (language) => tp29Messages.in(language).found(principal.partition ?? '', subject.partition),
        path: principal.path,
        fix: trustVendor(statement, subject),
      })),
}
