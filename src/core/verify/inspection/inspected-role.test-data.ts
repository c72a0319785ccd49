import type { RolePlan } from '#core/connection/role-plan.ts'
import { inspected } from './inspection.ts'
import type { RoleReading } from './read-role.ts'

/** A role as it was read, with the settings of the plan and no policy. */
export const settingsRead = (plan: RolePlan) =>
  ({
    kind: 'read',
    inlinePolicies: [],
    attachedPolicies: [],
    settings: plan,
    decisions: [],
    requestIds: [],
  }) as const satisfies Omit<Extract<RoleReading, { readonly kind: 'read' }>, 'trustPolicy'>

type Plan = RolePlan & Parameters<typeof inspected>[1]

/** The inspection of a role that has this trust policy and no other policy. */
export const inspectedTrust = (policy: unknown, plan: Plan) =>
  inspected({ ...settingsRead(plan), trustPolicy: JSON.stringify(policy) }, plan, '2026-01-02T03:04:05.000Z')

/** The same for a plan that requests no permissions, so that only the trust policy can differ. */
export const inspectedTrustAlone = (policy: unknown, plan: Plan) =>
  inspectedTrust(policy, { ...plan, permissionsPolicy: { Statement: [] } })
