import * as z from 'zod/mini'
import { readArn } from '#core/aws/arn.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { listOf } from '#core/policy/document.ts'
import { parameterValue, parameterValuesMaximum } from './parameter-value.ts'
import { isOfferedIn, offeredSets, type PermissionSet, type PermissionSetParameter } from './permission-set.ts'
import type { Vendor } from './vendor.ts'

const error = 'permissions-invalid'
const ParameterValues = z.union([z.string(), z.array(z.string())], { error })

/** Chosen values by permission set and parameter. A set is chosen when its key is there. */
export const PermissionChoice = z.record(z.string(), z.record(z.string(), ParameterValues, { error }), { error })
export type PermissionChoice = z.infer<typeof PermissionChoice>

type Report = (code: string, ...path: string[]) => void
type SetPlace = { readonly partition: Partition | undefined; readonly report: Report }
type Place = { readonly partition: Partition | undefined; readonly report: (code: string) => void }

/** IAM rejects the ARN of another partition, and a Region of another one is never reached. */
function crossesPartition({ kind }: PermissionSetParameter, value: string, partition: Partition | undefined): boolean {
  if (partition === undefined) return false
  if (kind === 'arn') return readArn(value)?.partition !== partition
  return kind === 'region' && !partitions[partition].regionPattern.test(value)
}

function parsedParameter(parameter: PermissionSetParameter, given: string | string[] | undefined, { partition, report }: Place) {
  const values = listOf(given).filter((value) => value.trim() !== '')
  if (values.length === 0) report('parameter-empty')
  if (values.length > (parameter.many ? parameterValuesMaximum : 1)) report('parameter-too-many')
  const parsed = values.flatMap((value) => {
    const result = parameterValue(parameter.kind).safeParse(value)
    if (result.success) return [result.data]
    report(result.error.issues[0]?.message ?? 'parameter-empty')
    return []
  })
  if (parsed.some((value) => crossesPartition(parameter, value, partition))) report('parameter-partition')
  const unique = [...new Set(parsed)]
  return parameter.many ? unique : (unique[0] ?? '')
}

function parsedSet(set: PermissionSet, given: PermissionChoice[string] | undefined, { partition, report }: SetPlace) {
  return Object.fromEntries(
    set.parameters.map((parameter) => [
      parameter.id,
      parsedParameter(parameter, given?.[parameter.id], { partition, report: (code) => report(code, set.id, parameter.id) }),
    ]),
  )
}

/** Without a partition it is open which of the sets for some partitions are required. */
const isRequired = ({ required, partitions }: PermissionSet, partition: Partition | undefined): boolean =>
  required && (partition !== undefined || partitions === undefined)

/** A choice that fits the vendor's permission sets in the partition: required ones are in it, each parameter has a value of its kind and of the partition. */
export function permissionChoice(vendor: Vendor, partition?: Partition) {
  return z.pipe(
    PermissionChoice,
    z.transform((choice, context): PermissionChoice => {
      const report: Report = (code, ...path) => context.issues.push({ code: 'custom', message: code, path, input: choice })
      const offered = vendor.permissionSets.filter((set) => partition === undefined || isOfferedIn(set, partition))
      for (const id of Object.keys(choice)) {
        if (!offered.some((set) => set.id === id)) report('permission-set-unknown', id)
      }
      const chosen = offered.filter((set) => isRequired(set, partition) || Object.hasOwn(choice, set.id))
      return Object.fromEntries(chosen.map((set) => [set.id, parsedSet(set, choice[set.id], { partition, report })]))
    }),
  )
}

/** Changes of the vendor's config after a connection's permissions were chosen. */
export type PermissionsUpdate = {
  /** Ids of permission sets that are required now, or need a value that the connection does not have. */
  readonly missing: readonly string[]
  /** Ids of permission sets that the vendor no longer requests. */
  readonly removed: readonly string[]
}

/** The choice without the sets that the vendor has for other partitions alone. */
export function choiceIn(permissions: PermissionChoice, { permissionSets }: Vendor, partition: Partition): PermissionChoice {
  const elsewhere = permissionSets.filter((set) => !isOfferedIn(set, partition)).map(({ id }) => id)
  return Object.fromEntries(Object.entries(permissions).filter(([id]) => !elsewhere.includes(id)))
}

type Chosen = { readonly permissions: PermissionChoice; readonly region: Region }

/** Null while the chosen permissions still are what the config allows. */
export function permissionsUpdate({ permissions, region }: Chosen, vendor: Vendor): PermissionsUpdate | null {
  const offered = offeredSets(vendor.permissionSets, region)
  const ids = offered.map(({ id }) => id)
  const removed = Object.keys(permissions).filter((id) => !ids.includes(id))
  const kept = Object.fromEntries(Object.entries(permissions).filter(([id]) => ids.includes(id)))
  const issues = permissionChoice(vendor, partitionOf(region)).safeParse(kept).error?.issues ?? []
  const unset = offered.filter(({ id, required }) => required && kept[id] === undefined).map(({ id }) => id)
  const missing = [...new Set([...unset, ...issues.map(({ path }) => String(path[0]))])]
  return missing.length + removed.length === 0 ? null : { missing, removed }
}
