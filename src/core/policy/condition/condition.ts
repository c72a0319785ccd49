import { listOf, type PolicyStatement } from '#core/policy/document.ts'
import { type ResolvedText, resolvedText } from '#core/policy/policy-variables.ts'
import type { KeyValues, RequestContext } from '#core/policy/request-context.ts'
import type { TextSet } from '#core/policy/text-set.ts'
import { agreed, all, any, not, type Truth } from '#core/policy/truth.ts'
import { arnOperators, type ConditionOperator, ipAddressOperators, stringOperators, typedOperators } from './operators.ts'

type Quantifier = {
  readonly prefix: string
  /** What the condition is when the key is absent. */
  readonly ofNone: (operator: ConditionOperator, isIfExists: boolean) => Truth
  readonly of: (values: KeyValues, holds: (value: string | TextSet) => Truth) => Truth
}

/** A multivalued key needs a set operator; AWS does not say what it does without. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
const single: Quantifier = {
  prefix: '',
  ofNone: (operator, isIfExists) => isIfExists || operator.isNegated,
  of: ([value = '', ...others], holds) => (others.length === 0 ? holds(value) : 'unknown'),
}

/**
 * Without the key, ForAllValues is true and ForAnyValue false, after a negated operator too. What `IfExists` makes of the
 * latter AWS says twice: this page has it false, the page of the operators has it true.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 */
const quantifiers: readonly Quantifier[] = [
  // Also true when the values are "an empty data set, such as an empty string".
  { prefix: 'ForAllValues:', ofNone: () => true, of: (values, holds) => all(values.filter((value) => value !== '').map(holds)) },
  { prefix: 'ForAnyValue:', ofNone: (_, isIfExists) => isIfExists && 'unknown', of: (values, holds) => any(values.map(holds)) },
]

const operators: ReadonlyMap<string, ConditionOperator> = new Map(
  [...stringOperators, ...arnOperators, ...typedOperators, ...ipAddressOperators].map((operator) => [operator.name, operator]),
)

type Test = (values: KeyValues, patterns: readonly ResolvedText[]) => Truth

type OperatorReading = { readonly takesVariables: boolean; readonly isBoolean: boolean; readonly test: Test }

/** A variable without a value equals nothing, so a negated operator holds. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value */
function valueMatches(operator: ConditionOperator, value: string | TextSet, pattern: ResolvedText): Truth {
  if (pattern === null) return false
  if (pattern === 'unknown') return pattern
  return typeof value === 'string' ? operator.matches(value, pattern) : operator.matchesSet(value, pattern)
}

function valueHolds(operator: ConditionOperator, value: string | TextSet, patterns: readonly ResolvedText[]): Truth {
  const matches = any(patterns.map((pattern) => valueMatches(operator, value, pattern)))
  return operator.isNegated ? not(matches) : matches
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
const nullOperator: OperatorReading = {
  takesVariables: false,
  isBoolean: true,
  test: (values, patterns) =>
    any(
      patterns.map((pattern) => {
        const text = pattern === null || pattern === 'unknown' ? '' : pattern.map((part) => part.text).join('')
        if (!/^(true|false)$/i.test(text)) return 'unknown'
        return (text.toLowerCase() === 'true') === (values.length === 0)
      }),
    ),
}

const readings = new Map<string, OperatorReading>()

/** Only names of operators are kept, so they are few. */
function operatorOf(name: string): OperatorReading | undefined {
  const known = readings.get(name)
  if (known !== undefined) return known
  const reading = readOperator(name)
  if (reading !== undefined) readings.set(name, reading)
  return reading
}

/**
 * `…IfExists` is true without the key; there is none of `Null`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 */
function readOperator(text: string): OperatorReading | undefined {
  if (text === 'Null') return nullOperator
  const quantifier = quantifiers.find(({ prefix }) => text.startsWith(prefix)) ?? single
  const isIfExists = text.endsWith('IfExists')
  const operator = operators.get(text.slice(quantifier.prefix.length, isIfExists ? -'IfExists'.length : undefined))
  if (operator === undefined) return undefined
  return {
    takesVariables: operator.takesVariables,
    isBoolean: operator.name === 'Bool',
    test: (values, patterns) => {
      if (values.length === 0) return quantifier.ofNone(operator, isIfExists)
      return quantifier.of(values, (value) => valueHolds(operator, value, patterns))
    },
  }
}

type Conditions = NonNullable<PolicyStatement['Condition']>
type ConditionValue = Conditions[string][string]

/** JSON numbers are read with about 15 digits, so a longer one is no longer what the author wrote. */
const isExact = (value: string | boolean | number): boolean =>
  typeof value !== 'number' || /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/.test(String(value))

/**
 * A list without values is said both to hold and to grant nothing, and there is no list of true and false.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-multiple-boolean-values
 */
const isUndecided = (values: readonly unknown[], { isBoolean }: OperatorReading): boolean =>
  values.length === 0 || (isBoolean && values.length > 1)

type Compared = { readonly key: string; readonly value: ConditionValue; readonly version: string | undefined }

function keyHolds(operator: OperatorReading, { key, value, version }: Compared, context: RequestContext): Truth {
  const values = listOf(value)
  if (isUndecided(values, operator)) return 'unknown'
  const resolutionVersion = operator.takesVariables ? version : undefined
  const patterns = values.map((item) => (isExact(item) ? resolvedText(String(item), context, resolutionVersion) : 'unknown'))
  return agreed((context(key) ?? []).map((possible) => operator.test(possible, patterns)))
}

/**
 * AWS says of an object without members both that it doesn't affect the policy and that the statement has no effect.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-object-condition
 */
const allOf = (truths: readonly Truth[]): Truth => (truths.length === 0 ? 'unknown' : all(truths))

/**
 * Operators and keys are joined by AND, the values of one key by OR (by NOR where the operator is negated).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsHold(conditions: Conditions, context: RequestContext, version: string | undefined): Truth {
  return allOf(
    Object.entries(conditions).map(([name, keys]): Truth => {
      const operator = operatorOf(name)
      if (operator === undefined) return 'unknown'
      return allOf(Object.entries(keys).map(([key, value]) => keyHolds(operator, { key, value, version }, context)))
    }),
  )
}
