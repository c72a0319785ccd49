import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp03Messages = messages('PP03', {
  title: 'All resources but some are reached',
  what: '`NotResource` in a statement that allows.',
  why: 'It allows the actions on every resource that is not listed, also on those that you create later.',
  todo: 'List what may be reached in `Resource`. To keep something out beside that, add a statement with `"Effect": "Deny"`.',
  found: 'NotResource reaches every resource that is not in this list. Write Resource, with the ARNs that the application needs.',
})

export const pp03AllButSomeResources: PermissionsRule = {
  id: 'PP03',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  messages: pp03Messages,
  check: (subject) =>
    statementsOf(subject, 'Allow')
      .filter((statement) => statement.element('NotResource') !== undefined)
      .map(({ path }) => ({
        message: (language) => pp03Messages.in(language).found,
        path: [...path, 'NotResource'],
        at: 'key',
      })),
}
