import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { auditTampering } from './operation-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp14Messages = messages('PP14', {
  title: 'Records can be switched off',
  what: 'Actions that stop or delete CloudTrail, Config, GuardDuty, flow logs or log groups.',
  why: 'Who can switch the records off can act without being seen.',
  todo: 'Remove it.',
  found: (words: string) => `${words} switches off or wipes out what the account records. Remove it.`,
})

export const pp14AuditTampering: PermissionsRule = {
  id: 'PP14',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  messages: pp14Messages,
  check: (subject) => dangerSpots(subject, auditTampering, (words) => (language) => pp14Messages.in(language).found(words(language))),
}
