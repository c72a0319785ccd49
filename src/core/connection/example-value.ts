import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { PermissionSetParameter } from './permission-set.ts'

/** The vendor's example, or that of the kind, which the empty field shows. */
export const shownExample = ({ kind, example }: Pick<PermissionSetParameter, 'kind' | 'example'>): string =>
  example ?? parameterKinds[kind].example

/** A value that a customer in the Region could enter: ARNs and Regions are those of its partition. */
export function exampleValue(parameter: Pick<PermissionSetParameter, 'kind' | 'example'>, region: Region): string {
  const example = shownExample(parameter)
  if (parameter.kind === 'region') return region
  return parameter.kind === 'arn' ? example.replace(/^arn:[^:]*:/, `arn:${partitionOf(region)}:`) : example
}
