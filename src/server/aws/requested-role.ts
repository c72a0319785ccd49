import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { applicationPrincipalArns, rolePlan } from '#core/connection/role-plan.ts'
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

/** A role of the application that was added since, and that no check has run as. */
const isRoleUntried = ({ applicationRoles = [] }: VerifiedRole, { untested = [] }: Pick<Verdict, 'untested'>): boolean =>
  untested.some((one) => one.kind === 'application-role' && !applicationRoles.includes(one.roleArn))

type StoredRole = RequestedRole & { readonly applicationRoles: string[] }

function roleToStore(connection: Connection, vendor: Vendor): StoredRole | null {
  const requested = requestedRole(connection, vendor)
  return requested === null
    ? null
    : { ...requested, applicationRoles: [...applicationPrincipalArns(vendor, partitionOf(connection.region))] }
}

/**
 * The role that a connection was verified with, after another verdict. A check can verify a changed role without the customer having changed
 * it, because not every permission can be tested. So the earlier one stays until the vendor's back end was told of that very role: a copy of
 * the server with an earlier config verifies what the earlier config requests, after another copy has told.
 */
export function verifiedRoleAfter(
  before: VerifiedRole | undefined,
  verdict: Pick<Verdict, 'kind' | 'untested'>,
  connection: Connection,
  vendor: Vendor,
): VerifiedRole | undefined {
  const now = verdict.kind === 'verified' ? roleToStore(connection, vendor) : null
  if (now === null || before === undefined) return now ?? before
  const isUntried = isRoleUntried(before, verdict)
  // Another choice comes with another role, which may still be from before the vendor added a role of its own.
  if (before.chosen !== now.chosen) return isUntried ? { ...before, chosen: now.chosen, toldRole: now.role } : now
  if (before.role === now.role) return { ...before, applicationRoles: now.applicationRoles }
  return before.toldRole === now.role && !isUntried ? now : before
}
