import type { JsonNode } from '#core/policy/json/json-node.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import type { Edit, Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'

export const pp26Messages = messages('PP26', {
  title: 'An empty element',
  what: '`Action`, `Resource` or `Condition` without anything in it.',
  why: 'A statement without actions or resources does nothing, and an empty condition does not limit anything.',
  todo: 'Remove it, or fill it.',
  element: (name: string) => `${name} is empty, so the statement does nothing. Fill it, or remove the statement.`,
  condition: 'This condition is empty. Remove it.',
  operator: (value: string) => `${value} tests nothing. Remove it.`,
  value: (key: string) => `${key} has no value, so this never matches. Add the values that are meant.`,
})

const isEmpty = (node: JsonNode | undefined): boolean =>
  (node?.kind === 'list' && node.items.length === 0) || (node?.kind === 'object' && node.members.length === 0)

/** Without the statement nothing changes; the last one stays, since a policy needs one. */
function withoutStatement({ statements }: PermissionsSubject, statement: StatementView): { readonly fix?: readonly Edit[] } {
  return statements.length > 1 && statement.path.length > 1 ? { fix: [{ path: statement.path }] } : {}
}

function emptyLists(subject: PermissionsSubject, statement: StatementView): Spot[] {
  return ['Action', 'NotAction', 'Resource', 'NotResource']
    .filter((name) => isEmpty(statement.element(name)))
    .map((name) => ({
      message: (language) => pp26Messages.in(language).element(name),
      path: [...statement.path, name],
      ...withoutStatement(subject, statement),
    }))
}

function emptyConditions(statement: StatementView): Spot[] {
  const node = statement.element('Condition')
  const path = [...statement.path, 'Condition']
  if (node?.kind !== 'object') return []
  if (isEmpty(node)) return [{ message: (language) => pp26Messages.in(language).condition, path, fix: [{ path }] }]
  return node.members.flatMap(({ key: operator, value }): Spot[] => {
    const operatorPath = [...path, operator.value]
    if (isEmpty(value)) {
      // An operator that is alone goes with the condition.
      const gone = node.members.length === 1 ? path : operatorPath
      return [
        { message: (language) => pp26Messages.in(language).operator(operator.value), path: operatorPath, at: 'key', fix: [{ path: gone }] },
      ]
    }
    if (value.kind !== 'object') return []
    return value.members
      .filter((member) => isEmpty(member.value))
      .map((member) => ({
        message: (language) => pp26Messages.in(language).value(member.key.value),
        path: [...operatorPath, member.key.value],
      }))
  })
}

export const pp26EmptyElement: PermissionsRule = {
  id: 'PP26',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  messages: pp26Messages,
  check: (subject) => subject.statements.flatMap((statement) => [...emptyLists(subject, statement), ...emptyConditions(statement)]),
}
