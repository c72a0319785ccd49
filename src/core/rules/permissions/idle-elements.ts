import { coversAction, coversPattern } from '#core/policy/action-pattern.ts'
import type { Edit, Match } from '#core/policy/form/rule.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { type JsonNode, jsonText, jsonValue } from '#core/policy/json/json-node.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'

export const pp26Messages = messages('PP26', {
  title: 'An empty element',
  what: '`Action`, `Resource` or `Condition` without anything in it.',
  why: 'A statement without actions or resources does nothing, and an empty condition doesn’t limit anything.',
  todo: 'Remove it, or add a value.',
  element: (name: string) => `${name} is empty, so the statement does nothing. Add a value, or remove the statement.`,
  condition: 'This condition is empty. Remove it.',
  operator: (value: string) => `${value} tests nothing. Remove it.`,
  value: (key: string) => `${key} has no value, and AWS doesn’t say what that means. Add the values that you mean.`,
})

const isEmpty = (node: JsonNode | undefined): boolean =>
  (node?.kind === 'list' && node.items.length === 0) || (node?.kind === 'object' && node.members.length === 0)

/** Without the statement nothing changes; the last one stays, since a policy needs one. */
function withoutStatement({ statements }: PermissionsSubject, statement: StatementView): { readonly fix?: readonly Edit[] } {
  return statements.length > 1 && statement.path.length > 1 ? { fix: [{ path: statement.path }] } : {}
}

function emptyLists(subject: PermissionsSubject, statement: StatementView): Match[] {
  return ['Action', 'NotAction', 'Resource', 'NotResource']
    .filter((name) => isEmpty(statement.element(name)))
    .map((name) => ({
      message: (language) => pp26Messages.in(language).element(name),
      path: [...statement.path, name],
      ...withoutStatement(subject, statement),
    }))
}

function emptyConditions(statement: StatementView): Match[] {
  const node = statement.element('Condition')
  const path = [...statement.path, 'Condition']
  if (node?.kind !== 'object') return []
  if (isEmpty(node)) return [{ message: (language) => pp26Messages.in(language).condition, path, fix: [{ path }] }]
  return node.members.flatMap(({ key: operator, value }): Match[] => {
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

export const pp26EmptyElement: PermissionsRule = rule(
  pp26Messages,
  'warning',
  iamGuide('access-analyzer-reference-policy-checks.html'),
  (subject) => subject.statements.flatMap((statement) => [...emptyLists(subject, statement), ...emptyConditions(statement)]),
)

export const pp27Messages = messages('PP27', {
  title: 'Something is listed twice',
  what: 'An action, a resource or a statement that another one in the policy includes: `s3:GetObject` next to `s3:Get*`.',
  why: 'It has no effect, makes the policy longer, and misleads anyone who removes one of the two.',
  todo: 'Remove the narrower one. If you mean only that one, remove the wider one.',
  twice: (text: string) => `${text} appears twice.`,
  covered: (text: string, by: string) => `${text} is part of ${by}, which is also listed.`,
  statement: 'Another statement already covers this.',
})

type Covers = (pattern: string, other: string) => boolean

/** Of texts that cover each other the first stays. */
function redundant(placed: readonly PlacedText[], covers: Covers): { readonly item: PlacedText; readonly by: string }[] {
  return placed.flatMap((item, index) => {
    const by = placed.find(
      (other, position) => position !== index && covers(other.text, item.text) && (position < index || !covers(item.text, other.text)),
    )
    return by === undefined ? [] : [{ item, by: by.text }]
  })
}

const elements: readonly (readonly [string, Covers])[] = [
  ['Action', coversAction],
  ['NotAction', coversAction],
  ['Resource', coversPattern],
  ['NotResource', coversPattern],
]

function redundantTexts(statement: StatementView): Match[] {
  return elements.flatMap(([name, covers]) =>
    redundant(statement.texts(name), covers).map(({ item, by }) => ({
      message:
        item.text === by
          ? (language) => pp27Messages.in(language).twice(item.text)
          : (language) => pp27Messages.in(language).covered(item.text, by),
      path: item.path,
      fix: [{ path: item.path }],
    })),
  )
}

const conditionText = (statement: StatementView): string => {
  const node = statement.element('Condition')
  return node === undefined ? '' : jsonText(jsonValue(node))
}

const isPlain = (statement: StatementView): boolean => ['NotAction', 'NotResource'].every((name) => statement.element(name) === undefined)

function allCovered(
  name: string,
  covers: Covers,
  { inner, outer }: { readonly inner: StatementView; readonly outer: StatementView },
): boolean {
  const texts = inner.texts(name)
  return texts.length > 0 && texts.every(({ text }) => outer.texts(name).some((other) => covers(other.text, text)))
}

/** Whether one statement says nothing that the other does not say. */
function isWithin(inner: StatementView, outer: StatementView): boolean {
  const pair = { inner, outer }
  const condition = conditionText(outer)
  return (
    inner.effect === outer.effect &&
    isPlain(inner) &&
    isPlain(outer) &&
    (condition === '' || condition === conditionText(inner)) &&
    allCovered('Action', coversAction, pair) &&
    allCovered('Resource', coversPattern, pair)
  )
}

function redundantStatements(statements: readonly StatementView[]): Match[] {
  return statements.flatMap((statement, index): Match[] => {
    const isRedundant = statements.some(
      (other, position) => position !== index && isWithin(statement, other) && (position < index || !isWithin(other, statement)),
    )
    return isRedundant
      ? [{ message: (language) => pp27Messages.in(language).statement, path: statement.path, fix: [{ path: statement.path }] }]
      : []
  })
}

export const pp27Redundant: PermissionsRule = rule(
  pp27Messages,
  'info',
  iamGuide('access-analyzer-reference-policy-checks.html'),
  ({ statements }) => [...statements.flatMap(redundantTexts), ...redundantStatements(statements)],
)
