import { jsonText, jsonValue } from '#core/policy/json/json-value.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { coversAction, coversPattern } from '#core/rules/action-pattern.ts'
import type { Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp27Messages = messages('PP27', {
  title: 'Something is said twice',
  what: 'An action, a resource or a statement that another one of the policy includes: `s3:GetObject` beside `s3:Get*`.',
  why: 'It changes nothing, makes the policy longer, and misleads who removes one of the two.',
  todo: 'Remove the narrower one, or the wider one if only the narrower is meant.',
  twice: (text: string) => `${text} stands here twice.`,
  covered: (text: string, by: string) => `${text} is part of ${by}, which stands here too.`,
  statement: 'Another statement says all of this.',
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

function redundantTexts(statement: StatementView): Spot[] {
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

function redundantStatements(statements: readonly StatementView[]): Spot[] {
  return statements.flatMap((statement, index): Spot[] => {
    const isRedundant = statements.some(
      (other, position) => position !== index && isWithin(statement, other) && (position < index || !isWithin(other, statement)),
    )
    return isRedundant
      ? [{ message: (language) => pp27Messages.in(language).statement, path: statement.path, fix: [{ path: statement.path }] }]
      : []
  })
}

export const pp27Redundant: PermissionsRule = {
  id: 'PP27',
  severity: 'info',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  messages: pp27Messages,
  check: ({ statements }) => [...statements.flatMap(redundantTexts), ...redundantStatements(statements)],
}
