import { isCallerOf } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyStatement } from '#core/policy/document.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import { type DenialReason, denialReason } from './denied-request.ts'
import { type DeniedSession, deniedSession } from './denied-session.ts'
import { deniedCall } from './role-denial.ts'

/** A denied call of any identity, with what AWS says of the reason. */
export type SessionCall = DeniedSession &
  DenialReason & {
    /** The role that a session of the role tried to assume. Empty where AWS doesn't name it, null for every other call. */
    readonly calledRoleArn: string | null
  }

const isAction =
  (action: string) =>
  (pattern: string): boolean =>
    matchesPattern(action.toLowerCase(), pattern.toLowerCase())

const allows =
  (action: string) =>
  ({ Effect, Action, NotAction }: PolicyStatement): boolean =>
    Effect === 'Allow' && (listOf(Action).some(isAction(action)) || (NotAction !== undefined && !listOf(NotAction).some(isAction(action))))

const requestedStatements = ({ action }: DeniedSession, { permissionsPolicy }: RolePlan): readonly PolicyStatement[] =>
  listOf(permissionsPolicy.Statement).filter(allows(action))

export const requestsAction = (action: string, { permissionsPolicy }: RolePlan): boolean =>
  listOf(permissionsPolicy.Statement).some(allows(action))

/** The inline policy has the action. A requested managed policy can have it too, and isn't read here. */
export const isRequested = (call: DeniedSession, plan: RolePlan): boolean => requestedStatements(call, plan).length > 0

export const isOfRole = ({ callerAccount, callerRole }: DeniedSession, plan: RolePlan): boolean =>
  callerRole === plan.roleName && (callerAccount === plan.accountId || !/^\d{12}$/.test(callerAccount))

export const isOfVendorAccount = ({ callerAccount }: DeniedSession, plan: RolePlan): boolean => callerAccount === plan.vendorAccountId

/**
 * The ARNs of buckets and objects have no account, so one that wasn't requested can be the vendor's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
function isPerhapsOfVendor(call: DeniedSession, plan: RolePlan): boolean {
  const [, account] = /^arn:[\w-]+:[\w-]+:[\w-]*:([^:]*):/.exec(call.resource ?? '') ?? []
  if (account !== '') return account === plan.vendorAccountId
  const requested = requestedStatements(call, plan).flatMap(({ Resource }) => listOf(Resource))
  return !requested.some((pattern) => matchesPattern(call.resource ?? '', pattern))
}

/** False where AWS names no resource in full: some services write only its name. */
export function isOtherResource(call: DeniedSession, plan: RolePlan): boolean {
  const { resource } = call
  if (resource === null || !/^arn:[\w-]+:[\w-]+:[^*]*$/.test(resource)) return false
  const requested = requestedStatements(call, plan)
  return (
    requested.every(({ Resource }) => Resource !== undefined) &&
    !requested.flatMap(({ Resource }) => listOf(Resource)).some((pattern) => matchesPattern(resource, pattern))
  )
}

/** The application made a requested call with its own credentials instead of those of the role. */
export function isWithoutRole(call: DeniedSession, plan: RolePlan): boolean {
  const { applicationPrincipalArns: principals } = plan
  const isApplication = principals.length === 0 || principals.some((arn) => isCallerOf(call.caller, arn))
  return isOfVendorAccount(call, plan) && isApplication && isRequested(call, plan) && !isPerhapsOfVendor(call, plan)
}

/** A session of the role that goes on to assume a role. Null where it names something else than a role. */
function assuming(message: string, { roleName, accountId }: RolePlan): SessionCall | null {
  const call = deniedCall(message)
  if (call === null || !call.caller.includes(`:assumed-role/${roleName}/`) || call.accountId !== accountId) return null
  if (call.roleArn === '' && /on resource: "?arn:/.test(message)) return null
  const { caller, roleArn } = call
  const session = { caller, callerAccount: accountId, callerRole: roleName, action: 'sts:AssumeRole', resource: roleArn }
  return { ...session, hint: null, isExplicit: false, policyName: '', calledRoleArn: roleArn }
}

export function sessionCall(message: string, plan: RolePlan): SessionCall | null {
  const session = deniedSession(message)
  if (session === null) return assuming(message, plan)
  return { ...session, ...denialReason(message), calledRoleArn: null }
}
