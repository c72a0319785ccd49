import { partitionOf, Region } from '#core/region.ts'
import type { RoleOptionsRequest } from '#core/role-options.ts'
import type { RoleTag } from '#core/role-tags.ts'
import type { Vendor } from '#core/vendor.ts'
import type { AccountForm } from './account-form.ts'

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

/** The options as the fields say them; an empty field asks for nothing. */
export function typedRoleOptions({ role }: Pick<AccountForm, 'role'>): RoleOptionsRequest {
  const tags = typedTags(role.tags)
  return {
    ...(role.path.trim() === '' ? {} : { path: role.path }),
    ...(role.permissionsBoundary.trim() === '' ? {} : { permissionsBoundary: role.permissionsBoundary }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(role.maxSessionDuration === '' ? {} : { maxSessionDuration: Number(role.maxSessionDuration) }),
  }
}

/** What of an example ARN is of the region that is chosen. */
export function examplePartition(region: string): string {
  const parsed = Region.safeParse(region)
  return parsed.success ? partitionOf(parsed.data) : 'aws'
}

/** Whether there is anything that a company's policy may say. */
export function offersRoleOptions({ role }: Pick<Vendor, 'role'>): boolean {
  return role.permissionsBoundary !== 'none' || role.customerMayChoose.length > 0
}
