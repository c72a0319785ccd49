import type { RequestContext } from './request-context.ts'
import type { TextPart } from './wildcard.ts'

/** `null`: a variable in it has no value, so nothing equals it. `unknown`: the value of a variable in it is not known. */
export type ResolvedText = readonly TextPart[] | null | 'unknown'

type VariableReading = TextPart | null | 'unknown'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html: before this version `${…}` is plain text. */
const versionWithVariables = '2012-10-17'

const specialCharacters = ['*', '?', '$']

/** `${key}` or `${key, 'default'}`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-default-values */
function variable(content: string): { readonly key: string; readonly otherwise: string | undefined } {
  const comma = content.indexOf(',')
  if (comma < 0) return { key: content.trim(), otherwise: undefined }
  const quoted = content.slice(comma + 1).trim()
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'")
  return { key: content.slice(0, comma).trim(), otherwise: isQuoted ? quoted.slice(1, -1) : undefined }
}

function variableValue(content: string, context: RequestContext): VariableReading {
  if (specialCharacters.includes(content)) return { kind: 'literal', text: content }
  const { key, otherwise } = variable(content)
  const possibilities = context(key)
  const [values, ...others] = possibilities ?? []
  if (values === undefined || others.length > 0 || values.length > 1) return 'unknown'
  const text = values[0] ?? otherwise
  if (typeof text === 'object') return 'unknown'
  return text === undefined ? null : { kind: 'literal', text }
}

/** A variable that is not closed is none; AWS does not say what it is. */
const textBetween = (text: string): VariableReading => (text.includes('${') ? 'unknown' : { kind: 'written', text })

/**
 * The text of a policy with the values of its variables. One without a value equals nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolvedText(text: string, context: RequestContext, version: string | undefined): ResolvedText {
  if (version !== versionWithVariables || !text.includes('${')) return [{ kind: 'written', text }]
  const parts = text
    .split(/(\$\{[^{}]*\})/)
    .map((part, index) => (index % 2 === 0 ? textBetween(part) : variableValue(part.slice(2, -1), context)))
  const known = parts.filter((part) => part !== null && part !== 'unknown')
  if (known.length === parts.length) return known
  return parts.includes(null) ? null : 'unknown'
}
