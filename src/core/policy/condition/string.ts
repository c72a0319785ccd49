import { matchesParts, plainText } from '#core/policy/wildcard.ts'
import { operatorPair } from './operator.ts'

/** Only the Like operators know wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const stringOperators = [
  ...operatorPair('StringEquals', 'StringNotEquals', {
    takesVariables: true,
    matches: (value, pattern) => value === plainText(pattern),
  }),
  ...operatorPair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', {
    takesVariables: true,
    matches: (value, pattern) => value.toLowerCase() === plainText(pattern).toLowerCase(),
  }),
  ...operatorPair('StringLike', 'StringNotLike', { takesVariables: true, matches: matchesParts }),
]
