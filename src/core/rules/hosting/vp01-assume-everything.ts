import { messages } from '#core/text/messages.ts'
import type { HostingRule } from './hosting-rule.ts'
import { assumableRoles } from './role-pattern.ts'

export const vp01Messages = messages('VP01', {
  title: 'The application may assume everything',
  what: 'sts:AssumeRole on "*"',
  why: 'Who steals or tricks the application role can assume any role anywhere that trusts the vendor account.',
  todo: 'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} is any role anywhere. Name the account access role; only the account may be a wildcard.`,
})

export const vp01: HostingRule = {
  id: 'VP01',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  messages: vp01Messages,
  check: (view) =>
    assumableRoles(view)
      .filter(({ breadth }) => breadth === 'everything')
      .map(({ text, path }) => ({
        message: (language) => vp01Messages.in(language).found(JSON.stringify(text)),
        path,
      })),
}
