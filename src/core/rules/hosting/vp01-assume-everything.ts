import { said } from '#core/rules/said.ts'
import type { HostingRule } from './hosting-rule.ts'
import { assumableRoles } from './role-pattern.ts'

export const vp01: HostingRule = {
  id: 'VP01',
  severity: 'critical',
  title: 'The application may assume everything',
  what: 'sts:AssumeRole on "*"',
  why: 'Who steals or tricks the application role can assume any role anywhere that trusts the vendor account.',
  todo: 'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  check: (view) =>
    assumableRoles(view)
      .filter(({ breadth }) => breadth === 'everything')
      .map(({ text, path }) => ({
        message: said`${JSON.stringify(text)} is any role anywhere. Name the account access role; only the account may be a wildcard.`,
        path,
      })),
}
