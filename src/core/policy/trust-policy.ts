import type { AccountId } from '#core/aws/account-id.ts'
import { accountRootArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import type { PolicyDocument } from './document.ts'

export type TrustTerms = {
  readonly partition: Partition
  readonly vendorAccountId: AccountId
  readonly externalId: ExternalId
  /** The ARN of the application role, or null when any role of the vendor account may come that its own policies allow. */
  readonly applicationRoleArn: string | null
}

/**
 * Trusts the vendor account, only with this external ID, and only from the application role if the vendor names it.
 * The principal is the account root and the role stands in a condition, because a role ARN as principal is stored as a
 * unique ID that a re-created role no longer matches; a condition keeps the ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function trustPolicy({ partition, vendorAccountId, externalId, applicationRoleArn }: TrustTerms): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: accountRootArn(partition, vendorAccountId) },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'sts:ExternalId': externalId },
          ...(applicationRoleArn === null ? {} : { ArnEquals: { 'aws:PrincipalArn': applicationRoleArn } }),
        },
      },
    ],
  }
}
