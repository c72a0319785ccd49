import {
  type ConditionOperator,
  ipAddressOperators,
  operatorName,
  typedOperators,
  usualOperators,
} from '#core/policy/condition/operators.ts'
import { jsonValue } from '#core/policy/json/json-node.ts'
import type { ConditionView, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { nearest } from '#core/text/nearest.ts'
import type { AnyPolicyRule } from './document-rules.ts'
import type { Edit, Match } from './rule.ts'
import { iamGuide, rule } from './rule.ts'

export const comparedValueMessages = messages('compared-value', {
  truth: 'true or false',
  number: 'a number',
  date: 'a date such as 2026-01-31T12:00:00Z',
  address: 'an address or a range such as 203.0.113.0/24',
})

type ValueType = {
  readonly of: RegExp
  /** A value of a request, with which everything readable can be compared. */
  readonly sample: string
  readonly takes: Text
}

const truth = (language: string) => comparedValueMessages.in(language).truth

const types: readonly ValueType[] = [
  { of: /^Bool$/, sample: 'true', takes: truth },
  { of: /^Numeric/, sample: '0', takes: (language) => comparedValueMessages.in(language).number },
  { of: /^Date/, sample: '2026-01-01', takes: (language) => comparedValueMessages.in(language).date },
  { of: /IpAddress$/, sample: '203.0.113.7', takes: (language) => comparedValueMessages.in(language).address },
]

const operators: ReadonlyMap<string, ConditionOperator> = new Map(
  [...typedOperators, ...ipAddressOperators].map((operator) => [operator.name, operator]),
)

/** What an operator compares with: the kind in words, and whether a text is of it. */
type ComparedValue = { readonly takes: Text; readonly isReadable: (text: string) => boolean }

const nullValue: ComparedValue = { takes: truth, isReadable: (text) => /^(true|false)$/i.test(text) }

/** Of an operator without quantifier and `IfExists`; null where it takes every text, or does not exist. */
function comparedValue(comparison: string): ComparedValue | null {
  if (comparison === 'Null') return nullValue
  const [operator, type] = [operators.get(comparison), types.find(({ of }) => of.test(comparison))]
  if (operator === undefined || type === undefined) return null
  return { takes: type.takes, isReadable: (text) => operator.matches(type.sample, [{ kind: 'written', text }]) !== 'unknown' }
}

export const tp45Messages = messages('TP45', {
  title: 'An unknown condition operator',
  what: 'A condition with an operator that doesn’t exist',
  why: 'IAM has a fixed set of operators and rejects a document with any other.',
  todo: 'Write the operator as AWS does, for example StringEquals.',
  unknown: (value: string) => `${value} isn’t a condition operator.`,
  misspelled: (value: string, meant: string) => `${value} isn’t a condition operator. Did you mean ${meant}?`,
})

function spots({ element, path }: StatementView): Match[] {
  const condition = element('Condition')
  if (condition?.kind !== 'object') return []
  const names = condition.members.map(({ key }) => key.value)
  return condition.members
    .filter(({ key }) => !operatorName.test(key.value))
    .map(({ key, value }) => {
      const meant = nearest(key.value, usualOperators)
      const at = [...path, 'Condition']
      const renamed = [{ path: [...at, key.value] }, { path: [...at, meant ?? ''], value: jsonValue(value) }]
      return {
        message:
          meant === null
            ? (language) => tp45Messages.in(language).unknown(JSON.stringify(key.value))
            : (language) => tp45Messages.in(language).misspelled(JSON.stringify(key.value), meant),
        path: [...at, key.value],
        at: 'key' as const,
        ...(meant === null || names.includes(meant) ? {} : { fix: renamed }),
      }
    })
}

const operatorGuide = iamGuide('reference_policies_elements_condition_operators.html')

export const tp45: AnyPolicyRule = rule(tp45Messages, 'error', operatorGuide, ({ statements }) => statements.flatMap(spots))

export const tp46Messages = messages('TP46', {
  title: 'A value that its condition operator can’t compare',
  what: 'A condition value of the wrong kind for its operator, such as Bool with "yes" or StringEquals with a range of addresses',
  why: 'This comparison never matches, or AWS rejects the policy. A Deny with it blocks nothing, and an Allow with it grants nothing.',
  todo: 'Write a value of the right kind, or use the operator for this kind of value.',
  unreadable: (operator: string, takes: string, quoted: string) => `${operator} requires ${takes}. ${quoted} isn’t one.`,
  unreadableMeant: (operator: string, takes: string, quoted: string, meant: string) =>
    `${operator} takes ${takes}, and ${quoted} isn’t one. ${meant} is probably meant.`,
  severalTruths: (operator: string) =>
    `${operator} takes one value, true or false. With several, AWS rejects the policy or allows too much.`,
  rewritten: (written: string, value: string) =>
    `${written} is a number, which can be read as ${value}. Put it in quotes if the text is meant.`,
  rounded: (quoted: string) => `${quoted} has more digits than can be compared exactly. Use at most 15 digits, or quotes for text.`,
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

/** More digits than a number is compared with. */
const isRounded = (text: string): boolean => /^[+-]?[\d.]{16,}$|^-?\d+(\.\d+)?e\+\d+$/.test(text) && !/^[+-]?0*\.?\d{0,15}$/.test(text)

/** Numbers that lose digits as they are read, under whatever operator, and texts of that kind where numbers are compared. */
function roundedSpots({ comparison, values }: ConditionView): readonly Match[] {
  const isNumeric = comparison.startsWith('Numeric')
  return values
    .filter(({ text, isInexact }) => (isNumeric ? isRounded(text) : isInexact))
    .map(({ text, path }) => {
      if (isRounded(text)) return { message: (language) => tp46Messages.in(language).rounded(text), path }
      return { message: (language) => tp46Messages.in(language).rewritten(text, String(Number(text))), path }
    })
}

function typedSpots({ operator, comparison, values }: ConditionView): readonly Match[] {
  const compared = comparedValue(comparison)
  if (compared === null) return []
  const { takes, isReadable } = compared
  if (takes === truth && values.length > 1)
    return [{ message: (language) => tp46Messages.in(language).severalTruths(operator), path: values[0]?.path.slice(0, -1) ?? [] }]
  return values
    .filter(({ text }) => !isReadable(text) && !isRounded(text))
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

function rangeSpots(statement: StatementView, condition: ConditionView): readonly Match[] {
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

const valueSpots = ({ statements }: PolicyView): readonly Match[] =>
  statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => [
      ...typedSpots(condition),
      ...roundedSpots(condition),
      ...rangeSpots(statement, condition),
    ]),
  )

export const tp46: AnyPolicyRule = rule(tp46Messages, 'error', operatorGuide, valueSpots)
