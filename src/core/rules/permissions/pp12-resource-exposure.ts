import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { exposure } from './data-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp12Messages = messages('PP12', {
  title: 'Access of others can be changed',
  what: 'Actions that change a resource policy, an ACL or a sharing attribute.',
  why: 'Such a call can open the resource to another account, or to everybody.',
  todo: 'Remove it; set policies and ACLs yourself. Where objects must belong to you, switch ACLs off for the bucket.',
  found: (words: string) => `${words} changes who has access, and can make data public. Remove it.`,
})

export const pp12ResourceExposure: PermissionsRule = {
  id: 'PP12',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  messages: pp12Messages,
  check: (subject) => dangerSpots(subject, exposure, (words) => (language) => pp12Messages.in(language).found(words(language))),
}
