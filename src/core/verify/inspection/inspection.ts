import * as z from 'zod/mini'
import { attachedDifference } from '#core/aws/managed-policy.ts'
import { inspectionSetId } from '#core/connection/inspection-set.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { blockedPermissions } from '#core/policy/blocked-permissions.ts'
import { listOf, PolicyDocument } from '#core/policy/document.ts'
import { type Permission, permissionDifference } from '#core/policy/permission-difference.ts'
import { parseJson } from '#core/text/strings.ts'
import type { Decision, RoleReading } from './read-role.ts'
import { OtherSetting, otherSettings, type RoleSettings } from './role-settings.ts'
import { trustDifference } from './trust-difference.ts'
import type { TrustPlan } from './trusted-callers.ts'

/** An action on a resource, as a policy states it. */
export const Grant = z.object({ action: z.string(), resource: z.string() })
export type Grant = z.infer<typeof Grant>

/** The role's own policies, compared with the plan. Their texts are not kept. */
export const Inspection = z.object({
  /** `denied`: IAM denied reading. `unclear`: it gave no clear answer. The lists are empty then, but for `missingRoles`. */
  outcome: z.enum(['read', 'denied', 'unclear']),
  code: z.optional(z.string()),
  /** The action that AWS says was denied. */
  action: z.optional(z.string()),
  extraPrincipals: z.array(z.string()),
  hasOtherExternalIds: z.boolean(),
  trustsOtherRoles: z.boolean(),
  /** A condition of the trust policy can't be decided for other roles of the account. Absent from a reading of an earlier version. */
  maybeOtherRoles: z.optional(z.boolean()),
  /** They are trusted by name alone: a condition names one, or a pattern of some. Absent otherwise, and from a reading of an earlier version. */
  namesOtherRoles: z.optional(z.boolean()),
  /** Roles or a user of the application that the trust policy lets in without the right external ID. Absent from a reading of an earlier version. */
  openRoles: z.optional(z.array(z.string())),
  /** Those of which a condition of the trust policy can't be decided. Absent from a reading of an earlier version. */
  maybeOpenRoles: z.optional(z.array(z.string())),
  /** Roles or a user that the application no longer uses, and that the trust policy still lets in, or may. Absent where there is none. */
  retiredRoles: z.optional(z.array(z.string())),
  /** Those of `retiredRoles` of which a condition of the trust policy can't be decided. Absent where there is none, and from a reading of an earlier version. */
  maybeRetiredRoles: z.optional(z.array(z.string())),
  /** Roles of the application that the trust policy lets in with the right external ID alone, and those that it doesn't let in. Absent where the plan has one, or none. After no clear answer, `missingRoles` has those of the last reading. */
  trustedRoles: z.optional(z.array(z.string())),
  missingRoles: z.optional(z.array(z.string())),
  /** Roles of the application that the trust policy lets in, or may, with the external ID that is being removed. Absent where there is none, and where the plan has one role, or none. */
  rolesWithRemovedId: z.optional(z.array(z.string())),
  /** Allowed beyond the plan, not allowed in spite of it, and denied by a statement that the plan doesn't have. */
  added: z.array(Grant),
  removed: z.array(Grant),
  denied: z.array(Grant),
  /** Denied by the plan alone. Absent from a reading of an earlier version. */
  undenied: z.optional(z.array(Grant)),
  /** Requested, and met by a statement in `denied` that has no condition. Absent from a reading of an earlier version. */
  blocked: z.optional(z.array(Grant)),
  /** Managed policies that the plan doesn't have. Only the ARNs can be read. */
  attachedPolicies: z.array(z.string()),
  /** Managed policies of the plan that aren't attached. Absent where none is missing, and from a reading of an earlier version. */
  detachedPolicies: z.optional(z.array(z.string())),
  /** Absent from a reading of an earlier version. */
  otherSettings: z.optional(z.array(OtherSetting)),
  /** IAM's own answer for each requested action. */
  decisions: z.array(z.object({ ...Grant.shape, decision: z.enum(['allowed', 'implicitDeny', 'explicitDeny']) })),
  requestIds: z.array(z.string()),
  at: z.iso.datetime(),
})
export type Inspection = z.infer<typeof Inspection>

/** Most items of a list that a verdict keeps. */
const itemsMaximum = 50

type InspectedPlan = Pick<
  RolePlan,
  | 'permissionsPolicy'
  | 'managedPolicyArns'
  | 'trustPolicy'
  | 'partition'
  | 'vendorAccountId'
  | 'applicationPrincipalArns'
  | 'externalId'
  | 'nextExternalId'
  | 'previousExternalId'
> &
  Pick<TrustPlan, 'retiredRoles'> &
  RoleSettings

const nothingFound = {
  extraPrincipals: [],
  hasOtherExternalIds: false,
  trustsOtherRoles: false,
  maybeOtherRoles: false,
  openRoles: [],
  maybeOpenRoles: [],
  added: [],
  removed: [],
  denied: [],
  undenied: [],
  blocked: [],
  attachedPolicies: [],
  otherSettings: [],
  decisions: [],
}

function grants(permissions: readonly Permission[]): Grant[] {
  return permissions.slice(0, itemsMaximum).map(({ isAllBut, action, isOnAllBut, resource }) => ({
    action: isAllBut ? `NotAction ${action}` : action,
    resource: isOnAllBut ? `NotResource ${resource}` : resource,
  }))
}

function parsed(text: string): PolicyDocument | null {
  const policy = PolicyDocument.safeParse(parseJson(text))
  return policy.success ? policy.data : null
}

export const isInspected = ({ permissions }: Pick<RolePlan, 'permissions'>): boolean => permissions[inspectionSetId] !== undefined

const deniedFirst = (one: Decision, other: Decision): number => Number(one.decision === 'allowed') - Number(other.decision === 'allowed')

/** Whatever can't be understood leaves the whole inspection unclear. */
export function inspected(reading: RoleReading, plan: InspectedPlan, at: string): Inspection {
  const requestIds = [...reading.requestIds]
  const without = (code: string): Inspection => ({ ...nothingFound, outcome: 'unclear', code, requestIds, at })
  if (reading.kind === 'unread') {
    const { isDenied, code, action } = reading
    return { ...without(code), outcome: isDenied ? 'denied' : 'unclear', ...(action === null ? {} : { action }) }
  }
  const trust = parsed(reading.trustPolicy)
  const policies = reading.inlinePolicies.map(parsed)
  const known = policies.flatMap((policy) => policy ?? [])
  if (trust === null || known.length < policies.length) return without('UnreadablePolicy')
  const actual: PolicyDocument = { Statement: known.flatMap(({ Statement }) => [...listOf(Statement)]) }
  const { added, removed, denied, undenied } = permissionDifference(plan.permissionsPolicy, actual)
  const { extraPrincipals, openRoles, maybeOpenRoles, ...ofTrust } = trustDifference(trust, plan)
  const { further, missing: detached } = attachedDifference(reading.attachedPolicies, plan.managedPolicyArns)
  return {
    ...ofTrust,
    outcome: 'read',
    extraPrincipals: extraPrincipals.slice(0, itemsMaximum),
    openRoles: openRoles.slice(0, itemsMaximum),
    maybeOpenRoles: maybeOpenRoles.slice(0, itemsMaximum),
    added: grants(added),
    removed: grants(removed),
    denied: grants(denied),
    undenied: grants(undenied),
    blocked: grants(blockedPermissions(plan.permissionsPolicy, denied)),
    attachedPolicies: further.slice(0, itemsMaximum),
    ...(detached.length === 0 ? {} : { detachedPolicies: detached.slice(0, itemsMaximum) }),
    otherSettings: otherSettings(reading.settings, plan).slice(0, itemsMaximum),
    decisions: [...reading.decisions].sort(deniedFirst).slice(0, itemsMaximum),
    requestIds,
    at,
  }
}

/** A reading without a clear answer changes nothing that the one before knew of missing roles. */
export function withKnownRoles(
  inspection: Inspection,
  before: Inspection | undefined,
  { applicationPrincipalArns }: Pick<RolePlan, 'applicationPrincipalArns'>,
): Inspection {
  const known = (before?.missingRoles ?? []).filter((role) => applicationPrincipalArns.includes(role))
  return inspection.outcome === 'read' || known.length === 0 ? inspection : { ...inspection, missingRoles: known }
}

/** The trust policy lets in more than was requested. */
export const trustsMore = (inspection: Inspection | undefined): boolean =>
  inspection !== undefined &&
  (inspection.extraPrincipals.length > 0 ||
    inspection.hasOtherExternalIds ||
    inspection.trustsOtherRoles ||
    (inspection.openRoles ?? []).length > 0)

/**
 * Requested permissions that the role does not have. A managed policy may give what the inline policy lacks, and IAM's decision tells. It
 * doesn't tell of a denial of some resources, because it is asked about the pattern that stands for all.
 */
export function missingGrants({ removed, blocked = [], decisions }: Inspection): readonly Grant[] {
  const isOf = (grant: Grant) => (one: Grant) => one.action === grant.action && one.resource === grant.resource
  const denied = decisions.filter(({ decision }) => decision !== 'allowed')
  const others = removed.filter((grant) => !decisions.some(isOf(grant)))
  const found = [...denied.map(({ action, resource }) => ({ action, resource })), ...others]
  return [...found, ...blocked.filter((grant) => !found.some(isOf(grant)))]
}

/** The role lacks a requested permission, or a requested managed policy. */
export const lacksPermissions = (inspection: Inspection): boolean =>
  missingGrants(inspection).length > 0 || (inspection.detachedPolicies ?? []).length > 0

/** A boundary that the plan doesn't have is set, so it may deny what the role's policies allow. */
export const hasOtherBoundary = ({ otherSettings = [] }: Inspection): boolean =>
  otherSettings.some(({ kind, actual }) => kind === 'permissions-boundary' && actual !== null)

/** The trust policy denies a role of the application. */
export const lacksRoles = ({ missingRoles = [] }: Inspection): boolean => missingRoles.length > 0

/** The trust policy is still the one from before the vendor stopped using a role. */
export const trustsRetiredRoles = ({ retiredRoles = [] }: Inspection): boolean => retiredRoles.length > 0

/** Reading told who of the vendor's account can assume the role. */
export const tellsOtherRoles = ({ outcome, maybeOtherRoles = false }: Inspection): boolean => outcome === 'read' && !maybeOtherRoles

/** Reading told that only the application's present roles can assume the role, and that they need the external ID. */
export const tellsTrust = (inspection: Inspection): boolean =>
  tellsOtherRoles(inspection) && (inspection.maybeOpenRoles ?? []).length === 0 && !trustsRetiredRoles(inspection)

/** Reading found extra trust at some time, and no later reading has found it gone. */
export const hasExtraTrust = (
  verdict: { readonly diagnosis: string; readonly inspection?: Inspection | undefined; readonly extraTrust?: boolean | undefined } | null,
): boolean => verdict !== null && (verdict.extraTrust === true || verdict.diagnosis === 'extra-trust' || trustsMore(verdict.inspection))
