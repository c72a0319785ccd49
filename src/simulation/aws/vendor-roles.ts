import { AccountId } from '#core/aws/account-id.ts'
import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { isVerifier, applicationRoles as namedRoles } from '#core/connection/application-roles.ts'
import { vendorAccountId } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { ApplicationRole } from '#core/connection/vendor-fields.ts'
import { assumeStatements, mainRole, selfStatement } from '#core/hosting/hosting-plan.ts'
import type { MetadataOptions } from './metadata.ts'
import { roleArnOf, roleKey } from './roles.ts'
import type { Role } from './state.ts'

const controlRoleName = 'ControlProbe'
const secondRoleName = 'SecondRoleProbe'

const controlAccounts: Readonly<Record<Partition, readonly [string, string]>> = {
  aws: ['999900001111', '999900005555'],
  'aws-us-gov': ['999900002222', '999900006666'],
  'aws-cn': ['999900003333', '999900007777'],
  'aws-eusc': ['999900004444', '999900008888'],
}

/** The vendor's second account, for which a role must deny even the right external ID. */
export function controlAccountId(vendor: Vendor, partition: Partition): AccountId {
  const [first, second] = controlAccounts[partition]
  return AccountId.parse(vendor.accounts[partition] === first ? second : first)
}

const applicationTrust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

/** On every bus of its account. */
const eventsStatement = (partition: Partition, accountId: string) => ({
  Sid: 'PutEvents',
  Effect: 'Allow' as const,
  Action: 'events:PutEvents',
  Resource: `arn:${partition}:events:*:${accountId}:event-bus/*`,
})

type EntitledIdentity = { readonly accountId: string; readonly roleName: string; readonly path?: string }

/** Allows only assuming the vendor's role, in any account, reading its own policies, and putting events on a bus. */
function entitledRole(vendor: Vendor, partition: Partition, identity: EntitledIdentity): Role {
  const { path = '/' } = identity
  const ownArn = `arn:${partition}:iam::${identity.accountId}:role${path}${identity.roleName}`
  const own = [selfStatement(ownArn), eventsStatement(partition, identity.accountId)]
  const policy = { Version: '2012-10-17', Statement: [...assumeStatements(vendor, partition), ...own] }
  return {
    ...identity,
    partition,
    path,
    roleId: `AROASIMULATED${identity.accountId.slice(-8)}`,
    createdAt: 0,
    description: 'There from the beginning.',
    maxSessionDuration: 3600,
    trustPolicy: applicationTrust,
    trustSetAt: 0,
    inlinePolicies: { AssumeCustomerRoles: JSON.stringify(policy) },
    managedPolicyArns: [],
    permissionsBoundary: null,
    tags: {},
  }
}

function ofVendor(vendor: Vendor, partition: Partition, { name, path }: ApplicationRole): Role {
  return entitledRole(vendor, partition, { accountId: vendorAccountId(vendor, partition), roleName: name, path })
}

/** The role that the server runs as: the one of the checks, if the config names one. */
const serverRole = (vendor: Vendor): ApplicationRole => namedRoles(vendor).find((role) => isVerifier(vendor, role)) ?? mainRole(vendor)

function controlRole(vendor: Vendor, partition: Partition): Role {
  return entitledRole(vendor, partition, { accountId: controlAccountId(vendor, partition), roleName: controlRoleName })
}

function secondRole(vendor: Vendor, partition: Partition): Role {
  const role = entitledRole(vendor, partition, { accountId: vendorAccountId(vendor, partition), roleName: secondRoleName })
  return { ...role, roleId: `AROASIMSECOND${role.accountId.slice(-8)}` }
}

/** The role that the simulated server runs as. */
export function simulatedVendorRoleArn(vendor: Vendor, partition: Partition): string {
  return roleArnOf(ofVendor(vendor, partition, serverRole(vendor)))
}

/** A role in the vendor's second account with the same permissions. */
export function simulatedControlRoleArn(vendor: Vendor, partition: Partition): string {
  return roleArnOf(controlRole(vendor, partition))
}

/** A second role in the vendor's account with the same permissions. The trust policy doesn't name it. */
export function simulatedSecondRoleArn(vendor: Vendor, partition: Partition): string {
  return roleArnOf(secondRole(vendor, partition))
}

/** None if the application is an IAM user: a machine can have a role only. */
function applicationRoles(vendor: Vendor, partition: Partition): readonly Role[] {
  if (vendor.applicationUser !== undefined) return []
  const [first = mainRole(vendor), ...others] = namedRoles(vendor)
  const roleId = (role: Role, index: number) => `AROASIMROLE${String(index).padStart(2, '0')}${role.accountId.slice(-8)}`
  const further = others.map((role, index) => {
    const made = ofVendor(vendor, partition, role)
    return { ...made, roleId: roleId(made, index) }
  })
  return [ofVendor(vendor, partition, first), ...further]
}

/** Null if the application is an IAM user. */
const serverRoleArn = (vendor: Vendor, partition: Partition): string | null =>
  vendor.applicationUser === undefined ? simulatedVendorRoleArn(vendor, partition) : null

export function vendorRoles(vendor: Vendor): Readonly<Record<string, Role>> {
  const roles = partitionIds
    .filter((partition) => vendor.accounts[partition] !== undefined)
    .flatMap((partition) => [...applicationRoles(vendor, partition), controlRole(vendor, partition), secondRole(vendor, partition)])
  return Object.fromEntries(roles.map((role) => [roleKey(role), role]))
}

const servedBy = (roleArn: string | null, place: string): readonly (readonly [string, string])[] =>
  roleArn === null ? [] : [[place, roleArn]]

/** The role of the instance, if it has one, in the first partition that is served, and of each container: `{partition}/application`, `control`, `second-role`. */
export function metadataRoles(vendor: Vendor): Pick<MetadataOptions, 'region' | 'accountId' | 'roleArns'> {
  const served = partitionIds.filter((partition) => vendor.accounts[partition] !== undefined)
  const [first = 'aws'] = served
  const containers = served.flatMap((partition) => [
    ...servedBy(serverRoleArn(vendor, partition), `${partition}/application`),
    [`${partition}/control`, simulatedControlRoleArn(vendor, partition)],
    [`${partition}/second-role`, simulatedSecondRoleArn(vendor, partition)],
  ])
  const instance = served.length === 0 ? [] : servedBy(serverRoleArn(vendor, first), '')
  return {
    region: partitions[first].homeRegion,
    accountId: vendor.accounts[first] ?? '',
    roleArns: Object.fromEntries([...instance, ...containers]),
  }
}
