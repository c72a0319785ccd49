import { ipAddressOperators } from '#core/policy/condition/ip-address.ts'
import type { ConditionOperator } from '#core/policy/condition/operator.ts'
import { typedOperators } from '#core/policy/condition/typed.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'

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
export type ComparedValue = { readonly takes: Text; readonly isReadable: (text: string) => boolean }

const nullValue: ComparedValue = { takes: truth, isReadable: (text) => /^(true|false)$/i.test(text) }

/** Of an operator without quantifier and `IfExists`; null where it takes every text, or does not exist. */
export function comparedValue(comparison: string): ComparedValue | null {
  if (comparison === 'Null') return nullValue
  const [operator, type] = [operators.get(comparison), types.find(({ of }) => of.test(comparison))]
  if (operator === undefined || type === undefined) return null
  return { takes: type.takes, isReadable: (text) => operator.matches(type.sample, [{ kind: 'written', text }]) !== 'unknown' }
}
