import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp02Messages = messages('PP02', {
  title: 'All actions but some are allowed',
  what: '`NotAction` in a statement that allows.',
  why: 'It allows every action that is not listed, also those of services that AWS launches later.',
  todo: 'List what is allowed in `Action`. To forbid something beside that, add a statement with `"Effect": "Deny"`.',
  found: 'NotAction allows every action that is not in this list. Write Action, with what the application needs.',
})

export const pp02AllButSomeActions: PermissionsRule = {
  id: 'PP02',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  messages: pp02Messages,
  check: (subject) =>
    statementsOf(subject, 'Allow')
      .filter((statement) => statement.element('NotAction') !== undefined)
      .map(({ path }) => ({
        message: (language) => pp02Messages.in(language).found,
        path: [...path, 'NotAction'],
        at: 'key',
      })),
}
