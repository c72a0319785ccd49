import { messages } from '#core/text/messages.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp08Messages = messages('TP08', {
  title: 'Principal is an IAM user',
  what: 'A user ARN as principal',
  why: 'An IAM user means access keys on the vendor side that live for long and can leak.',
  todo: 'Trust the vendor account; the vendor calls from a role.',
  found: 'This trusts an IAM user, which has keys that live for long. Trust the vendor account.',
})

export const tp08: TrustRule = {
  id: 'TP08',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
  messages: tp08Messages,
  check: (subject) =>
    principalsOf(subject, ['user']).map(({ statement, principal }) => ({
      message: (language) => tp08Messages.in(language).found,
      path: principal.path,
      fix: trustVendor(statement, subject),
    })),
}
