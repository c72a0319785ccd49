import { setEquals, setEqualsIgnoringCase, setMatches, type TextSet } from '#core/policy/text-set.ts'
import { all, type Truth } from '#core/policy/truth.ts'
import { hasWildcard, matchesParts, plainText, type TextPart } from '#core/policy/wildcard.ts'

/** One comparison of one value of the request with one value of the policy. */
export type ConditionOperator = {
  readonly name: string
  /** True where no value of the policy may match; also true where the key is absent. */
  readonly isNegated: boolean
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
  readonly takesVariables: boolean
  /** Before negation; unknown where a value has not the operator's type. */
  readonly matches: (value: string, pattern: readonly TextPart[]) => Truth
  /** The same for every text of a set; unknown where some match and others don't. */
  readonly matchesSet: (set: TextSet, pattern: readonly TextPart[]) => Truth
}

type Comparison = Omit<ConditionOperator, 'name' | 'isNegated'>

function operatorPair(name: string, negatedName: string, comparison: Comparison): ConditionOperator[] {
  return [
    { name, isNegated: false, ...comparison },
    { name: negatedName, isNegated: true, ...comparison },
  ]
}

/** An operator without wildcards and variables. */
function plainComparison(matches: (value: string, pattern: string) => Truth): Comparison {
  return {
    takesVariables: false,
    matches: (value, parts) => matches(value, parts.map((part) => part.text).join('')),
    matchesSet: () => 'unknown',
  }
}

/** Compares what both texts stand for; unknown where one of them cannot be read. */
function typedComparison<Value>(read: (text: string) => Value | null, compare: (value: Value, pattern: Value) => boolean): Comparison {
  return plainComparison((value, pattern) => {
    const [left, right] = [read(value), read(pattern)]
    return left === null || right === null ? 'unknown' : compare(left, right)
  })
}

/** Only the Like operators know wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const stringOperators = [
  ...operatorPair('StringEquals', 'StringNotEquals', {
    takesVariables: true,
    matches: (value, pattern) => value === plainText(pattern),
    matchesSet: setEquals,
  }),
  ...operatorPair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', {
    takesVariables: true,
    matches: (value, pattern) => value.toLowerCase() === plainText(pattern).toLowerCase(),
    matchesSet: setEqualsIgnoringCase,
  }),
  ...operatorPair('StringLike', 'StringNotLike', { takesVariables: true, matches: matchesParts, matchesSet: setMatches }),
]

/** More digits than these would be rounded, so that different numbers were equal. */
const digitsMaximum = 15

function readNumber(text: string): number | null {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return null
  return text.replace(/^[+-]?0*|\./g, '').length <= digitsMaximum ? Number(text) : null
}

/** Programs write millionths of a second, too. https://www.w3.org/TR/NOTE-datetime */
const isoDate = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?)?)?$/

/** Finer digits than thousandths of a second. */
const finerDigits = /(\.\d{3})(\d+)/

/** ISO 8601, or seconds since 1970, in milliseconds. Four digits are a year. */
function readDate(text: string): number | null {
  const time = /^\d{5,12}$/.test(text) ? Number(text) * 1000 : Date.parse(isoDate.test(text) ? text.replace(finerDigits, '$1') : '')
  return Number.isNaN(time) ? null : time
}

/** Unknown where two dates differ in their finer digits alone: AWS doesn't say how fine it compares. */
function dateComparison(compare: (value: number, pattern: number) => boolean): Comparison {
  const { matches, ...comparison } = typedComparison(readDate, compare)
  const finer = (text: string): number => Number(finerDigits.exec(text)?.[2] ?? 0)
  return {
    ...comparison,
    matches: (value, parts) => {
      const pattern = parts.map(({ text }) => text).join('')
      return readDate(value) === readDate(pattern) && finer(value) + finer(pattern) > 0 ? 'unknown' : matches(value, parts)
    },
  }
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

function orderedOperators(
  type: string,
  comparison: (compare: (value: number, pattern: number) => boolean) => Comparison,
): ConditionOperator[] {
  return [
    ...operatorPair(
      `${type}Equals`,
      `${type}NotEquals`,
      comparison((value, pattern) => value === pattern),
    ),
    ...comparisons.map(([name, compare]) => ({ name: `${type}${name}`, isNegated: false, ...comparison(compare) })),
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const typedOperators: readonly ConditionOperator[] = [
  ...orderedOperators('Numeric', (compare) => typedComparison(readNumber, compare)),
  ...orderedOperators('Date', dateComparison),
  { name: 'Bool', isNegated: false, ...typedComparison(readBoolean, (value, pattern) => value === pattern) },
  { name: 'BinaryEquals', isNegated: false, ...plainComparison((value, pattern) => value === pattern) },
]

const components = 6

/** The parts between the first five colons, and the rest. Wildcards do not reach over a colon that the author wrote. */
function patternComponents(pattern: readonly TextPart[]): TextPart[][] {
  const found: TextPart[][] = [[]]
  for (const { kind, text } of pattern) {
    const [first = '', ...others] = text.split(':')
    found.at(-1)?.push({ kind, text: first })
    for (const other of others) {
      if (found.length < components) found.push([{ kind, text: other }])
      else found.at(-1)?.push({ kind, text: `:${other}` })
    }
  }
  return found
}

function valueComponents(value: string): string[] {
  const parts = value.split(':')
  return parts.length < components ? parts : [...parts.slice(0, components - 1), parts.slice(components - 1).join(':')]
}

/**
 * Each of the six components is compared separately. What a text with fewer of them means, AWS does not say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function arnMatches(value: string, pattern: readonly TextPart[]): Truth {
  const [values, patterns] = [valueComponents(value), patternComponents(pattern)]
  if (values.length < components || patterns.length < components) return 'unknown'
  return patterns.every((component, index) => matchesParts(values[index] ?? '', component))
}

function arnMatchesSet(set: TextSet, pattern: readonly TextPart[]): Truth {
  const [forms, patterns] = [valueComponents(set.form), patternComponents(pattern)]
  if (forms.length < components || patterns.length < components) return 'unknown'
  if (!pattern.some(({ kind, text }) => kind === 'written' && hasWildcard(text)) && set.but.has(plainText(pattern))) return false
  return all(patterns.map((component, index) => setMatches({ form: forms[index] ?? '', but: set.but }, component)))
}

const arnComparison: Comparison = { takesVariables: true, matches: arnMatches, matchesSet: arnMatchesSet }

/** ArnEquals and ArnLike behave identically: both know wildcards. */
export const arnOperators = [
  ...operatorPair('ArnEquals', 'ArnNotEquals', arnComparison),
  ...operatorPair('ArnLike', 'ArnNotLike', arnComparison),
]

type Address = { readonly bits: bigint; readonly length: 32 | 128 }

function joined(groups: readonly number[], groupLength: bigint): bigint {
  return groups.reduce((bits, group) => (bits << groupLength) | BigInt(group), 0n)
}

function readV4(text: string): Address | null {
  const groups = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text.split('.').map(Number) : []
  return groups.length === 4 && groups.every((group) => group <= 255) ? { bits: joined(groups, 8n), length: 32 } : null
}

const hexGroups = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN))

function readV6(text: string): Address | null {
  const [head = '', tail, ...others] = text.split('::')
  const [before, after] = [hexGroups(head), hexGroups(tail ?? '')]
  const missing = 8 - before.length - after.length
  const isComplete = tail === undefined ? missing === 0 : missing > 0 && others.length === 0
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...after]
  return isComplete && !groups.some(Number.isNaN) ? { bits: joined(groups, 16n), length: 128 } : null
}

const readAddress = (text: string): Address | null => (text.includes(':') ? readV6(text) : readV4(text))

function readRange(text: string): { readonly start: Address; readonly prefixLength: number } | null {
  const [address = '', prefix, ...others] = text.split('/')
  const start = readAddress(address)
  if (start === null || others.length > 0 || !/^\d{1,3}$/.test(prefix ?? '0')) return null
  const prefixLength = prefix === undefined ? start.length : Number(prefix)
  return prefixLength > start.length ? null : { start, prefixLength }
}

/** CIDR ranges of IPv4 and IPv6. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const ipAddressOperators = operatorPair(
  'IpAddress',
  'NotIpAddress',
  plainComparison((value, pattern) => {
    const [address, range] = [readAddress(value), readRange(pattern)]
    if (address === null || range === null) return 'unknown'
    if (address.length !== range.start.length) return false
    const hostBits = BigInt(range.start.length - range.prefixLength)
    return address.bits >> hostBits === range.start.bits >> hostBits
  }),
)

/** Every name that an operator can have, in any letter case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const operatorName =
  /^(ForAllValues:|ForAnyValue:)?(Null|(String(Not)?(Equals(IgnoreCase)?|Like)|Arn(Not)?(Equals|Like)|Bool|Binary(Equals)?|(Not)?IpAddress|(Numeric|Date)((Not)?Equals|LessThan(Equals)?|GreaterThan(Equals)?))(IfExists)?)$/i

/** Those that a misspelled name can mean. */
export const usualOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'Bool',
  'Null',
  'IpAddress',
  'NotIpAddress',
  'NumericEquals',
  'NumericLessThan',
  'DateLessThan',
  'DateGreaterThan',
]
