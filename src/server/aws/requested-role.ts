import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listOf } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { RequestedRole, VerifiedRole } from '#server/registry/remembered-verdict.ts'

const hash = (value: unknown): string => sha256Hex(JSON.stringify(value)).slice(0, 16)

/** Takes the place of all external IDs, whose replacement is no change of the config. */
const anyId = ExternalId.parse('the-external-id-of-any-connection')

/** The order of permission sets in the config is none of the role. */
const statements = ({ Statement }: ReturnType<typeof rolePlan>['permissionsPolicy']): readonly string[] =>
  listOf(Statement)
    .map((statement) => JSON.stringify(statement))
    .toSorted()

/** Null where the config names no account in the partition. */
function requestedRole({ rotation: _, ...connection }: Connection, vendor: Vendor): RequestedRole | null {
  if (vendor.accounts[partitionOf(connection.region)] === undefined) return null
  const { permissions, role = null, permissionsPolicy = null } = connection
  const plan = rolePlan({ ...connection, externalId: anyId }, vendor)
  const { trustPolicy, maxSessionDuration, permissionsBoundary, tags, managedPolicyArns } = plan
  // A hash of a version before managed policies stays equal.
  const managed = managedPolicyArns.length === 0 ? [] : [{ managedPolicyArns: managedPolicyArns.toSorted() }]
  return {
    chosen: hash([permissions, role, permissionsPolicy]),
    role: hash([trustPolicy, statements(plan.permissionsPolicy), maxSessionDuration, permissionsBoundary, tags, ...managed]),
  }
}

/** The hash of the role that the config requests now, where it requested another one for the same choice when the role was verified last. */
export function changedRole(verified: VerifiedRole | undefined, connection: Connection, vendor: Vendor): string | null {
  const now = verified === undefined ? null : requestedRole(connection, vendor)
  return now !== null && now.chosen === verified?.chosen && now.role !== verified.role ? now.role : null
}

/**
 * The role that a connection was verified with, after another verdict. A check can verify a changed role without the customer having changed
 * it, because not every permission can be tested. So the earlier one stays until the vendor's back end was told of that very role: a copy of
 * the server with an earlier config verifies what the earlier config requests, after another copy has told.
 */
export function verifiedRoleAfter(
  before: VerifiedRole | undefined,
  { kind }: Pick<Verdict, 'kind'>,
  connection: Connection,
  vendor: Vendor,
): VerifiedRole | undefined {
  const now = kind === 'verified' ? requestedRole(connection, vendor) : null
  if (now === null || before?.chosen !== now.chosen) return now ?? before
  return before.role !== now.role && before.toldRole === now.role ? now : before
}
