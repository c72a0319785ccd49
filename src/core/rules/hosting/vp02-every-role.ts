import { messages } from '#core/text/messages.ts'
import type { HostingRule } from './hosting-rule.ts'
import { assumableRoles } from './role-pattern.ts'

export const vp02Messages = messages('VP02', {
  title: 'The application may assume every role',
  what: 'sts:AssumeRole on a role ARN whose name is a wildcard',
  why: 'It is the same as "*" in practice: any role of any customer that trusts the vendor account.',
  todo: 'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} is every role. Name the account access role; only the account may be a wildcard.`,
})

export const vp02: HostingRule = {
  id: 'VP02',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  messages: vp02Messages,
  check: (view) =>
    assumableRoles(view)
      .filter(({ breadth }) => breadth === 'every-role')
      .map(({ text, path }) => ({
        message: (language) => vp02Messages.in(language).found(JSON.stringify(text)),
        path,
      })),
}
