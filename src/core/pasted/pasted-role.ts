import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf, PolicyDocument, policyText } from '#core/policy/document.ts'
import type { PrincipalView } from '#core/policy/policy-view.ts'
import { contextOfPlan, readTrustPolicy, type TrustStatement, type TrustSubject } from '#core/rules/trust-subject.ts'
import { attachedTo } from './attached-policies.ts'
import { fillPlaceholders, fillResources } from './fill-placeholders.ts'
import type { FindingFact } from './finding-fact.ts'
import type {
  AssumedFact,
  AttachedPolicies,
  CallerFact,
  CommandFact,
  DescriptionFact,
  ErrorTextFact,
  PastedFact,
  PermissionsPolicyFact,
  PolicyNamesFact,
  Proviso,
  RoleFact,
  RoleListFact,
  SourceFaultFact,
  StackEventsFact,
  StackFact,
  StackInstance,
  TrustPolicyFact,
  VendorWordsFact,
} from './pasted-fact.ts'
import type { Rejection } from './rejection.ts'
import { roleOfArn } from './role-shapes.ts'
import { isOfDeniedCaller } from './shown-limits.ts'
import { signsIn } from './sign-in-fault.ts'
import { isStored } from './stored-policy.ts'
import { reasonOf } from './words-of-aws.ts'

type FactOf<Kind extends PastedFact['kind']> = Extract<PastedFact, { readonly kind: Kind }>

function ofKind<Kind extends PastedFact['kind']>(pasted: readonly PastedFact[], kind: Kind): FactOf<Kind>[] {
  return pasted.filter((fact): fact is FactOf<Kind> => fact.kind === kind)
}

function firstOf<Kind extends PastedFact['kind']>(pasted: readonly PastedFact[], kind: Kind): FactOf<Kind> | null {
  return ofKind(pasted, kind)[0] ?? null
}

/** A role that stands in the account of the vendor is the application's own, or none of this connection. */
export const isOfVendor = (role: Pick<RoleFact, 'accountId'> | null, { accountId, vendorAccountId }: RolePlan): boolean =>
  role?.accountId === vendorAccountId && accountId !== vendorAccountId

/** True for a policy that names the vendor anywhere. */
const concerns = (document: object | null, { vendorAccountId, externalId }: RolePlan): boolean => {
  const text = JSON.stringify(document)
  return text.includes(vendorAccountId) || text.includes(externalId)
}

/** The requested role in a list of roles, else the most similar one, else the first. */
function chosenRole(roles: readonly RoleFact[], plan: RolePlan): RoleFact | null {
  const likenesses: readonly ((role: RoleFact) => boolean)[] = [
    ({ arn }) => arn === plan.roleArn,
    (role) => role.roleName === plan.roleName && !isOfVendor(role, plan),
    (role) => role.roleName?.toLowerCase() === plan.roleName.toLowerCase() && !isOfVendor(role, plan),
    (role) => concerns(role.trustPolicy, plan) && !isOfVendor(role, plan),
    (role) => !isOfVendor(role, plan),
  ]
  return likenesses.flatMap((isLike) => roles.find(isLike) ?? [])[0] ?? roles[0] ?? null
}

/** The trust policy that IAM shows, else the one that names the vendor, else the first. */
const chosenTrustPolicy = (policies: readonly TrustPolicyFact[], plan: RolePlan): TrustPolicyFact | undefined =>
  policies.find(({ document }) => isStored(document)) ?? policies.find(({ document }) => concerns(document, plan)) ?? policies[0]

/** Which of several was examined. `position` counts from 1. */
export type Choice =
  | { readonly kind: 'role'; readonly roleName: string | null; readonly accountId: string | null; readonly count: number }
  | { readonly kind: 'trust-policy'; readonly position: number; readonly count: number }

const distinct = <Fact extends RoleFact | TrustPolicyFact>(facts: readonly Fact[], of: (fact: Fact) => unknown): readonly Fact[] => [
  ...new Map(facts.map((fact) => [JSON.stringify(of(fact)), fact])).values(),
]

/** Null where there was nothing to choose from. */
export function choice(pasted: readonly PastedFact[], plan: RolePlan): Choice | null {
  const roles = distinct(ofKind(pasted, 'role'), ({ roleName, accountId, trustPolicy }) => [
    roleName,
    trustPolicy,
    trustPolicy ? null : accountId,
  ])
  const role = chosenRole(roles, plan)
  if (role !== null && roles.length > 1) return { kind: 'role', roleName: role.roleName, accountId: role.accountId, count: roles.length }
  const policies = distinct(ofKind(pasted, 'trust-policy'), ({ document }) => document)
  const policy = chosenTrustPolicy(policies, plan)
  if (role?.trustPolicy || policy === undefined || policies.length < 2) return null
  return { kind: 'trust-policy', position: policies.indexOf(policy) + 1, count: policies.length }
}

/** The pasted facts about one role, and the plan that it is compared with. */
export type PastedRole = {
  readonly plan: RolePlan
  readonly role: RoleFact | null
  /** With each value that a template leaves open as it must be. */
  readonly trust: TrustSubject | null
  /** As it was pasted. */
  readonly writtenTrust: PolicyDocument | null
  readonly proviso: Proviso | null
  /** Why IAM doesn't accept the policy as it was pasted. */
  readonly rejection: Rejection | null
  readonly permissions: readonly PermissionsPolicyFact[]
  /** The rights of a denied caller who isn't the vendor with the role. */
  readonly callerPolicies: readonly PermissionsPolicyFact[]
  readonly policyNames: PolicyNamesFact | null
  /** Null where the text tells nothing of managed policies. */
  readonly attachedPolicies: AttachedPolicies | null
  readonly hasResourcePolicy: boolean
  readonly stack: StackFact | null
  readonly events: StackEventsFact | null
  readonly stackInstances: readonly StackInstance[]
  readonly errors: readonly ErrorTextFact[]
  /** Who is signed in. */
  readonly caller: CallerFact | null
  readonly command: CommandFact | null
  readonly sourceFault: SourceFaultFact | null
  readonly roleList: RoleListFact | null
  readonly vendorWords: VendorWordsFact | null
  readonly description: DescriptionFact | null
  readonly assumed: AssumedFact | null
  readonly findings: readonly FindingFact[]
  /** Whatever AWS or CloudFormation gave as the reason of a failure. */
  readonly reasons: readonly string[]
}

function roleOfOutputs(stack: StackFact | undefined): RoleFact[] {
  return Object.values(stack?.outputs ?? {}).flatMap((value) => roleOfArn(value) ?? [])
}

type WrittenTrust = Pick<TrustPolicyFact, 'document' | 'proviso' | 'rejection'>

function trustOf(role: RoleFact | null, pasted: readonly PastedFact[], plan: RolePlan): WrittenTrust | null {
  if (role?.trustPolicy) return { document: role.trustPolicy, proviso: role.proviso, rejection: role.rejection ?? null }
  return chosenTrustPolicy(ofKind(pasted, 'trust-policy'), plan) ?? null
}

export function readTrust(document: PolicyDocument, plan: RolePlan): TrustSubject | null {
  return readTrustPolicy(policyText(document), contextOfPlan(plan))
}

export const assuming = ({ trust }: Pick<PastedRole, 'trust'>): readonly TrustStatement[] =>
  (trust?.statements ?? []).filter(({ isAllow, coversAction }) => isAllow && coversAction('sts:AssumeRole'))

const isOther = ({ accountId }: PrincipalView, plan: RolePlan): boolean => accountId !== null && accountId !== plan.vendorAccountId

/** Trusts other accounts or services alone, so its conditions don't apply to the vendor. */
const isOfOthers = ({ principals, otherPrincipals, element }: TrustStatement, plan: RolePlan): boolean =>
  element('Principal')?.kind === 'object' &&
  principals.length + otherPrincipals.length > 0 &&
  principals.every((principal) => isOther(principal, plan))

/** The statements that decide on calls of the vendor. All of them where none is for the vendor. */
export function assumingVendor(pastedRole: PastedRole): readonly TrustStatement[] {
  const all = assuming(pastedRole)
  const some = all.filter((statement) => !isOfOthers(statement, pastedRole.plan))
  return some.length > 0 ? some : all
}

const openIn = (proviso: Proviso | undefined): readonly string[] => proviso?.open ?? []

/** Longer texts are no reason that AWS gives. */
const longestReason = 4000

function reasonsIn(events: StackEventsFact | null, stack: StackFact | undefined, errors: readonly ErrorTextFact[]): readonly string[] {
  const all = [events?.firstFailure?.reason, stack?.statusReason, ...errors.map(({ code, message }) => reasonOf(code, message))]
  return all.flatMap((reason) => reason?.slice(0, longestReason) ?? [])
}

/** A list that names no role belongs to the only one. */
function attachedOf(role: RoleFact | null, pasted: readonly PastedFact[], plan: RolePlan): AttachedPolicies | null {
  if (isOfVendor(role, plan)) return null
  const hasOneRole = ofKind(pasted, 'role').length < 2
  const lists = ofKind(pasted, 'attached-policies').filter(({ roleName }) => (roleName === null ? hasOneRole : roleName === plan.roleName))
  return attachedTo([...(role?.attachedPolicies ? [role.attachedPolicies] : []), ...lists.map(({ policies }) => policies)], plan.partition)
}

const assumesRoles = ({ Statement }: PolicyDocument): boolean =>
  listOf(Statement).some(({ Effect, Action }) => Effect === 'Allow' && listOf(Action).some((action) => /^sts:AssumeRole$/i.test(action)))

/** Pasted next to a denied call, so that it shows what the caller may do. Outputs of IAM name the policy of a role. */
const isOfCaller = ({ policyName, document }: PermissionsPolicyFact, errors: readonly ErrorTextFact[]): boolean =>
  policyName === null &&
  assumesRoles(document) &&
  errors.some(({ message }) => /not authorized to perform:? sts:AssumeRole\b/.test(message))

const findingKinds: readonly PastedFact['kind'][] = ['access-finding', 'policy-issues', 'simulation', 'scan']

const isFinding = (fact: PastedFact): fact is FindingFact => findingKinds.includes(fact.kind)

/** The policy of a role for an identity provider, which the denied sign-in is about. */
const isForSignIn = (document: PolicyDocument, plan: RolePlan): boolean =>
  /"Federated"/.test(JSON.stringify(document)) && !concerns(document, plan)

/** Someone who asks for help often leaves the value out. */
const hiddenId = /("sts:ExternalId":)"(?:\*{3,}|•{3,}|[<[(]?(?:redacted|masked|hidden|removed|censored|sanitized)[>\])]?)"/gi

/** With the external ID as it must be, where the text hides it. */
function withHiddenId(written: WrittenTrust, { externalId }: RolePlan): WrittenTrust {
  const text = JSON.stringify(written.document)
  const shown = text.replace(hiddenId, (_, key: string) => `${key}${JSON.stringify(externalId)}`)
  const document = shown === text ? null : PolicyDocument.safeParse(JSON.parse(shown))
  if (document?.success !== true) return written
  const { open = [], defaults = {} } = written.proviso ?? {}
  return { ...written, document: document.data, proviso: { open: [...open, 'sts:ExternalId'], defaults } }
}

export function pastedRole(pasted: readonly PastedFact[], plan: RolePlan): PastedRole {
  const stacks = ofKind(pasted, 'stack')
  const stack = stacks.find(({ stackName }) => stackName === plan.stackName) ?? stacks[0]
  const role = chosenRole([...ofKind(pasted, 'role'), ...roleOfOutputs(stack)], plan)
  const events = firstOf(pasted, 'stack-events')
  const errors = ofKind(pasted, 'error-text')
  const shown = isOfVendor(role, plan) ? null : trustOf(role, pasted, plan)
  const read = shown !== null && errors.some(signsIn) && isForSignIn(shown.document, plan) ? null : shown
  const written = read === null ? null : withHiddenId(read, plan)
  return {
    plan,
    role,
    trust: written === null ? null : readTrust(fillPlaceholders(written.document, openIn(written.proviso), plan), plan),
    writtenTrust: read?.document ?? null,
    proviso: written?.proviso ?? null,
    rejection: written?.rejection ?? null,
    permissions: ofKind(pasted, 'permissions-policy')
      .filter((policy) => !isOfCaller(policy, errors) && !isOfDeniedCaller(policy, errors, plan.roleName))
      .map((policy) => ({ ...policy, written: policy.document, document: fillResources(policy.document, openIn(policy.proviso), plan) })),
    callerPolicies: ofKind(pasted, 'permissions-policy').filter((policy) => isOfDeniedCaller(policy, errors, plan.roleName)),
    policyNames: firstOf(pasted, 'policy-names'),
    attachedPolicies: attachedOf(role, pasted, plan),
    hasResourcePolicy: firstOf(pasted, 'resource-policy') !== null,
    stack: stack ?? null,
    events,
    stackInstances: ofKind(pasted, 'stack-instances').flatMap(({ instances }) => instances),
    errors,
    caller: firstOf(pasted, 'caller'),
    command: firstOf(pasted, 'command'),
    sourceFault: firstOf(pasted, 'source-fault'),
    roleList: firstOf(pasted, 'role-list'),
    vendorWords: firstOf(pasted, 'vendor-words'),
    description: firstOf(pasted, 'description'),
    assumed: firstOf(pasted, 'assumed'),
    findings: pasted.filter(isFinding),
    reasons: reasonsIn(events, stack, errors),
  }
}
