import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { askedSha256 } from '#core/verify/requested-sha256.ts'
import type { LastVerdict } from '#server/registry/registry.ts'

/** Whether a verdict is of what the connection and the vendor's config ask for now. Never of one that cannot be compared. */
export function isCurrent({ asked }: Pick<LastVerdict, 'asked'>, connection: Connection, vendor: Vendor): boolean {
  if (asked === null || vendor.accounts[partitionOf(connection.region)] === undefined) return false
  return asked === askedSha256(rolePlan(connection, vendor))
}
