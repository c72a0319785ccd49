import { askedSha256 } from '#core/asked-sha256.ts'
import type { Connection } from '#core/connection.ts'
import { partitionOf } from '#core/region.ts'
import { rolePlan } from '#core/role-plan.ts'
import type { Vendor } from '#core/vendor.ts'
import type { LastVerdict } from './registry.ts'

/** Whether a verdict is of what the connection and the vendor's config ask for now. Never of one that cannot be compared. */
export function isCurrent({ asked }: Pick<LastVerdict, 'asked'>, connection: Connection, vendor: Vendor): boolean {
  if (asked === null || vendor.accounts[partitionOf(connection.region)] === undefined) return false
  return asked === askedSha256(rolePlan(connection, vendor))
}
