import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PastedFact, RoleFact, TrustPolicyFact } from './pasted-fact.ts'

type FactOf<Kind extends PastedFact['kind']> = Extract<PastedFact, { readonly kind: Kind }>

export function ofKind<Kind extends PastedFact['kind']>(pasted: readonly PastedFact[], kind: Kind): FactOf<Kind>[] {
  return pasted.filter((fact): fact is FactOf<Kind> => fact.kind === kind)
}

/** A role that stands in the account of the vendor is the application's own, or none of this connection. */
export const isOfVendor = (role: Pick<RoleFact, 'accountId'> | null, { accountId, vendorAccountId }: RolePlan): boolean =>
  role?.accountId === vendorAccountId && accountId !== vendorAccountId

/** Whether a policy speaks of the vendor at all. */
const concerns = (document: object | null, { vendorAccountId, externalId }: RolePlan): boolean => {
  const text = JSON.stringify(document)
  return text.includes(vendorAccountId) || text.includes(externalId)
}

/** Of a list of roles the one that was asked for, else what is most like it, else the first. */
export function chosenRole(roles: readonly RoleFact[], plan: RolePlan): RoleFact | null {
  const likenesses: readonly ((role: RoleFact) => boolean)[] = [
    ({ arn }) => arn === plan.roleArn,
    (role) => role.roleName === plan.roleName && !isOfVendor(role, plan),
    (role) => role.roleName?.toLowerCase() === plan.roleName.toLowerCase() && !isOfVendor(role, plan),
    (role) => concerns(role.trustPolicy, plan) && !isOfVendor(role, plan),
    (role) => !isOfVendor(role, plan),
  ]
  return likenesses.flatMap((isLike) => roles.find(isLike) ?? [])[0] ?? roles[0] ?? null
}

/** Of several trust policies the one that speaks of the vendor, else the first. */
export const chosenTrustPolicy = (policies: readonly TrustPolicyFact[], plan: RolePlan): TrustPolicyFact | undefined =>
  policies.find(({ document }) => concerns(document, plan)) ?? policies[0]

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
