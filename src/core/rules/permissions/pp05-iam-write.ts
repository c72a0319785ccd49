import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { iamWrite } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp05Messages = messages('PP05', {
  title: 'IAM can be changed',
  what: '`iam:*`, or any IAM action that changes something.',
  why: 'Who may change IAM may give itself everything else: it is a way to take over the account.',
  todo: 'Remove it. If the application must create roles, let it do so only with a permissions boundary that you own (`iam:PermissionsBoundary` as condition).',
  found: (words: string) => `${words} changes IAM, which is a way to take over the account. Remove it.`,
})

export const pp05IamWrite: PermissionsRule = {
  id: 'PP05',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  messages: pp05Messages,
  check: (subject) => dangerSpots(subject, iamWrite, (words) => (language) => pp05Messages.in(language).found(words(language))),
}
