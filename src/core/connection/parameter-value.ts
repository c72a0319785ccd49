import * as z from 'zod/mini'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { readParameter, readParameters } from '#core/aws/read-parameter.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { PermissionSetParameter } from './permission-set.ts'
import type { RefusalCode } from './refusals.ts'

/** Most values that one parameter takes: keeps the policy under its quota and the link short. */
export const parameterValuesMaximum = 20

/** Null for a value of the kind. */
export function parameterFault(kind: ParameterKind, text: string): RefusalCode | null {
  const { value, isValid } = readParameter(kind, text)
  if (value === '') return 'parameter-empty'
  return isValid ? null : `parameter-${kind}`
}

/** One value of a parameter; an ARN or a URL is reduced to the name in it. */
export function parameterValue(kind: ParameterKind) {
  return z.pipe(
    z.string({ error: 'parameter-empty' }).check(
      z.superRefine((text, context) => {
        const message = parameterFault(kind, text)
        if (message !== null) context.addIssue({ code: 'custom', message })
      }),
    ),
    z.transform((text) => readParameter(kind, text).value),
  )
}

/** The values in a text that lists them; what is not of the kind stays as it was written. */
export const listedValues = (kind: ParameterKind, text: string): string[] => readParameters(kind, text).map(({ value }) => value)

/** The one value in a text, or the text where it has none or several. */
export function singleValue(kind: ParameterKind, text: string): string {
  const [first, second] = new Set(listedValues(kind, text))
  return first === undefined || second !== undefined ? text.trim() : first
}

/** The vendor's example, or that of the kind, which the empty field shows. */
export const shownExample = ({ kind, example }: Pick<PermissionSetParameter, 'kind' | 'example'>): string =>
  example ?? parameterKinds[kind].example

/** A value that a customer in the Region could enter: ARNs and Regions are those of its partition. */
export function exampleValue(parameter: Pick<PermissionSetParameter, 'kind' | 'example'>, region: Region): string {
  const example = shownExample(parameter)
  if (parameter.kind === 'region') return region
  return parameter.kind === 'arn' ? example.replace(/^arn:[^:]*:/, `arn:${partitionOf(region)}:`) : example
}
