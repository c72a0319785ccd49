import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { privilegeEscalation } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp07Messages = messages('PP07', {
  title: 'One call to more rights',
  what: 'Actions that by themselves lead to all rights of the account, such as `iam:CreatePolicyVersion` or `ssm:SendCommand` on everything.',
  why: 'With this one call the holder can give itself rights that you did not give.',
  todo: 'Remove the action, or name resources on which it gives nothing more than the policy does.',
  found: (words: string) => `${words} is enough to get more rights than this policy gives. Remove it, or name what it may act on.`,
})

export const pp07PrivilegeEscalation: PermissionsRule = {
  id: 'PP07',
  severity: 'critical',
  source: 'https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation',
  messages: pp07Messages,
  check: (subject) => dangerSpots(subject, privilegeEscalation, (words) => (language) => pp07Messages.in(language).found(words(language))),
}
