import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { contextOfPlan, readTrustPolicy, type TrustStatement, type TrustSubject } from '#core/rules/trust-subject.ts'
import { chosenRole, chosenTrustPolicy, isOfVendor, ofKind } from './examined-role.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import type {
  CallerFact,
  ErrorTextFact,
  PastedFact,
  PermissionsPolicyFact,
  PolicyNamesFact,
  Proviso,
  RoleFact,
  StackEventsFact,
  StackFact,
} from './pasted-fact.ts'
import { roleOfArn } from './role-shapes.ts'

/** The pasted facts about one role, and the plan that it is compared with. */
export type PastedRole = {
  readonly plan: RolePlan
  readonly role: RoleFact | null
  /** With each value that a template leaves open as it must be. */
  readonly trust: TrustSubject | null
  /** As it was pasted. */
  readonly writtenTrust: PolicyDocument | null
  readonly proviso: Proviso | null
  readonly permissions: readonly PermissionsPolicyFact[]
  readonly policyNames: PolicyNamesFact | null
  readonly stack: StackFact | null
  readonly events: StackEventsFact | null
  readonly errors: readonly ErrorTextFact[]
  /** Who is signed in. */
  readonly caller: CallerFact | null
  /** Whatever AWS or CloudFormation gave as the reason of a failure. */
  readonly reasons: readonly string[]
}

function roleOfOutputs(stack: StackFact | undefined): RoleFact[] {
  return Object.values(stack?.outputs ?? {}).flatMap((value) => roleOfArn(value) ?? [])
}

type WrittenTrust = { readonly document: PolicyDocument; readonly proviso?: Proviso | undefined }

function trustOf(role: RoleFact | null, pasted: readonly PastedFact[], plan: RolePlan): WrittenTrust | null {
  if (role?.trustPolicy) return { document: role.trustPolicy, proviso: role.proviso }
  return chosenTrustPolicy(ofKind(pasted, 'trust-policy'), plan) ?? null
}

export function readTrust(document: PolicyDocument, plan: RolePlan): TrustSubject | null {
  return readTrustPolicy(policyText(document), contextOfPlan(plan))
}

/** The Allow statements that let someone assume the role. */
export const assuming = ({ trust }: Pick<PastedRole, 'trust'>): readonly TrustStatement[] =>
  (trust?.statements ?? []).filter(({ isAllow, coversAction }) => isAllow && coversAction('sts:AssumeRole'))

const openIn = (proviso: Proviso | undefined): readonly string[] => proviso?.open ?? []

/** Longer texts are no reason that AWS gives. */
const longestReason = 4000

export function pastedRole(pasted: readonly PastedFact[], plan: RolePlan): PastedRole {
  const stacks = ofKind(pasted, 'stack')
  const stack = stacks.find(({ stackName }) => stackName === plan.stackName) ?? stacks[0]
  const role = chosenRole([...ofKind(pasted, 'role'), ...roleOfOutputs(stack)], plan)
  const written = isOfVendor(role, plan) ? null : trustOf(role, pasted, plan)
  const events = ofKind(pasted, 'stack-events')[0] ?? null
  const errors = ofKind(pasted, 'error-text')
  return {
    plan,
    role,
    trust: written === null ? null : readTrust(fillPlaceholders(written.document, openIn(written.proviso), plan), plan),
    writtenTrust: written?.document ?? null,
    proviso: written?.proviso ?? null,
    permissions: ofKind(pasted, 'permissions-policy'),
    policyNames: ofKind(pasted, 'policy-names')[0] ?? null,
    stack: stack ?? null,
    events,
    errors,
    caller: ofKind(pasted, 'caller')[0] ?? null,
    reasons: [events?.firstFailure?.reason, stack?.statusReason, ...errors.map(({ code, message }) => `${code ?? ''} ${message}`)].flatMap(
      (reason) => reason?.slice(0, longestReason) ?? [],
    ),
  }
}
