import type { RolePlan } from '../role-plan.ts'
import type {
  ErrorTextFact,
  PastedFact,
  PermissionsPolicyFact,
  PolicyNamesFact,
  RoleFact,
  StackEventsFact,
  StackFact,
} from './pasted-fact.ts'
import { roleOfArn } from './role-shapes.ts'
import { readTrust, type TrustReading } from './trust-reading.ts'

/** The pasted facts in the order that they are asked for, beside the role that was asked for. */
export type Patient = {
  readonly plan: RolePlan
  readonly role: RoleFact | null
  readonly trust: TrustReading | null
  readonly permissions: readonly PermissionsPolicyFact[]
  readonly policyNames: PolicyNamesFact | null
  readonly stack: StackFact | null
  readonly events: StackEventsFact | null
  readonly errors: readonly ErrorTextFact[]
  /** Whatever AWS or CloudFormation gave as the reason of a failure. */
  readonly reasons: readonly string[]
}

type FactOf<Kind extends PastedFact['kind']> = Extract<PastedFact, { readonly kind: Kind }>

function ofKind<Kind extends PastedFact['kind']>(pasted: readonly PastedFact[], kind: Kind): FactOf<Kind>[] {
  return pasted.filter((fact): fact is FactOf<Kind> => fact.kind === kind)
}

/** Of a list of roles the one that was asked for, else the one whose name is most like it, else the first. */
function chosenRole(roles: readonly RoleFact[], plan: RolePlan): RoleFact | null {
  const named = (same: (name: string) => boolean) => roles.find(({ roleName }) => roleName !== null && same(roleName))
  return named((name) => name === plan.roleName) ?? named((name) => name.toLowerCase() === plan.roleName.toLowerCase()) ?? roles[0] ?? null
}

function roleOfOutputs(stack: StackFact | undefined): RoleFact[] {
  return Object.values(stack?.outputs ?? {}).flatMap((value) => roleOfArn(value) ?? [])
}

/** Longer texts are no reason that AWS gives. */
const longestReason = 4000

export function patient(pasted: readonly PastedFact[], plan: RolePlan): Patient {
  const stacks = ofKind(pasted, 'stack')
  const stack = stacks.find(({ stackName }) => stackName === plan.stackName) ?? stacks[0]
  const role = chosenRole([...ofKind(pasted, 'role'), ...roleOfOutputs(stack)], plan)
  const trust = role?.trustPolicy ?? ofKind(pasted, 'trust-policy')[0]?.document
  const events = ofKind(pasted, 'stack-events')[0] ?? null
  const errors = ofKind(pasted, 'error-text')
  return {
    plan,
    role,
    trust: trust === undefined ? null : readTrust(trust),
    permissions: ofKind(pasted, 'permissions-policy'),
    policyNames: ofKind(pasted, 'policy-names')[0] ?? null,
    stack: stack ?? null,
    events,
    errors,
    reasons: [events?.firstFailure?.reason, stack?.statusReason, ...errors.map(({ code, message }) => `${code ?? ''} ${message}`)].flatMap(
      (reason) => reason?.slice(0, longestReason) ?? [],
    ),
  }
}
