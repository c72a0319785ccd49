import { managedPolicyIn } from '#core/aws/managed-policy.ts'
import { vendorIn } from './offered-sets.ts'
import type { RolePlan } from './role-plan.ts'

/** The managed policies of sets that weren't chosen, which an earlier choice may have attached. */
export function unchosenPolicies({ vendor, partition, managedPolicyArns }: RolePlan): readonly string[] {
  const known = vendorIn(vendor, partition).permissionSets.flatMap((set) =>
    set.managedPolicyArns.map((arn) => managedPolicyIn(arn, partition)),
  )
  return [...new Set(known)].filter((arn) => !managedPolicyArns.includes(arn))
}
