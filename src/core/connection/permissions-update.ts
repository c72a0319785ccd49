import { type Connection, permissionChoice } from './connection.ts'
import type { Vendor } from './vendor.ts'

/** How the vendor's config has moved on since a connection's permissions were chosen. */
export type PermissionsUpdate = {
  /** Ids of permission sets that are required now, or need a value that the connection does not have. */
  readonly missing: readonly string[]
  /** Ids of permission sets that the vendor no longer requests. */
  readonly removed: readonly string[]
}

/** Null while the chosen permissions still are what the config allows. */
export function permissionsUpdate({ permissions }: Pick<Connection, 'permissions'>, vendor: Vendor): PermissionsUpdate | null {
  const ids = vendor.permissionSets.map(({ id }) => id)
  const removed = Object.keys(permissions).filter((id) => !ids.includes(id))
  const kept = Object.fromEntries(Object.entries(permissions).filter(([id]) => ids.includes(id)))
  const issues = permissionChoice(vendor).safeParse(kept).error?.issues ?? []
  const unset = vendor.permissionSets.filter(({ id, required }) => required && kept[id] === undefined).map(({ id }) => id)
  const missing = [...new Set([...unset, ...issues.map(({ path }) => String(path[0]))])]
  return missing.length + removed.length === 0 ? null : { missing, removed }
}
