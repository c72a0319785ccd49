import { type Refusal, validationError } from '#simulation/aws/answer.ts'
import type { Parameter, Template } from './template.ts'

const isList = ({ Type }: Parameter): boolean => Type === 'CommaDelimitedList' || /^List</.test(Type)
const isNumeric = ({ Type }: Parameter): boolean => Type === 'Number' || Type === 'List<Number>'

const listed = (text: string): string[] => text.split(',').map((item) => item.trim())

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value)
  } catch {
    return false
  }
}

type Rule = (parameter: Parameter, value: string) => string | null

const rules: readonly Rule[] = [
  (parameter, value) => (!isNumeric(parameter) || (value !== '' && Number.isFinite(Number(value))) ? null : 'must be a number'),
  ({ AllowedValues }, value) => (AllowedValues === undefined || AllowedValues.includes(value) ? null : `must be one of AllowedValues`),
  ({ AllowedPattern }, value) =>
    AllowedPattern === undefined || matches(AllowedPattern, value) ? null : `must match pattern ${AllowedPattern}`,
  ({ MinLength }, value) => (MinLength === undefined || value.length >= MinLength ? null : `must contain at least ${MinLength} characters`),
  ({ MaxLength }, value) => (MaxLength === undefined || value.length <= MaxLength ? null : `must contain at most ${MaxLength} characters`),
  ({ MinValue }, value) => (MinValue === undefined || Number(value) >= MinValue ? null : `must be a number not less than ${MinValue}`),
  ({ MaxValue }, value) => (MaxValue === undefined || Number(value) <= MaxValue ? null : `must be a number not greater than ${MaxValue}`),
]

function faultOf(name: string, parameter: Parameter, text: string): string | null {
  const values = isList(parameter) ? listed(text) : [text]
  const fault = values.flatMap((value) => rules.map((rule) => rule(parameter, value))).find((found) => found !== null)
  if (fault === undefined || fault === null) return null
  const { ConstraintDescription } = parameter
  return ConstraintDescription === undefined
    ? `Parameter '${name}' ${fault}`
    : `Parameter ${name} failed to satisfy constraint: ${ConstraintDescription}`
}

/** Every parameter of the template with its text, or the error of CloudFormation. */
export function parameterValues({ Parameters }: Template, given: ReadonlyMap<string, string>): ReadonlyMap<string, string> | Refusal {
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(Parameters, name))
  if (unknown.length > 0) return validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`)
  const values = Object.entries(Parameters).map(([name, parameter]) => ({ name, parameter, text: given.get(name) ?? parameter.Default }))
  const missing = values.filter(({ text }) => text === undefined).map(({ name }) => name)
  if (missing.length > 0) return validationError(`Parameters: [${missing.join(', ')}] must have values`)
  for (const { name, parameter, text = '' } of values) {
    const fault = faultOf(name, parameter, text)
    if (fault !== null) return validationError(fault)
  }
  return new Map(values.map(({ name, text = '' }) => [name, text]))
}

export const referenceValue = (parameter: Parameter, text: string): string | string[] => (isList(parameter) ? listed(text) : text)
