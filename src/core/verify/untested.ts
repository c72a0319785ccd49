import { isCallerOf } from '#core/aws/arn.ts'
import { awsCheck } from '#core/checks/checks.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { inspectionSetId } from '#core/connection/inspection-set.ts'
import type { PermissionSet } from '#core/connection/permission-set.ts'
import { namesApplication } from '#core/connection/role-plan.ts'
import { chosenPermissionSets } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import type { Evidence } from './evidence.ts'
import { type Inspection, tellsOtherRoles, trustsRetiredRoles } from './inspection/inspection.ts'
import type { Sts } from './sts.ts'
import type { Untested, Verdict } from './verdict.ts'

const readInPolicy: readonly Untested['kind'][] = ['other-accounts', 'managed-policies']

/** A condition can leave it open whether someone gets in with another ID, or without one. */
const tellsExternalIds = ({ maybeOpenRoles = [] }: Inspection): boolean => maybeOpenRoles.length === 0

/** No probe can try these, and the policies of the role tell them. */
function isTold(one: Untested, inspection: Inspection | undefined): boolean {
  if (inspection?.outcome !== 'read') return false
  if (one.kind === 'permission-set') return one.permissionSet === inspectionSetId
  if (one.kind === 'other-external-ids') return tellsExternalIds(inspection)
  return one.kind === 'principal-arn' ? tellsOtherRoles(inspection) && !trustsRetiredRoles(inspection) : readInPolicy.includes(one.kind)
}

/** The one role that denials were tried with says nothing of the others, where a condition may let them in. */
export function leftUntested(all: readonly Untested[], inspection: Inspection | undefined): Untested[] {
  const left = all.filter((one) => !isTold(one, inspection))
  const isUnsure = inspection?.maybeOtherRoles === true || (inspection !== undefined && trustsRetiredRoles(inspection))
  const isOpen = isUnsure && !left.some(({ kind }) => kind === 'principal-arn')
  return isOpen ? [...left, { kind: 'principal-arn' }] : left
}

/** Roles that the check didn't run as. */
export const othersThan = (identity: Evidence['identity'], roles: readonly string[]): string[] =>
  roles.filter((arn) => identity.kind !== 'identity' || !isCallerOf(identity.arn, arn))

/** A check runs as one role of the application. What another one gets is only known where the role is read. */
export function untriedRoles(
  { identity, expectedCaller }: Pick<Evidence, 'identity' | 'expectedCaller'>,
  inspection: Inspection | undefined,
): Pick<Verdict, 'untriedRoles'> {
  const { applicationPrincipalArns: roles } = expectedCaller
  if (roles.length < 2) return {}
  const { trustedRoles = [] } = inspection?.outcome === 'read' ? inspection : {}
  const left = othersThan(identity, roles).filter((arn) => !trustedRoles.includes(arn))
  return left.length === 0 ? {} : { untriedRoles: left }
}

/** A call that a statement allows succeeds without the managed policies too. */
function testsManagedPolicies({ call }: PermissionSet['checks'][number], chosen: readonly PermissionSet[]): boolean {
  const check = awsCheck(call)
  if (check === undefined || check.needsPermission === false) return false
  return !chosen.some(({ statements }) =>
    statements.some(({ effect, actions }) => effect !== 'Deny' && actions.some((pattern) => namesAction(pattern, check.action))),
  )
}

/** All that a check of this connection cannot try, unless it reads the role. */
export function untested(
  terms: Pick<ConnectionTerms, 'permissions' | 'region'>,
  vendor: Vendor,
  { outsiders }: Pick<Sts, 'outsiders'>,
): Untested[] {
  const has = (name: (typeof outsiders)[number]['name']) => outsiders.some((outsider) => outsider.name === name)
  const chosen = chosenPermissionSets(terms, vendor)
  const unchecked = chosen.filter(({ checks, statements }) => checks.length === 0 && statements.length > 0)
  const denying = chosen.filter(({ statements }) => statements.some(({ effect }) => effect === 'Deny'))
  const managed = chosen.filter(
    ({ managedPolicyArns, checks }) => managedPolicyArns.length > 0 && !checks.some((check) => testsManagedPolicies(check, chosen)),
  )
  return [
    ...unchecked.map(({ id }): Untested => ({ kind: 'permission-set', permissionSet: id })),
    ...managed.map(({ id }): Untested => ({ kind: 'managed-policies', permissionSet: id })),
    ...denying.map(({ id }): Untested => ({ kind: 'denied-actions', permissionSet: id })),
    ...(!namesApplication(vendor) || has('other-role') ? [] : [{ kind: 'principal-arn' } as const]),
    ...(has('other-account') ? [] : [{ kind: 'other-accounts' } as const]),
    { kind: 'other-external-ids' },
  ]
}
