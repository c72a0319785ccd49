import { partitionOf, Region } from '#core/aws/region.ts'
import type { RoleTag } from '#core/aws/role-tags.ts'
import { listedValues, singleValue } from '#core/connection/parameter-value.ts'
import type { PermissionChoice } from '#core/connection/permission-choice.ts'
import { offeredSets, type PermissionSet, type PermissionSetParameter } from '#core/connection/permission-set.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import { type AccountForm, isChosen } from './account-form.ts'

/** The values of one parameter as they were typed; a list is split. */
export function typedValues(form: AccountForm, set: PermissionSet, parameter: PermissionSetParameter): string[] {
  const text = form.parameters[set.id]?.[parameter.id] ?? ''
  if (parameter.many) return listedValues(parameter.kind, text)
  return [singleValue(parameter.kind, text)].filter((value) => value !== '')
}

type ValuesOf = (set: PermissionSet, parameter: PermissionSetParameter) => string[]

export function choiceOf(sets: readonly PermissionSet[], valuesOf: ValuesOf): PermissionChoice {
  return Object.fromEntries(
    sets.map((set) => [
      set.id,
      Object.fromEntries(
        set.parameters.map((parameter) => {
          const values = valuesOf(set, parameter)
          return [parameter.id, parameter.many ? values : (values[0] ?? '')]
        }),
      ),
    ]),
  )
}

export function typedPermissions(form: AccountForm, vendor: Vendor): PermissionChoice {
  const chosen = offeredSets(vendor.permissionSets, form.region).filter((set) => isChosen(set, form))
  return choiceOf(chosen, (set, parameter) => typedValues(form, set, parameter))
}

/** Values typed for permission sets that are not selected. */
export function unchosenPermissions(form: AccountForm, vendor: Vendor): PermissionChoice {
  const hasText = (set: PermissionSet) => set.parameters.some((parameter) => typedValues(form, set, parameter).length > 0)
  const unchosen = offeredSets(vendor.permissionSets, form.region).filter((set) => !isChosen(set, form) && hasText(set))
  return choiceOf(unchosen, (set, parameter) => typedValues(form, set, parameter))
}

/** One tag a line, `Key=Value`; a line without an equals sign is a key with an empty value. */
export function typedTags(text: string): RoleTag[] {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.includes('=') ? line.indexOf('=') : line.length
      return { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }
    })
}

const hour = 3600

/** Whole hours that are shorter than what the vendor asks for, in seconds, longest first. */
export function sessionChoices(vendor: Vendor): readonly number[] {
  if (!mayChoose(vendor, 'maxSessionDuration')) return []
  return Array.from({ length: Math.ceil(vendor.role.maxSessionDuration / hour) - 1 }, (_, index) => (index + 1) * hour).reverse()
}

/** The options as the fields say them; an empty field asks for nothing, and neither does one that the vendor's config of today does not have. */
export function typedRoleOptions({ role }: Pick<AccountForm, 'role'>, vendor: Vendor): RoleOptionsRequest {
  const tags = mayChoose(vendor, 'tags') ? typedTags(role.tags) : []
  const session = sessionChoices(vendor).find((seconds) => String(seconds) === role.maxSessionDuration)
  const isBoundaryAsked = vendor.role.permissionsBoundary !== 'none' && role.permissionsBoundary.trim() !== ''
  return {
    ...(mayChoose(vendor, 'path') && role.path.trim() !== '' ? { path: role.path } : {}),
    ...(isBoundaryAsked ? { permissionsBoundary: role.permissionsBoundary } : {}),
    ...(tags.length === 0 ? {} : { tags }),
    ...(session === undefined ? {} : { maxSessionDuration: session }),
  }
}

/** Adapts an example ARN to the selected Region. */
export function examplePartition(region: string): string {
  const parsed = Region.safeParse(region)
  return parsed.success ? partitionOf(parsed.data) : 'aws'
}

/** Seconds in hours, to a tenth. */
export const sessionHours = (seconds: number): number => Math.round((seconds / 3600) * 10) / 10
