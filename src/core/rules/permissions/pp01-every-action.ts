import { isEveryAction } from '#core/rules/action-pattern.ts'
import { messages } from '#core/text/messages.ts'
import { allowIsNarrowed, narrowingKeys } from './narrowing.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { isEverything } from './resource-breadth.ts'
import { type RoleStatement, roleStatements, statementsOf } from './role-statements.ts'

export const pp01Messages = messages('PP01', {
  title: 'Everything is allowed',
  what: '`*` as action on `*` as resource.',
  why: 'It gives the vendor the whole account, also everything that you create in it later.',
  todo: 'List the actions that the application needs, and the resources that it needs them on.',
  found: 'This allows every action on every resource. List the actions and the resources that the application needs.',
})

/** A Deny on all but some actions or resources leaves those alone, whatever is allowed. */
const leavesSome = ({ isConditional, actions, exceptedActions, resources, exceptedResources }: RoleStatement): boolean =>
  !isConditional &&
  ((exceptedActions !== null && resources.some(isEverything)) ||
    (exceptedResources !== null && actions.some(({ text }) => isEveryAction(text))))

export const pp01EveryAction: PermissionsRule = {
  id: 'PP01',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  messages: pp01Messages,
  check: (subject) =>
    roleStatements(subject).denials.some(leavesSome)
      ? []
      : statementsOf(subject, 'Allow')
          .filter((statement) => statement.texts('Resource').some(({ text }) => isEverything(text)))
          .filter((statement) => !allowIsNarrowed(statement.conditions, narrowingKeys()))
          .flatMap((statement) => statement.texts('Action').filter(({ text }) => isEveryAction(text)))
          .map(({ path }) => ({
            message: (language) => pp01Messages.in(language).found,
            path,
          })),
}
