import { namesAction } from '#core/policy/action-pattern.ts'
import { actions } from './action-list.ts'

/** Actions that work on `*` only and that people often give an ARN. Known without the list of all actions; a test holds them against it. */
const onStarOnly: readonly string[] = [
  's3:ListAllMyBuckets',
  's3:GetAccountPublicAccessBlock',
  'sts:GetCallerIdentity',
  ...actions(
    'ec2',
    `DescribeAddresses DescribeAvailabilityZones DescribeImages DescribeInstanceStatus DescribeInstances DescribeInstanceTypes DescribeKeyPairs
    DescribeNetworkInterfaces DescribeRegions DescribeRouteTables DescribeSecurityGroups DescribeSnapshots DescribeSubnets DescribeTags
    DescribeVolumes DescribeVpcs`,
  ),
  ...actions('iam', 'GetAccountAuthorizationDetails GetAccountSummary ListRoles ListUsers'),
  'ecr:GetAuthorizationToken',
  ...actions('kms', 'CreateKey ListAliases ListKeys'),
  'lambda:ListFunctions',
  'secretsmanager:ListSecrets',
  'sns:ListTopics',
  'sqs:ListQueues',
  ...actions('cloudtrail', 'DescribeTrails LookupEvents'),
  'cloudwatch:GetMetricStatistics',
  ...actions('organizations', 'DescribeOrganization ListAccounts'),
]

/** Of nearly all actions that this names the same is true. */
const onStarMostly = ['ec2:describe*']

export function isOnStarOnly(pattern: string): boolean {
  return onStarMostly.includes(pattern.toLowerCase()) || onStarOnly.some((action) => action.toLowerCase() === pattern.toLowerCase())
}

export const wellKnownStarActions = onStarOnly

/** Keys that come with a few actions only. */
export const wellKnownKeys: Readonly<Record<string, readonly string[]>> = {
  's3:prefix': actions('s3', 'ListBucket ListBucketVersions'),
  's3:delimiter': actions('s3', 'ListBucket ListBucketVersions'),
  's3:max-keys': actions('s3', 'ListBucket ListBucketVersions'),
  'iam:passedtoservice': actions('iam', 'PassRole'),
  'sts:externalid': actions('sts', 'AssumeRole'),
  'iam:policyarn': actions(
    'iam',
    'AttachGroupPolicy AttachRolePolicy AttachUserPolicy DetachGroupPolicy DetachRolePolicy DetachUserPolicy',
  ),
  's3:x-amz-acl': actions(
    's3',
    'BypassGovernanceRetention CreateAccessPoint CreateBucket PutBucketAcl PutObject PutObjectAcl PutObjectVersionAcl',
  ),
}

/** Whether an action never comes with a key, as far as that is known without the list of all actions. */
export function isKnownStranger(pattern: string, keyName: string): boolean {
  const comesWith = Object.hasOwn(wellKnownKeys, keyName) ? wellKnownKeys[keyName] : undefined
  return comesWith !== undefined && pattern.includes(':') && !comesWith.some((action) => namesAction(pattern, action))
}
