import type { Partition } from './partition.ts'

/**
 * The ARN of a managed policy of AWS, in the partition of whichever role it is attached to. Paths and names are those of IAM.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
 */
export const managedPolicyArn = /^arn:(?:aws|\{\{partition\}\}):iam::aws:policy\/(?:[\w+=,.@-]{1,64}\/){0,8}[\w+=,.@-]{1,128}$/

/** Customers can ask AWS for more. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entities */
export const managedPoliciesMaximum = 10

/** Policies below this path can only be attached to service-linked roles. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
export const isServiceLinked = (arn: string): boolean => arn.includes(':policy/aws-service-role/')

export const managedPolicyIn = (arn: string, partition: Partition): string => arn.replace(/^arn:[^:]*:/, `arn:${partition}:`)

/** The name that the console shows and finds. AWS has each name once, whatever its path. */
export const managedPolicyName = (arn: string): string => arn.split('/').at(-1) ?? arn

type AttachedDifference = {
  /** Attached, and not requested. */
  readonly further: readonly string[]
  /** Requested, and not attached. */
  readonly missing: readonly string[]
}

/** Managed policies of a role, compared with those of the plan. ARNs of one partition. */
export const attachedDifference = (attached: readonly string[], planned: readonly string[]): AttachedDifference => ({
  further: attached.filter((arn) => !planned.includes(arn)),
  missing: planned.filter((arn) => !attached.includes(arn)),
})
