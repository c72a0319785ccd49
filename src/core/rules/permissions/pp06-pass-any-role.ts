import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { passRole } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp06Messages = messages('PP06', {
  title: 'Any role can be passed',
  what: '`iam:PassRole` on all roles.',
  why: 'It lets the vendor hand any role of the account, also an administrator’s, to a service that acts with it.',
  todo: 'Name the role in `Resource`, and the service in a condition on `iam:PassedToService`.',
  found: (words: string) =>
    `${words} on all roles lets any role be handed to a service. Name the role, and the service in iam:PassedToService.`,
})

export const pp06PassAnyRole: PermissionsRule = {
  id: 'PP06',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  messages: pp06Messages,
  check: (subject) => dangerSpots(subject, passRole, (words) => (language) => pp06Messages.in(language).found(words(language))),
}
