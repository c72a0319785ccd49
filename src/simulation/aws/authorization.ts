import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { checks } from '#core/checks/checks.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import type { StatedContext } from '#core/policy/request-context.ts'
import { behaviorOf } from './accounts.ts'
import { type Caller, callerContext } from './caller.ts'
import { propagatedRole } from './roles.ts'
import type { Role, World } from './state.ts'
import { readPolicy } from './trust-edits.ts'

/** The actions of our checks that read settings. AWS's policies have many more. */
const readingActions = checks
  .map(({ action }) => action)
  .filter((action) => /:(Describe|List|Get)/.test(action) && !action.startsWith('ce:'))

const allowing = (...actions: readonly string[]): string =>
  policyText({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }] })

/** Enough of AWS's policies for the calls that are simulated. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
const awsPolicyTexts: Readonly<Record<string, string>> = {
  AdministratorAccess: allowing('*'),
  ReadOnlyAccess: allowing(...readingActions, 's3:Get*', 's3:List*'),
  SecurityAudit: allowing(...readingActions),
  ViewOnlyAccess: allowing(...readingActions),
}

/** Undefined for policies that aren't AWS's, and for those that only have a name here. */
function awsPolicyText(arn: string): string | undefined {
  const name = managedPolicyName(arn)
  return /^arn:[\w-]+:iam::aws:policy\//.test(arn) && Object.hasOwn(awsPolicyTexts, name) ? awsPolicyTexts[name] : undefined
}

type PermissionQuery = {
  readonly action: string
  readonly resource: string
  /** Keys of this request, in addition to those of the caller. */
  readonly context?: StatedContext
  /** Kinds of policies that needn't allow the call, but can deny it. */
  readonly needless?: readonly PolicyKind[]
}

export type PolicyKind = 'service control policy' | 'identity-based policy' | 'permissions boundary' | 'session policy'

type Denial = { readonly kind: 'denied'; readonly isExplicit: boolean; readonly reason: string }

type Permission = { readonly kind: 'allowed' } | Denial

const everything: PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

const managedPolicyText = ({ state }: World, arn: string): string | undefined =>
  Object.hasOwn(state.managedPolicies, arn) ? state.managedPolicies[arn] : awsPolicyText(arn)

/** AWS attaches a policy that allows everything, so another one only restricts. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
function organizationPolicies(world: World, { accountId }: Caller): readonly PolicyDocument[] {
  const { serviceControlPolicy } = behaviorOf(world, accountId)
  return serviceControlPolicy === undefined ? [everything] : [everything, serviceControlPolicy]
}

function identityPolicies(world: World, role: Role | null): readonly PolicyDocument[] {
  const attached = (role?.managedPolicyArns ?? []).flatMap((arn) => managedPolicyText(world, arn) ?? [])
  return [...Object.values(role?.inlinePolicies ?? {}), ...attached].flatMap((text) => readPolicy(text) ?? [])
}

/** A boundary whose document isn't known here limits nothing. */
function boundaryPolicies(world: World, role: Role | null): readonly PolicyDocument[] {
  const text = role?.permissionsBoundary == null ? undefined : managedPolicyText(world, role.permissionsBoundary)
  return text === undefined ? [everything] : [readPolicy(text) ?? []].flat()
}

function sessionPolicies(caller: Caller): readonly PolicyDocument[] {
  const text = caller.kind === 'session' ? caller.session.sessionPolicy : null
  return text === null ? [everything] : [readPolicy(text) ?? []].flat()
}

/** The identity policies and the boundary of a role as they are now, also before STS knows them. */
export const policiesOfRole = (world: World, role: Role) => [identityPolicies(world, role), boundaryPolicies(world, role)] as const

/** For a role, those that STS knows already. */
function callerPolicies(world: World, caller: Caller, role: Role | null): readonly PolicyDocument[] {
  if (caller.kind === 'administrator') return [everything]
  return caller.kind === 'user' ? [readPolicy(caller.policy) ?? []].flat() : identityPolicies(world, role)
}

type Layer = { readonly policyKind: PolicyKind; readonly policies: readonly PolicyDocument[] }

/** In AWS's order. */
function layersOf(world: World, caller: Caller): readonly Layer[] {
  const role = caller.kind === 'session' ? propagatedRole(world, caller.roleKey) : null
  return [
    { policyKind: 'service control policy', policies: organizationPolicies(world, caller) },
    { policyKind: 'identity-based policy', policies: callerPolicies(world, caller, role) },
    { policyKind: 'permissions boundary', policies: boundaryPolicies(world, role) },
    { policyKind: 'session policy', policies: sessionPolicies(caller) },
  ]
}

const article = (policyKind: PolicyKind): string => (policyKind === 'identity-based policy' ? 'an' : 'a')

function denialBy({ policyKind, policies }: Layer, asked: PermissionQuery): Denial | null {
  const evaluation = evaluateIdentityPolicies(policies, asked)
  const isNeedless = evaluation === 'implicitly-denied' && asked.needless?.includes(policyKind)
  if (evaluation === 'allowed' || isNeedless) return null
  const isExplicit = evaluation === 'explicitly-denied'
  const reason = isExplicit
    ? `with an explicit deny in ${article(policyKind)} ${policyKind}`
    : `because no ${policyKind} allows the ${asked.action} action`
  return { kind: 'denied', isExplicit, reason }
}

/**
 * The organization of the caller's account, the role's policies, its permissions boundary and the session's own policy must
 * all allow. An explicit deny in any of them is reported before a missing Allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function permission(world: World, caller: Caller, asked: PermissionQuery): Permission {
  const request = { ...asked, context: { ...callerContext(world, caller), ...asked.context } }
  const denials = layersOf(world, caller).flatMap((layer) => denialBy(layer, request) ?? [])
  return denials.find(({ isExplicit }) => isExplicit) ?? denials[0] ?? { kind: 'allowed' }
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
export const notAuthorized = (caller: Pick<Caller, 'arn'>, { action, resource }: PermissionQuery, reason = ''): string =>
  `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource}${reason === '' ? '' : ` ${reason}`}`
