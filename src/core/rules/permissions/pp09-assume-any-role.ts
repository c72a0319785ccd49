import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { anyRole } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp09Messages = messages('PP09', {
  title: 'Any role can be assumed',
  what: '`sts:AssumeRole` on all roles.',
  why: 'The role could hop into any other role that trusts the account, and into roles of other accounts.',
  todo: 'Name the roles, or remove it. The vendor needs no `sts:AssumeRole` inside your account to use this role.',
  found: (words: string) =>
    `${words} on all roles lets this role hop into any other that trusts the account. Name the roles, or remove it.`,
})

export const pp09AssumeAnyRole: PermissionsRule = {
  id: 'PP09',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  messages: pp09Messages,
  check: (subject) => dangerSpots(subject, anyRole, (words) => (language) => pp09Messages.in(language).found(words(language))),
}
