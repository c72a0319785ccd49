import { jsonValue } from '#core/policy/json/json-value.ts'
import type { ConditionView, StatementView } from '#core/policy/policy-view.ts'
import { comparedValue } from '#core/rules/compared-value.ts'
import type { Edit, Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp46Messages = messages('TP46', {
  title: 'A value that its condition operator cannot compare',
  what: 'A condition value of another kind than its operator takes, such as Bool with "yes" or StringEquals with a range of addresses',
  why: 'Such a comparison holds for no call, or AWS refuses the document: a Deny with it stops nothing, an Allow lets nobody in.',
  todo: 'Write a value of the kind that the operator takes, or use the operator for the kind of value.',
  unreadable: (operator: string, takes: string, quoted: string) => `${operator} takes ${takes}, and ${quoted} is not one.`,
  unreadableMeant: (operator: string, takes: string, quoted: string, meant: string) =>
    `${operator} takes ${takes}, and ${quoted} is not one. ${meant} is probably meant.`,
  range: (operator: string, text: string, addressOperator: string) =>
    `${operator} compares texts, so the range ${text} is equal to no address. Use ${addressOperator}.`,
})

/** What is typed for a truth value, in the languages of forms and programs. */
const truths: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', '1', 'y', 't'].map((word) => [word, 'true'] as const),
  ...['no', 'off', '0', 'n', 'f'].map((word) => [word, 'false'] as const),
])

function meantValue(text: string, isMeant: (candidate: string) => boolean): string | null {
  const bare = text.trim()
  return [bare, truths.get(bare.toLowerCase())].find((candidate) => candidate !== undefined && isMeant(candidate)) ?? null
}

function typedSpots({ operator, comparison, values }: ConditionView): readonly Spot[] {
  const compared = comparedValue(comparison)
  if (compared === null) return []
  const { takes, isReadable } = compared
  return values
    .filter(({ text }) => !isReadable(text))
    .map(({ text, path }) => {
      const [quoted, meant] = [JSON.stringify(text), meantValue(text, isReadable)]
      if (meant === null) return { message: (language) => tp46Messages.in(language).unreadable(operator, takes(language), quoted), path }
      return {
        message: (language) => tp46Messages.in(language).unreadableMeant(operator, takes(language), quoted, meant),
        path,
        fix: [{ path, value: meant }],
      }
    })
}

const addressKeys = ['aws:sourceip', 'aws:vpcsourceip']

const addressOperator = ({ isNegated, quantifier, isIfExists }: ConditionView): string =>
  `${quantifier}${isNegated ? 'NotIpAddress' : 'IpAddress'}${isIfExists ? 'IfExists' : ''}`

/** Where the operator has this key alone, and the right one is not there yet. */
function underAddressOperator({ element, path }: StatementView, condition: ConditionView): readonly Edit[] | undefined {
  const node = element('Condition')
  if (node?.kind !== 'object') return undefined
  const [own, ...same] = node.members.filter(({ key }) => key.value === condition.operator)
  const name = addressOperator(condition)
  const isAlone = own?.value.kind === 'object' && own.value.members.length === 1 && same.length === 0
  if (!isAlone || node.members.some(({ key }) => key.value === name)) return undefined
  const at = [...path, 'Condition']
  return [{ path: [...at, condition.operator] }, { path: [...at, name], value: jsonValue(own.value) }]
}

function rangeSpots(statement: StatementView, condition: ConditionView): readonly Spot[] {
  const { comparison, keyName, operator, values } = condition
  if (!(comparison.startsWith('String') && addressKeys.includes(keyName))) return []
  const range = values.find(
    ({ text }) => text.includes('/') && typedSpots({ ...condition, comparison: 'IpAddress', values: [{ text, path: [] }] }).length === 0,
  )
  if (range === undefined) return []
  const fix = underAddressOperator(statement, condition)
  return [
    {
      message: (language) => tp46Messages.in(language).range(operator, range.text, addressOperator(condition)),
      path: range.path,
      ...(fix === undefined ? {} : { fix }),
    },
  ]
}

export const tp46: AnyPolicyRule = {
  id: 'TP46',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  messages: tp46Messages,
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      statement.conditions.flatMap((condition) => [...typedSpots(condition), ...rangeSpots(statement, condition)]),
    ),
}
