import type { AccountId } from '#core/aws/account-id.ts'
import { readRoleArn, roleArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { RoleName, type RolePath } from '#core/aws/role-name.ts'
import { roleTags } from '#core/aws/role-tags.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { permissionsPolicy } from '#core/policy/permissions-policy.ts'
import { trustPolicy } from '#core/policy/trust-policy.ts'
import type { Connection, ConnectionTerms } from './connection.ts'
import type { ExternalId } from './external-id/external-id.ts'
import type { Vendor } from './vendor.ts'

/** What is asked for, and, once a connection holds it, as which role. */
type Asked = ConnectionTerms & Partial<Pick<Connection, 'roleArn'>>

/** The one role that is asked for. Every artifact is a rendering of it. */
export type RolePlan = {
  readonly vendor: Vendor
  readonly terms: Asked
  readonly partition: Partition
  readonly region: Region
  readonly accountId: AccountId
  readonly externalId: ExternalId
  readonly vendorAccountId: AccountId
  readonly applicationRoleArn: string | null
  readonly roleName: RoleName
  readonly path: RolePath
  readonly roleArn: string
  /** Seconds. */
  readonly maxSessionDuration: number
  readonly permissionsBoundary: string | null
  readonly tags: Readonly<Record<string, string>>
  readonly trustPolicy: PolicyDocument
  /** The name of the one inline policy. */
  readonly policyName: string
  /** What the permission sets make, or what the customer made of that. */
  readonly permissionsPolicy: PolicyDocument
  readonly stackName: string
}

/** Letters, digits, hyphens; starts with a letter; at most 128. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const stackName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 128) || 'Rolebridge'

/** Which account the vendor runs in, in a partition. A config without it offers no region there, so terms never name one. */
export function vendorAccountId(vendor: Vendor, partition: Partition): AccountId {
  const accountId = vendor.accounts[partition]
  if (accountId === undefined) throw new Error(`${vendor.name} has no account in ${partition}`)
  return accountId
}

/** The ARN of the application role in a partition, or null when the vendor does not name it. */
export function applicationRoleArn(vendor: Vendor, partition: Partition): string | null {
  return vendor.applicationRoleName
    ? `arn:${partition}:iam::${vendorAccountId(vendor, partition)}:role/${vendor.applicationRoleName}`
    : null
}

/** A connection keeps its role, by name and path, when the vendor's config comes to name another: that one is probed, so that one is asked for. */
export function rolePlan(terms: Asked, vendor: Vendor): RolePlan {
  const partition = partitionOf(terms.region)
  const trusted = {
    partition,
    vendorAccountId: vendorAccountId(vendor, partition),
    applicationRoleArn: applicationRoleArn(vendor, partition),
  }
  const role = terms.roleArn === undefined ? null : readRoleArn(terms.roleArn)
  const { roleName = vendor.role.name } = role ?? {}
  const {
    path: chosenPath = vendor.role.path,
    maxSessionDuration = vendor.role.maxSessionDuration,
    permissionsBoundary = null,
    tags = [],
  } = terms.role ?? {}
  const { path = chosenPath } = role ?? {}
  return {
    vendor,
    terms,
    ...trusted,
    region: terms.region,
    accountId: terms.accountId,
    externalId: terms.externalId,
    roleName,
    path,
    roleArn: roleArn({ partition, accountId: terms.accountId, roleName, path }),
    maxSessionDuration,
    permissionsBoundary,
    tags: roleTags(vendor.role.tags, tags),
    trustPolicy: trustPolicy({ ...trusted, externalId: terms.externalId }),
    policyName: RoleName.parse(roleName),
    permissionsPolicy: terms.permissionsPolicy ?? permissionsPolicy(terms, vendor),
    stackName: stackName(roleName),
  }
}

/** IAM refuses a policy without statements, so a role without permissions gets none. */
export const hasPermissions = ({ permissionsPolicy: { Statement } }: RolePlan): boolean => listOf(Statement).length > 0
