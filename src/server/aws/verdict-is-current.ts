import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { requestedChecks } from '#core/connection/role-policies.ts'
import { isCanceled } from '#core/connection/rotation.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { StoredCheck } from '#server/registry/connection-records.ts'
import type { LastVerdict } from '#server/registry/registry.ts'

/**
 * The hashes of connections under a config. A changed row is another object, and so is a changed config, so no hash here can be outdated.
 * A connection of a row that hasn't changed is the same object.
 */
const hashes = new WeakMap<Vendor, WeakMap<Connection, string>>()

/**
 * The hash of everything that is requested and that a receipt names: while two are equal, a verdict on the one holds for the other. The
 * vendor's name and purpose count too, because the receipt and the template that it names contain them.
 */
export function requestedSha256(connection: Connection, vendor: Vendor): string {
  const ofVendor = hashes.get(vendor) ?? new WeakMap<Connection, string>()
  hashes.set(vendor, ofVendor)
  const known = ofVendor.get(connection) ?? computedSha256(connection, vendor)
  ofVendor.set(connection, known)
  return known
}

function computedSha256(connection: Connection, vendor: Vendor): string {
  const {
    vendor: _vendor,
    role: _role,
    isPolicyEdited: _isPolicyEdited,
    permissions: _permissions,
    // The trust policy names each of them, and a hash of a version before them stays equal.
    applicationPrincipalArns: _applicationPrincipalArns,
    managedPolicyArns,
    ...plan
  } = rolePlan(connection, vendor)
  // A new external ID is in the trust policy. The end of a rotation changes nothing that is requested, but no check before a cancellation
  // shows that the new ID is denied.
  const { nextExternalId: _next, previousExternalId: _previous, ...requested } = plan
  // A hash of a version before managed policies stays equal.
  const managed = managedPolicyArns.length === 0 ? [] : [{ managedPolicyArns }]
  const canceled = isCanceled(connection) ? [connection.rotation?.externalId] : []
  const update = permissionsUpdate(connection, vendor)
  const checks = requestedChecks(connection, vendor)
  return sha256Hex(
    JSON.stringify([vendor.name, vendor.purpose, checks, requested, ...(update === null ? [] : [update]), ...canceled, ...managed]),
  )
}

/** True for a verdict on exactly what the connection and the vendor's config request now. */
export function isCurrent({ asked }: Pick<LastVerdict, 'asked'>, connection: Connection, vendor: Vendor): boolean {
  if (asked === null || vendor.accounts[partitionOf(connection.region)] === undefined) return false
  return asked === requestedSha256(connection, vendor)
}

type Told = { readonly checkedAt: string; readonly disconnectionToldAt?: string | undefined }

const isOutdated = ({ checkedAt, disconnectionToldAt }: Told): boolean =>
  disconnectionToldAt !== undefined && checkedAt <= disconnectionToldAt

/** A disconnection began since, and was canceled or not: only a check tells whether the role is still there. */
export const isFromBeforeDisconnection = ({ verdict, remembered }: LastVerdict): boolean =>
  isOutdated({ checkedAt: verdict.checkedAt, disconnectionToldAt: remembered.disconnectionToldAt })

/** The check that lists show. What an earlier one tells of the role is in `verifiedRole` alone. */
export const shownCheck = (check: StoredCheck | null): StoredCheck | null => (check === null || isOutdated(check) ? null : check)

/** AWS was asked for it since then. A check that was put off has the present time, though AWS was not asked. */
export const isFoundSince = ({ checkedAt, diagnosis }: Pick<Verdict, 'checkedAt' | 'diagnosis'>, sinceMs: number): boolean =>
  diagnosis !== 'check-delayed' && Date.parse(checkedAt) >= sinceMs
