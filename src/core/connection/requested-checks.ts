import { listOf } from '#core/policy/document.ts'
import type { ConnectionTerms } from './connection.ts'
import { chosenPermissionSets } from './role-policies.ts'
import type { Vendor } from './vendor.ts'

export type RequestedCheck = {
  readonly id: string
  readonly permissionSet: string
  readonly call: string
  readonly resource: string
}

/** The vendor's checks of the chosen permission sets, one for each value of their parameter. */
export function requestedChecks(terms: Pick<ConnectionTerms, 'permissions'>, vendor: Vendor): readonly RequestedCheck[] {
  return chosenPermissionSets(terms, vendor).flatMap((set) =>
    set.checks.flatMap(({ id, call, parameter }) =>
      listOf(terms.permissions[set.id]?.[parameter]).map((resource) => ({ id, permissionSet: set.id, call, resource })),
    ),
  )
}
