import { memberOf } from '#core/policy/json/json-node.ts'
import { jsonValue } from '#core/policy/json/json-value.ts'
import type { ConditionView, StatementView } from '#core/policy/policy-view.ts'
import type { Edit } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp24Messages = messages('PP24', {
  title: 'A condition that holds without its key',
  what: '`…IfExists` or `ForAllValues:` in a statement that allows, without a `Null` test of the same key.',
  why: 'Such a condition is also met when the request does not carry the key at all.',
  todo: 'Leave `IfExists` out; write `ForAnyValue:`, or add `"Null": { "the key": "false" }`.',
  found: (operator: string, key: string, rest: string) => `${operator} is also true when ${key} is missing. ${rest}`,
  dropIfExists: 'Leave IfExists out.',
  addNull: (key: string) => `Add "Null": { "${key}": "false" }.`,
})

const demandsKey = (statement: StatementView, keyName: string): boolean =>
  statement.conditions.some(
    (condition) =>
      condition.operator === 'Null' && condition.keyName === keyName && condition.values.some(({ text }) => text.toLowerCase() === 'false'),
  )

const holdsWithoutKey = ({ isIfExists, quantifier }: ConditionView): boolean => isIfExists || quantifier === 'ForAllValues:'

/** AWS pairs ForAllValues with a Null test; IfExists alone can go. */
function edits(statement: StatementView, { operator, quantifier, key, path }: ConditionView): readonly Edit[] {
  const conditions = [...statement.path, 'Condition']
  const demand: Edit = { path: [...conditions, 'Null', key], value: 'false' }
  if (quantifier === 'ForAllValues:') return [demand]
  const node = memberOf(statement.element('Condition'), operator)?.value
  const value = memberOf(node, key)?.value
  const strict = operator.slice(0, -'IfExists'.length)
  if (value === undefined || memberOf(memberOf(statement.element('Condition'), strict)?.value, key) !== undefined) return [demand]
  const isAlone = node?.kind === 'object' && node.members.length === 1
  return [{ path: isAlone ? [...conditions, operator] : path }, { path: [...conditions, strict, key], value: jsonValue(value) }]
}

export const pp24HoldsWithoutKey: PermissionsRule = {
  id: 'PP24',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  messages: pp24Messages,
  check: (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement.conditions
        .filter((condition) => holdsWithoutKey(condition) && !demandsKey(statement, condition.keyName))
        .map((condition) => ({
          message: (language) =>
            pp24Messages
              .in(language)
              .found(
                condition.operator,
                condition.key,
                condition.isIfExists ? pp24Messages.in(language).dropIfExists : pp24Messages.in(language).addNull(condition.key),
              ),
          path: condition.path.slice(0, -1),
          at: 'key',
          fix: edits(statement, condition),
        })),
    ),
}
