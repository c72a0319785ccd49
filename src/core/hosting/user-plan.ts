import type { AccountId } from '#core/aws/account-id.ts'
import { userArn } from '#core/aws/arn.ts'
import type { UserName, UserPath } from '#core/aws/iam-names.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { vendorAccountId } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { assumeStatements, type OwnResources, ownResourceStatements, rolesToAssume, stackNameOf } from './hosting-plan.ts'

/** The IAM user that the application calls AWS as. Without its access key, which is neither created nor kept here. */
export type UserPlan = {
  readonly vendor: Vendor
  readonly partition: Partition
  readonly region: Region
  readonly accountId: AccountId
  readonly userName: UserName
  readonly path: UserPath
  readonly userArn: string
  readonly policyName: string
  /** The resources of sts:AssumeRole: any account, one role name. */
  readonly assumableRoles: readonly string[]
  readonly permissionsPolicy: PolicyDocument
  readonly stackName: string
}

type ApplicationUser = NonNullable<Vendor['applicationUser']>

/** So that the running server can check its own policy. */
const selfStatement = (arn: string): PolicyStatement => ({
  Sid: 'ReadOwnPolicies',
  Effect: 'Allow',
  Action: ['iam:GetUserPolicy', 'iam:ListUserPolicies'],
  Resource: arn,
})

/** The least that verification needs. */
export const userStatements = (vendor: Vendor, partition: Partition, arn: string): readonly PolicyStatement[] => [
  ...assumeStatements(vendor, partition),
  selfStatement(arn),
]

export function userPlan(vendor: Vendor, user: ApplicationUser, choice: OwnResources & { readonly region: Region }): UserPlan {
  const { region } = choice
  const partition = partitionOf(region)
  const accountId = vendorAccountId(vendor, partition)
  const { name: userName, path } = user
  const arn = userArn({ partition, accountId, userName, path })
  return {
    vendor,
    partition,
    region,
    accountId,
    userName,
    path,
    userArn: arn,
    policyName: userName,
    assumableRoles: rolesToAssume(vendor, partition),
    stackName: stackNameOf(vendor),
    permissionsPolicy: {
      Version: '2012-10-17',
      Statement: [
        ...assumeStatements(vendor, partition),
        ...ownResourceStatements({ partition, region, accountId }, choice),
        selfStatement(arn),
      ],
    },
  }
}
