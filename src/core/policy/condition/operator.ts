import type { Truth } from '#core/policy/truth.ts'
import type { TextPart } from '#core/policy/wildcard.ts'

/** One comparison of one value of the request with one value of the policy. */
export type ConditionOperator = {
  readonly name: string
  /** True where no value of the policy may match; also true where the key is absent. */
  readonly isNegated: boolean
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
  readonly takesVariables: boolean
  /** Before negation; unknown where a value has not the operator's type. */
  readonly matches: (value: string, pattern: readonly TextPart[]) => Truth
}

type Comparison = Omit<ConditionOperator, 'name' | 'isNegated'>

/** An operator and its negated twin. */
export function operatorPair(name: string, negatedName: string, comparison: Comparison): ConditionOperator[] {
  return [
    { name, isNegated: false, ...comparison },
    { name: negatedName, isNegated: true, ...comparison },
  ]
}

/** An operator without wildcards and variables. */
export function plainComparison(matches: (value: string, pattern: string) => Truth): Comparison {
  return { takesVariables: false, matches: (value, parts) => matches(value, parts.map((part) => part.text).join('')) }
}

/** Compares what both texts stand for; unknown where one of them cannot be read. */
export function typedComparison<Value>(
  read: (text: string) => Value | null,
  compare: (value: Value, pattern: Value) => boolean,
): Comparison {
  return plainComparison((value, pattern) => {
    const [left, right] = [read(value), read(pattern)]
    return left === null || right === null ? 'unknown' : compare(left, right)
  })
}
