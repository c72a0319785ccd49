import type { AccountId } from '#core/aws/account-id.ts'
import { accountRootArn, readRoleArn, readUserArn } from '#core/aws/arn.ts'
import type { RoleName, RolePath } from '#core/aws/iam-names.ts'
import { managedPolicyIn } from '#core/aws/managed-policy.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import type { Connection, ConnectionTerms } from './connection.ts'
import type { ExternalId } from './external-id/external-id.ts'
import { offeredSets, type PermissionSet, type PermissionSetStatement, placeholders } from './permission-set.ts'
import { roleNameOf } from './suffixed-role-name.ts'
import type { Vendor } from './vendor.ts'

export type TrustTerms = {
  readonly partition: Partition
  readonly vendorAccountId: AccountId
  readonly externalId: ExternalId
  /** A second one that is accepted. Absent: only the first one is. */
  readonly secondExternalId?: ExternalId | null
  /** The roles or the IAM user that the application calls as. None: every role that the vendor account allows can assume the role. */
  readonly applicationPrincipalArns: readonly string[]
  readonly sendsSourceIdentity: boolean
}

/**
 * A session of IAM Roles Anywhere has the certificate's name as its source identity, which persists when it assumes another role. AWS
 * then requires sts:SetSourceIdentity in the caller's policy and in the trust policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export const sendsSourceIdentity = ({ hosting }: Pick<Vendor, 'hosting'>): boolean => hosting === 'roles-anywhere'

/** The actions that the application needs on a role, in both policies. */
export const assumeActions = (hasSourceIdentity: boolean): PolicyStatement['Action'] =>
  hasSourceIdentity ? ['sts:AssumeRole', 'sts:SetSourceIdentity'] : 'sts:AssumeRole'

/**
 * Trusts the application, only with this external ID, or with one of two while the ID is replaced. A list means any of its values.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 *
 * For roles, the principal is the account root and they are in a condition, because IAM stores a role ARN as principal as a
 * unique ID that a re-created role no longer matches. A condition keeps the ARN. An IAM user has long-lived keys, so for a user that
 * is what we want: the user is the principal, and deleting one whose key leaked ends its access everywhere, also when another user
 * gets its name. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-users
 */
export function trustPolicy(terms: TrustTerms): PolicyDocument {
  const { partition, vendorAccountId, externalId, secondExternalId = null, applicationPrincipalArns, sendsSourceIdentity } = terms
  const user = applicationPrincipalArns.find((arn) => readUserArn(arn) !== null)
  const [role, ...moreRoles] = user === undefined ? applicationPrincipalArns : []
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: user ?? accountRootArn(partition, vendorAccountId) },
        Action: assumeActions(sendsSourceIdentity),
        Condition: {
          StringEquals: { 'sts:ExternalId': secondExternalId === null ? externalId : [externalId, secondExternalId] },
          ...(role === undefined ? {} : { ArnEquals: { 'aws:PrincipalArn': moreRoles.length === 0 ? role : [role, ...moreRoles] } }),
        },
      },
    ],
  }
}

export function chosenPermissionSets(terms: Pick<ConnectionTerms, 'permissions' | 'region'>, vendor: Vendor): readonly PermissionSet[] {
  return offeredSets(vendor.permissionSets, terms.region).filter((set) => terms.permissions[set.id] !== undefined)
}

type Values = Readonly<Record<string, string | readonly string[]>>

/** One text for each value of the parameter that has several. A text without one gives one. */
function filled(text: string, values: Values): string[] {
  const [name] = placeholders(text).filter((placeholder) => Array.isArray(values[placeholder]))
  const variants = name === undefined ? [values] : listOf(values[name]).map((value) => ({ ...values, [name]: value }))
  return variants.map((variant) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, placeholder: string) => String(listOf(variant[placeholder])[0] ?? '')),
  )
}

/** A text that stands alone stays one, unless its parameter has several values. */
function filledCondition(value: string | readonly string[], values: Values): string | string[] {
  const spreads = placeholders(listOf(value).join()).some((name) => Array.isArray(values[name]))
  const all = listOf(value).flatMap((text) => filled(text, values))
  return typeof value === 'string' && !spreads ? all.join() : all
}

type Conditions = NonNullable<PermissionSetStatement['conditions']>

const filledConditions = (conditions: Conditions, values: Values): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, filledCondition(value, values)])),
    ]),
  )

function statement(asked: PermissionSetStatement, values: Values): PolicyStatement {
  return {
    Sid: asked.sid,
    Effect: asked.effect ?? 'Allow',
    Action: [...asked.actions],
    Resource: asked.resources.flatMap((text) => filled(text, values)),
    ...(asked.conditions === undefined ? {} : { Condition: filledConditions(asked.conditions, values) }),
  }
}

type NamedRole = { readonly roleName: RoleName; readonly path: RolePath }

type RoleTerms = Pick<ConnectionTerms, 'role'> & Partial<Pick<Connection, 'roleArn' | 'id'>>

/** A connection keeps its role, by name and path, when the vendor's config comes to name another: that one is probed and requested. */
export function namedRole({ role, roleArn, id }: RoleTerms, vendor: Pick<Vendor, 'role'>): NamedRole {
  const held = roleArn === undefined ? null : readRoleArn(roleArn)
  return held ?? { roleName: roleNameOf(vendor, id ?? null), path: role?.path ?? vendor.role.path }
}

/** The statements of the chosen sets, with the ARNs that the customer entered. */
export function permissionsPolicy(terms: Omit<ConnectionTerms, 'externalId'> & RoleTerms, vendor: Vendor): PolicyDocument {
  const { roleName, path: rolePath } = namedRole(terms, vendor)
  const builtIn = { partition: partitionOf(terms.region), accountId: terms.accountId, region: terms.region, rolePath, roleName }
  return {
    Version: '2012-10-17',
    Statement: chosenPermissionSets(terms, vendor).flatMap((set) =>
      set.statements.map((asked) => statement(asked, { ...builtIn, ...terms.permissions[set.id] })),
    ),
  }
}

/** The managed policies of the chosen sets, each once. */
export function managedPolicyArns(terms: Pick<ConnectionTerms, 'region' | 'permissions'>, vendor: Vendor): readonly string[] {
  const partition = partitionOf(terms.region)
  const arns = chosenPermissionSets(terms, vendor).flatMap((set) => set.managedPolicyArns.map((arn) => managedPolicyIn(arn, partition)))
  return [...new Set(arns)]
}

export type RequestedCheck = {
  readonly id: string
  readonly permissionSet: string
  readonly call: string
  /** `*` for a check of the account. */
  readonly resource: string
}

const checkedResources = (values: ConnectionTerms['permissions'][string] | undefined, parameter: string | undefined): readonly string[] =>
  parameter === undefined ? ['*'] : listOf(values?.[parameter])

/** The vendor's checks of the chosen permission sets, one for each value of their parameter. */
export function requestedChecks(terms: Pick<ConnectionTerms, 'permissions' | 'region'>, vendor: Vendor): readonly RequestedCheck[] {
  return chosenPermissionSets(terms, vendor).flatMap((set) =>
    set.checks.flatMap(({ id, call, parameter }) =>
      checkedResources(terms.permissions[set.id], parameter).map((resource) => ({ id, permissionSet: set.id, call, resource })),
    ),
  )
}
