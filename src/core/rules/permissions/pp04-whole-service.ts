import type { StatementView } from '#core/policy/policy-view.ts'
import { coversAction, coversPattern } from '#core/rules/action-pattern.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { roleStatements, statementsOf } from './role-statements.ts'

export const pp04Messages = messages('PP04', {
  title: 'Every action of a service',
  what: 'A service wildcard such as `s3:*`.',
  why: 'It names every action of the service: also those that delete, and those that change who has access. AWS Marketplace refuses it in the templates of sellers.',
  todo: 'List the actions. A wildcard behind a verb, such as `s3:GetObject*`, says what it is for.',
  found: (text: string) =>
    `${text} is every action of the service, also deleting and changing access. List the actions that the application needs.`,
})

const namesWholeService = (pattern: string): boolean => /^[a-z0-9-]+:\*+$/i.test(pattern)

/** Whether one explicit Deny takes back all of it. */
function isDenied(subject: PermissionsSubject, statement: StatementView, pattern: string): boolean {
  return roleStatements(subject)
    .denials.filter(({ isConditional, actions }) => !isConditional && actions.some(({ text }) => coversAction(text, pattern)))
    .some(({ resources }) => statement.texts('Resource').every(({ text }) => resources.some((denied) => coversPattern(denied, text))))
}

export const pp04WholeService: PermissionsRule = {
  id: 'PP04',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/marketplace/latest/userguide/cloudformation.html',
  messages: pp04Messages,
  check: (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement
        .texts('Action')
        .filter(({ text }) => namesWholeService(text) && !isDenied(subject, statement, text))
        .map(({ text, path }) => ({
          message: (language) => pp04Messages.in(language).found(text),
          path,
        })),
    ),
}
