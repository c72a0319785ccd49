import { said } from '#core/rules/said.ts'
import { dangerSpots } from './danger.ts'
import { auditTampering } from './operation-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp14AuditTampering: PermissionsRule = {
  id: 'PP14',
  severity: 'high',
  title: 'Records can be switched off',
  what: 'Actions that stop or delete CloudTrail, Config, GuardDuty, flow logs or log groups.',
  why: 'Who can switch the records off can act without being seen.',
  todo: 'Remove it.',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  check: (subject) =>
    dangerSpots(subject, auditTampering, (words) => said`${words} switches off or wipes out what the account records. Remove it.`),
}
