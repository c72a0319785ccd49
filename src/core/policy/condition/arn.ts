import type { Truth } from '#core/policy/truth.ts'
import { matchesParts, type TextPart } from '#core/policy/wildcard.ts'
import { operatorPair } from './operator.ts'

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
 * Each of the six components is compared by itself. What a text with fewer of them means, AWS does not say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function arnMatches(value: string, pattern: readonly TextPart[]): Truth {
  const [values, patterns] = [valueComponents(value), patternComponents(pattern)]
  if (values.length < components || patterns.length < components) return 'unknown'
  return patterns.every((component, index) => matchesParts(values[index] ?? '', component))
}

/** ArnEquals and ArnLike behave identically: both know wildcards. */
export const arnOperators = [
  ...operatorPair('ArnEquals', 'ArnNotEquals', { takesVariables: true, matches: arnMatches }),
  ...operatorPair('ArnLike', 'ArnNotLike', { takesVariables: true, matches: arnMatches }),
]
