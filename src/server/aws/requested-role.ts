import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { applicationPrincipalArns, namesApplication, rolePlan, vendorAccountId } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { tellsOtherRoles, trustsRetiredRoles } from '#core/verify/inspection/inspection.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { RequestedRole, VerifiedRole } from '#server/registry/remembered-verdict.ts'

const hash = (value: unknown): string => sha256Hex(JSON.stringify(value)).slice(0, 16)

/** Takes the place of all external IDs, whose replacement is no change of the config. */
const anyId = ExternalId.parse('the-external-id-of-any-connection')

/** The order of permission sets in the config is none of the role. */
const statements = ({ Statement }: PolicyDocument): readonly string[] =>
  listOf(Statement)
    .map((statement) => JSON.stringify(statement))
    .toSorted()

/** The order of the application's roles is none of the role either. A hash of one role, which is a plain text, stays as it is. */
const inOneOrder = (policy: PolicyDocument): unknown =>
  JSON.parse(JSON.stringify(policy), (key, value) => (key === 'aws:PrincipalArn' && Array.isArray(value) ? value.toSorted() : value))

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
    role: hash([inOneOrder(trustPolicy), statements(plan.permissionsPolicy), maxSessionDuration, permissionsBoundary, tags, ...managed]),
  }
}

/** The hash of the role that the config requests now, where it requested another one for the same choice when the role was verified last. */
export function changedRole(verified: VerifiedRole | undefined, connection: Connection, vendor: Vendor): string | null {
  const now = verified === undefined ? null : requestedRole(connection, vendor)
  return now !== null && now.chosen === verified?.chosen && now.role !== verified.role ? now.role : null
}

/** The roles of the application in the partition of the connection. */
export const namedRoles = ({ region }: Connection, vendor: Vendor): readonly string[] =>
  applicationPrincipalArns(vendor, partitionOf(region))

/** None if any role of the account can be the application now. */
function notNamed(roles: readonly string[], connection: Connection, vendor: Vendor): readonly string[] {
  const partition = partitionOf(connection.region)
  if (vendor.accounts[partition] === undefined || !namesApplication(vendor)) return []
  const [now, account] = [namedRoles(connection, vendor), vendorAccountId(vendor, partition)]
  return roles.filter((arn) => !now.includes(arn) && arn.split(':')[4] === account)
}

/** Roles of the application that the role trusts, and those that it may trust. */
export function trustedRoles(verified: VerifiedRole | undefined): readonly string[] {
  const { applicationRoles = [], toldApplicationRoles = [] } = verified ?? {}
  return [...applicationRoles, ...toldApplicationRoles]
}

/** Those that the config no longer names, in the account that it names. */
export const retiredRoles = (verified: VerifiedRole | undefined, connection: Connection, vendor: Vendor): readonly string[] =>
  notNamed(trustedRoles(verified), connection, vendor)

/** Only reading the role tells that it no longer trusts them. */
const tellsRetirement = (inspection: Verdict['inspection']): boolean =>
  inspection !== undefined && tellsOtherRoles(inspection) && !inspection.trustsOtherRoles && !trustsRetiredRoles(inspection)

type Found = Pick<Verdict, 'kind' | 'untriedRoles' | 'inspection'>

/**
 * An added role is trusted once a check has run as it, or has read so. That a role is no longer trusted only reading tells, unless nothing was
 * read and a check runs as an added one: then the customer has changed the role since.
 */
function isUpdateOpen(before: VerifiedRole, { untriedRoles = [], inspection }: Found, connection: Connection, vendor: Vendor): boolean {
  const { applicationRoles = [] } = before
  const added = namedRoles(connection, vendor).filter((arn) => !applicationRoles.includes(arn))
  if (added.some((arn) => untriedRoles.includes(arn))) return true
  if (inspection !== undefined && trustsRetiredRoles(inspection)) return true
  if (notNamed(applicationRoles, connection, vendor).length === 0) return false
  return added.length === 0 && !tellsRetirement(inspection)
}

type StoredRole = RequestedRole & { readonly applicationRoles: string[] }

function roleToStore(connection: Connection, vendor: Vendor): StoredRole | null {
  const requested = requestedRole(connection, vendor)
  return requested === null ? null : { ...requested, applicationRoles: [...namedRoles(connection, vendor)] }
}

/** Without a reading, the role may trust what the customer was told of earlier. */
function stillTold(
  { toldApplicationRoles = [] }: VerifiedRole,
  { inspection }: Found,
  now: StoredRole,
): Pick<VerifiedRole, 'toldApplicationRoles'> {
  const left = tellsRetirement(inspection) ? [] : toldApplicationRoles.filter((arn) => !now.applicationRoles.includes(arn))
  return left.length === 0 ? {} : { toldApplicationRoles: left }
}

/**
 * The role that a connection was verified with, after another verdict. A check can verify a changed role without the customer having changed
 * it, because not every permission can be tested. So the earlier one stays until the vendor's back end was told of that very role: a copy of
 * the server with an earlier config verifies what the earlier config requests, after another copy has told.
 */
export function verifiedRoleAfter(
  before: VerifiedRole | undefined,
  verdict: Found,
  connection: Connection,
  vendor: Vendor,
): VerifiedRole | undefined {
  const now = verdict.kind === 'verified' ? roleToStore(connection, vendor) : null
  if (now === null || before === undefined) return now ?? before
  const isOpen = isUpdateOpen(before, verdict, connection, vendor)
  const told = stillTold(before, verdict, now)
  // Another choice comes with another role, which may still be from before the vendor added or removed a role of its own.
  if (before.chosen !== now.chosen) return isOpen ? { ...before, chosen: now.chosen, toldRole: now.role } : { ...now, ...told }
  const { toldApplicationRoles: _, ...same } = before
  if (before.role === now.role) return { ...same, applicationRoles: now.applicationRoles, ...told }
  return before.toldRole === now.role && !isOpen ? { ...now, ...told } : before
}
