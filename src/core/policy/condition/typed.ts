import { type ConditionOperator, operatorPair, plainComparison, typedComparison } from './operator.ts'

const readNumber = (text: string): number | null => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null)

const isoDate = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/

/** ISO 8601, or seconds since 1970. Four digits are a year. */
function readDate(text: string): number | null {
  const time = /^\d{5,}$/.test(text) ? Number(text) * 1000 : Date.parse(isoDate.test(text) ? text : '')
  return Number.isNaN(time) ? null : time
}

function readBoolean(text: string): boolean | null {
  const word = text.toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : null
}

const comparisons: readonly (readonly [string, (value: number, pattern: number) => boolean])[] = [
  ['LessThan', (value, pattern) => value < pattern],
  ['LessThanEquals', (value, pattern) => value <= pattern],
  ['GreaterThan', (value, pattern) => value > pattern],
  ['GreaterThanEquals', (value, pattern) => value >= pattern],
]

function orderedOperators(type: string, read: (text: string) => number | null): ConditionOperator[] {
  return [
    ...operatorPair(
      `${type}Equals`,
      `${type}NotEquals`,
      typedComparison(read, (value, pattern) => value === pattern),
    ),
    ...comparisons.map(([name, compare]) => ({ name: `${type}${name}`, isNegated: false, ...typedComparison(read, compare) })),
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const typedOperators: readonly ConditionOperator[] = [
  ...orderedOperators('Numeric', readNumber),
  ...orderedOperators('Date', readDate),
  { name: 'Bool', isNegated: false, ...typedComparison(readBoolean, (value, pattern) => value === pattern) },
  { name: 'BinaryEquals', isNegated: false, ...plainComparison((value, pattern) => value === pattern) },
]
