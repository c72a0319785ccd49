import * as z from 'zod/mini'
import type { Partition } from './partition.ts'

/**
 * The ARN of a managed policy of AWS, in the partition of whichever role it is attached to. Paths and names are those of IAM.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
 */
export const ManagedPolicyArn = z
  .string()
  .check(z.maxLength(640), z.regex(/^arn:(?:aws|\{\{partition\}\}):iam::aws:policy\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/))
  .brand<'ManagedPolicyArn'>()
export type ManagedPolicyArn = z.infer<typeof ManagedPolicyArn>

/** Customers can ask AWS for more. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entities */
export const managedPoliciesMaximum = 10

/** Policies below this path can only be attached to service-linked roles. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
export const isServiceLinked = (arn: string): boolean => arn.includes(':policy/aws-service-role/')

export const managedPolicyIn = (arn: ManagedPolicyArn, partition: Partition): string => arn.replace(/^arn:[^:]*:/, `arn:${partition}:`)

/** The name that the console shows and finds. AWS has each name once, whatever its path. */
export const managedPolicyName = (arn: string): string => arn.split('/').at(-1) ?? arn
