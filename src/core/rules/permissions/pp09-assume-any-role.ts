import { said } from '#core/rules/said.ts'
import { dangerSpots } from './danger.ts'
import { anyRole } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp09AssumeAnyRole: PermissionsRule = {
  id: 'PP09',
  severity: 'high',
  title: 'Any role can be assumed',
  what: '`sts:AssumeRole` on all roles.',
  why: 'The role could hop into any other role that trusts the account, and into roles of other accounts.',
  todo: 'Name the roles, or remove it. The vendor needs no `sts:AssumeRole` inside your account to use this role.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  check: (subject) =>
    dangerSpots(
      subject,
      anyRole,
      (words) => said`${words} on all roles lets this role hop into any other that trusts the account. Name the roles, or remove it.`,
    ),
}
