import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp28Messages = messages('TP28', {
  title: 'Longer than the quota',
  what: 'More than 2048 characters, white space not counted',
  why: 'AWS takes trust policies of up to 2048 characters unless the quota was raised.',
  todo: 'Remove old external IDs and principals.',
  found: (size: number, sizeMaximum: number) =>
    `The policy has ${size} characters; AWS takes ${sizeMaximum}. Remove old external IDs and principals.`,
})

export const tp28: TrustRule = {
  id: 'TP28',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length',
  messages: tp28Messages,
  check: ({ size, sizeMaximum }) =>
    size <= sizeMaximum ? [] : [{ message: (language) => tp28Messages.in(language).found(size, sizeMaximum), path: [] }],
}
