import { permissionsUpdate } from '#core/connection/permissions-update.ts'
import { requestedChecks } from '#core/connection/requested-checks.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { sha256Hex } from '#core/text/sha256.ts'

/**
 * Of all that a plan asks for and a receipt tells of it, 64 hexadecimal digits: while they are equal, a verdict on the one speaks of the
 * other. The vendor's name and purpose are in it, because they stand in the receipt and in the template that it names.
 */
export function askedSha256({ vendor, terms, ...asked }: RolePlan): string {
  const update = permissionsUpdate(terms, vendor)
  return sha256Hex(
    JSON.stringify([vendor.name, vendor.purpose, requestedChecks(terms, vendor), asked, ...(update === null ? [] : [update])]),
  )
}
