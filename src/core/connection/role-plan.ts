import type { AccountId } from '#core/aws/account-id.ts'
import { readRoleArn, roleArn, userArn } from '#core/aws/arn.ts'
import { RoleName, type RolePath } from '#core/aws/iam-names.ts'
import { managedPolicyIn } from '#core/aws/managed-policy.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { roleTags } from '#core/aws/role-tags.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { applicationRoles } from './application-roles.ts'
import type { Connection, ConnectionTerms } from './connection.ts'
import type { ExternalId } from './external-id/external-id.ts'
import { vendorIn } from './permission-set.ts'
import { managedPolicyArns, namedRole, permissionsPolicy, sendsSourceIdentity, trustPolicy } from './role-policies.ts'
import { addedId, removedId } from './rotation.ts'
import type { Vendor } from './vendor.ts'

/** The one role that is requested. Every artifact is a rendering of it. */
export type RolePlan = Readonly<Pick<ConnectionTerms, 'accountId' | 'region' | 'externalId' | 'permissions' | 'role'>> & {
  readonly vendor: Vendor
  /** The new external ID, which the trust policy accepts too until it is in use. Null: the ID isn't being replaced, or not any longer. */
  readonly nextExternalId: ExternalId | null
  /** The old external ID, which the trust policy no longer accepts, and the role perhaps still does. Null as above. */
  readonly previousExternalId: ExternalId | null
  readonly partition: Partition
  readonly vendorAccountId: AccountId
  /** The first of `applicationPrincipalArns`. Null: there is none. */
  readonly applicationPrincipalArn: string | null
  /** Roles, or one IAM user. See the function of this name. */
  readonly applicationPrincipalArns: readonly string[]
  /** The principal, if it is an IAM user. */
  readonly applicationUserArn: string | null
  readonly roleName: RoleName
  readonly path: RolePath
  readonly roleArn: string
  /** Seconds. */
  readonly maxSessionDuration: number
  readonly permissionsBoundary: string | null
  readonly tags: Readonly<Record<string, string>>
  readonly trustPolicy: PolicyDocument
  readonly policyName: string
  /** The customer replaced the policy that the permission sets make. */
  readonly isPolicyEdited: boolean
  /** Made of the permission sets, or edited by the customer. */
  readonly permissionsPolicy: PolicyDocument
  /** AWS's managed policies that are attached, whether or not the customer edited the permissions policy. */
  readonly managedPolicyArns: readonly string[]
  readonly stackName: string
}

/** Letters, digits, hyphens; starts with a letter; at most 128. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const stackName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 128) || 'Rolebridge'

/** A config without an account offers no Region of the partition, so terms never name one. */
export function vendorAccountId(vendor: Vendor, partition: Partition): AccountId {
  const accountId = vendor.accounts[partition]
  if (accountId === undefined) throw new Error(`${vendor.name} has no account in ${partition}`)
  return accountId
}

/**
 * The ARNs of what the application and its checks call as in a partition, roles or an IAM user. None when the vendor names neither: then it is some
 * role of the vendor account.
 */
export function applicationPrincipalArns(vendor: Vendor, partition: Partition): readonly string[] {
  const { applicationUser: user } = vendor
  const owner = { partition, accountId: vendorAccountId(vendor, partition) }
  if (user !== undefined) return [userArn({ ...owner, userName: user.name, path: user.path })]
  return applicationRoles(vendor).map(({ name, path }) => roleArn({ ...owner, roleName: name, path }))
}

/** False when any role of the vendor account can be the application. */
export const namesApplication = ({ applicationRoleName, applicationUser }: Vendor): boolean =>
  applicationRoleName !== undefined || applicationUser !== undefined

type RoleIdentity = Pick<RolePlan, 'partition' | 'accountId' | 'roleName' | 'path'>

function roleIdentity(
  terms: Pick<ConnectionTerms, 'accountId' | 'region' | 'role'> & Partial<Pick<Connection, 'roleArn' | 'id'>>,
  vendor: Vendor,
): RoleIdentity {
  return { partition: partitionOf(terms.region), accountId: terms.accountId, ...namedRole(terms, vendor) }
}

/** The role that the vendor's config of today names for these terms. `connectionId` is null for an example. */
export const roleArnOf = (
  { accountId, region, role }: Pick<ConnectionTerms, 'accountId' | 'region' | 'role'>,
  vendor: Vendor,
  connectionId: string | null,
): string => roleArn(roleIdentity({ accountId, region, role, ...(connectionId === null ? {} : { id: connectionId }) }, vendor))

export type HeldRole = Pick<Connection, 'roleArn' | 'role'>

/**
 * The role of a connection, which a repeated claim leads to again. Its name stays, since the role can be in AWS already and no role can be
 * renamed. Its path stays, too, unless the customer chooses another one, or no longer chooses it.
 */
export function claimedRoleArn(
  terms: Pick<ConnectionTerms, 'accountId' | 'region' | 'role'>,
  vendor: Vendor,
  connectionId: string,
  held: HeldRole | null,
): string {
  const before = held === null ? null : readRoleArn(held.roleArn)
  if (before === null) return roleArnOf(terms, vendor, connectionId)
  const path = terms.role?.path ?? (held?.role?.path === undefined ? before.path : vendor.role.path)
  return roleArn({ partition: partitionOf(terms.region), accountId: terms.accountId, roleName: before.roleName, path })
}

export function rolePlan(terms: ConnectionTerms & Partial<Pick<Connection, 'id' | 'roleArn' | 'rotation'>>, vendor: Vendor): RolePlan {
  const identity = roleIdentity(terms, vendor)
  const { partition, accountId, roleName, path } = identity
  const trusted = {
    partition,
    vendorAccountId: vendorAccountId(vendor, partition),
    applicationPrincipalArns: applicationPrincipalArns(vendor, partition),
  }
  const applicationPrincipalArn = trusted.applicationPrincipalArns[0] ?? null
  const { maxSessionDuration = vendor.role.maxSessionDuration, permissionsBoundary = null, tags = [] } = terms.role ?? {}
  const { region, externalId, permissions, role } = terms
  const nextExternalId = addedId(terms)
  return {
    vendor,
    permissions,
    ...(role === undefined ? {} : { role }),
    isPolicyEdited: terms.permissionsPolicy !== undefined,
    ...trusted,
    applicationPrincipalArn,
    applicationUserArn: vendor.applicationUser === undefined ? null : applicationPrincipalArn,
    region,
    accountId,
    externalId,
    nextExternalId,
    previousExternalId: removedId(terms),
    roleName,
    path,
    roleArn: roleArn(identity),
    maxSessionDuration,
    permissionsBoundary,
    tags: roleTags(vendor.role.tags, tags),
    trustPolicy: trustPolicy({
      ...trusted,
      externalId,
      secondExternalId: nextExternalId,
      sendsSourceIdentity: sendsSourceIdentity(vendor),
    }),
    policyName: RoleName.parse(roleName),
    permissionsPolicy: terms.permissionsPolicy ?? permissionsPolicy(terms, vendor),
    managedPolicyArns: managedPolicyArns(terms, vendor),
    stackName: stackName(roleName),
  }
}

/** IAM refuses a policy without statements, so a role without any gets no inline policy. */
export const hasPermissions = ({ permissionsPolicy: { Statement } }: RolePlan): boolean => listOf(Statement).length > 0

/** False for an ID that the role must not accept. While the ID is replaced, the role may accept either of two. */
export const isAcceptable = (externalId: string, plan: Pick<RolePlan, 'externalId' | 'nextExternalId' | 'previousExternalId'>): boolean =>
  [plan.externalId, plan.nextExternalId, plan.previousExternalId].some((known) => known === externalId)

/** Both of the IDs are those of one connection, whose external ID is replaced. */
export const isRotating = ({ nextExternalId, previousExternalId }: Pick<RolePlan, 'nextExternalId' | 'previousExternalId'>): boolean =>
  nextExternalId !== null || previousExternalId !== null

/** The managed policies of sets that weren't chosen, which an earlier choice may have attached. */
export function unchosenPolicies({ vendor, partition, managedPolicyArns }: RolePlan): readonly string[] {
  const known = vendorIn(vendor, partition).permissionSets.flatMap((set) =>
    set.managedPolicyArns.map((arn) => managedPolicyIn(arn, partition)),
  )
  return [...new Set(known)].filter((arn) => !managedPolicyArns.includes(arn))
}
