import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'

/** A role as `aws iam get-role` gives it. */
export type SeenRole = {
  readonly Path: string
  readonly RoleName: string
  readonly RoleId: string
  readonly Arn: string
  readonly CreateDate: string
  readonly AssumeRolePolicyDocument: PolicyDocument
  readonly MaxSessionDuration: number
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryType: string; readonly PermissionsBoundaryArn: string }
}

/** The role of a plan, as AWS shows it. */
export function seenRole(plan: RolePlan): SeenRole {
  return {
    Path: plan.path,
    RoleName: plan.roleName,
    RoleId: 'AROASIMULATED00000001',
    Arn: plan.roleArn,
    CreateDate: '2026-11-22T08:00:00+00:00',
    AssumeRolePolicyDocument: plan.trustPolicy,
    MaxSessionDuration: plan.maxSessionDuration,
    ...(plan.permissionsBoundary === null
      ? {}
      : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: plan.permissionsBoundary } }),
  }
}

/** One way to break a role. Null: this role cannot be broken so. */
export type RoleMutation = {
  readonly name: string
  readonly ailment: string
  readonly breaks: (role: SeenRole, plan: RolePlan) => SeenRole | null
}

const key = 'sts:ExternalId'
const planned = (plan: RolePlan): PolicyStatement => listOf(plan.trustPolicy.Statement)[0] ?? { Effect: 'Deny' }

const swapped = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

const withStatements = (role: SeenRole, statements: readonly PolicyStatement[]): SeenRole => ({
  ...role,
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [...statements] },
})

type Change = (statement: PolicyStatement, plan: RolePlan) => PolicyStatement | null

const byStatement = (name: string, ailment: string, change: Change): RoleMutation => ({
  name,
  ailment,
  breaks: (role, plan) => {
    const changed = change(planned(plan), plan)
    return changed === null ? null : withStatements(role, [changed])
  },
})

const byPrincipal = (name: string, ailment: string, principal: (plan: RolePlan) => string | string[] | null): RoleMutation =>
  byStatement(name, ailment, (statement, plan) => {
    const AWS = principal(plan)
    return AWS === null ? null : { ...statement, Principal: { AWS } }
  })

type Condition = NonNullable<PolicyStatement['Condition']>

/** The condition on the external ID becomes another; the one on the application role stays. */
const byIdCondition = (name: string, ailment: string, condition: (externalId: string) => Condition | null): RoleMutation =>
  byStatement(name, ailment, (statement, plan) => {
    const changed = condition(plan.externalId)
    const { StringEquals: _, ...rest } = statement.Condition ?? {}
    return changed === null ? null : { ...statement, Condition: { ...rest, ...changed } }
  })

const byFurtherCondition = (name: string, ailment: string, condition: Condition): RoleMutation =>
  byStatement(name, ailment, (statement) => ({ ...statement, Condition: { ...statement.Condition, ...condition } }))

/** Null for a plan that names no application role. */
const byPrincipalArn = (name: string, ailment: string, arn: (wanted: string, plan: RolePlan) => string | null): RoleMutation =>
  byStatement(name, ailment, (statement, plan) => {
    const value = plan.applicationRoleArn === null ? null : arn(plan.applicationRoleArn, plan)
    return value === null ? null : { ...statement, Condition: { ...statement.Condition, ArnEquals: { 'aws:PrincipalArn': value } } }
  })

const byRole = (name: string, ailment: string, change: (role: SeenRole, plan: RolePlan) => Partial<SeenRole> | null): RoleMutation => ({
  name,
  ailment,
  breaks: (role, plan) => {
    const changed = change(role, plan)
    return changed === null ? null : { ...role, ...changed }
  },
})

const byFurtherStatement = (name: string, ailment: string, further: (plan: RolePlan) => PolicyStatement): RoleMutation => ({
  name,
  ailment,
  breaks: (role, plan) => withStatements(role, [planned(plan), further(plan)]),
})

const unlessSame = (text: string, original: string): string | null => (text === original ? null : text)
const other = '888877776666'
const inOtherPartition = (text: string, { partition }: RolePlan): string =>
  text.replace(`arn:${partition}:`, `arn:${partition === 'aws' ? 'aws-us-gov' : 'aws'}:`)
const lastName = (arn: string): string => arn.split('/').at(-1) ?? ''
const named = (arn: string, name: string): string => `${arn.slice(0, arn.lastIndexOf('/') + 1)}${name}`

const principalMutations: readonly RoleMutation[] = [
  byPrincipal('deleted role as principal', 'principal-deleted', () => 'AROA4EXAMPLE5EXAMPLE6'),
  byPrincipal('deleted user as principal', 'principal-deleted', () => 'AIDA4EXAMPLE5EXAMPLE6'),
  byPrincipal('other account', 'principal-other-account', ({ partition }) => `arn:${partition}:iam::${other}:root`),
  byPrincipal('other account by its digits', 'principal-other-account', () => other),
  byPrincipal('own account', 'principal-is-own-account', ({ partition, accountId }) => `arn:${partition}:iam::${accountId}:root`),
  byPrincipal('other partition', 'principal-in-other-partition', (plan) =>
    inOtherPartition(`arn:${plan.partition}:iam::${plan.vendorAccountId}:root`, plan),
  ),
  byPrincipal('a role of another name', 'principal-other-role', ({ partition, vendorAccountId, applicationRoleArn }) =>
    applicationRoleArn === null ? null : `arn:${partition}:iam::${vendorAccountId}:role/not-the-application-role`,
  ),
  byPrincipal('the application role itself', 'principal-is-role', ({ applicationRoleArn }) => applicationRoleArn),
  byPrincipal('the application role in other letters', 'principal-role-case', ({ applicationRoleArn: arn }) =>
    arn === null ? null : unlessSame(named(arn, swapped(lastName(arn))), arn),
  ),
  byPrincipal('the application role with a path', 'principal-role-path', ({ applicationRoleArn: arn }) =>
    arn === null ? null : named(arn, `service/${lastName(arn)}`),
  ),
  byPrincipal(
    'a session',
    'principal-is-session',
    ({ partition, vendorAccountId }) => `arn:${partition}:sts::${vendorAccountId}:assumed-role/App/i-0abc`,
  ),
  byPrincipal('a user', 'principal-is-user', ({ partition, vendorAccountId }) => `arn:${partition}:iam::${vendorAccountId}:user/admin`),
  byPrincipal('everybody', 'principal-everyone', () => '*'),
  byPrincipal('everybody as well', 'principal-everyone', ({ partition, vendorAccountId }) => [
    `arn:${partition}:iam::${vendorAccountId}:root`,
    '*',
  ]),
  byPrincipal('a further account', 'principal-further', ({ partition, vendorAccountId }) => [
    `arn:${partition}:iam::${vendorAccountId}:root`,
    `arn:${partition}:iam::${other}:root`,
  ]),
  byStatement('a service as well', 'principal-further', (statement, { vendorAccountId }) => ({
    ...statement,
    Principal: { AWS: vendorAccountId, Service: 'ec2.amazonaws.com' },
  })),
  byStatement('a service instead', 'principal-missing', (statement) => ({ ...statement, Principal: { Service: 'ec2.amazonaws.com' } })),
]

const externalIdMutations: readonly RoleMutation[] = [
  byIdCondition('another external ID', 'external-id-differs', (id) => ({ StringEquals: { [key]: `${id.slice(1)}-edited` } })),
  byIdCondition('an old external ID alone', 'external-id-differs', () => ({ StringEquals: { [key]: 'old-external-id-of-2019' } })),
  byIdCondition('an old external ID as well', 'external-id-further', (id) => ({
    StringEquals: { [key]: ['old-external-id-of-2019', id] },
  })),
  byIdCondition('a blank after it', 'external-id-blank', (id) => ({ StringEquals: { [key]: `${id} ` } })),
  byIdCondition('a blank before it', 'external-id-blank', (id) => ({ StringEquals: { [key]: ` ${id}` } })),
  byIdCondition('an invisible character in it', 'external-id-blank', (id) => ({
    StringEquals: { [key]: `${id.slice(0, 1)}\u200b${id.slice(1)}` },
  })),
  byIdCondition('quotes around it', 'external-id-quoted', (id) => ({ StringEquals: { [key]: `"${id}"` } })),
  byIdCondition('other letters', 'external-id-case', (id) => (swapped(id) === id ? null : { StringEquals: { [key]: swapped(id) } })),
  byIdCondition('no condition', 'external-id-not-asked', () => ({})),
  byIdCondition('IfExists', 'external-id-if-exists', (id) => ({ StringEqualsIfExists: { [key]: id } })),
  byIdCondition('ForAllValues', 'external-id-for-all-values', (id) => ({ 'ForAllValues:StringEquals': { [key]: id } })),
  byIdCondition('any value', 'external-id-pattern', () => ({ StringLike: { [key]: '*' } })),
  byIdCondition('the beginning is enough', 'external-id-pattern', (id) => ({ StringLike: { [key]: `${id.slice(0, 1)}*` } })),
  byIdCondition('one character is free', 'external-id-pattern', (id) => ({ StringLike: { [key]: `${id.slice(0, -1)}?` } })),
  byIdCondition('StringLike without a pattern', 'external-id-operator', (id) => ({ StringLike: { [key]: id } })),
  byIdCondition('IgnoreCase', 'external-id-any-case', (id) => ({ StringEqualsIgnoreCase: { [key]: id } })),
  byIdCondition('Null true', 'external-id-null-true', () => ({ Null: { [key]: 'true' } })),
  byIdCondition('Null false', 'external-id-null-false', () => ({ Null: { [key]: 'false' } })),
  byIdCondition('StringNotEquals', 'external-id-negated', (id) => ({ StringNotEquals: { [key]: id } })),
  byIdCondition('the key of another service', 'external-id-key', (id) => ({ StringEquals: { 'aws:ExternalId': id } })),
  byIdCondition('the key with a hyphen', 'external-id-key', (id) => ({ StringEquals: { 'sts:External-Id': id } })),
]

const conditionMutations: readonly RoleMutation[] = [
  byFurtherCondition('MFA', 'condition-mfa', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  byFurtherCondition('a network address', 'condition-source-ip', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  byFurtherCondition('an organization', 'condition-organization', { StringLike: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  byFurtherCondition('a source ARN', 'condition-source-account', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-uploads' } }),
  byFurtherCondition('a source account', 'condition-source-account', { StringLike: { 'aws:SourceAccount': '111122223333' } }),
  byFurtherCondition('an end', 'condition-time', { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
  byFurtherCondition('a session name', 'condition-session-name', { StringLike: { 'sts:RoleSessionName': 'admin-*' } }),
  byFurtherCondition('a tag', 'condition-further', { StringLike: { 'aws:PrincipalTag/team': 'images' } }),
  byPrincipalArn(
    'aws:PrincipalArn is a session',
    'principal-arn-session',
    (arn, { partition, vendorAccountId }) => `arn:${partition}:sts::${vendorAccountId}:assumed-role/${lastName(arn)}/i-0abc`,
  ),
  byPrincipalArn('aws:PrincipalArn is another role', 'principal-arn-other', (arn) => named(arn, 'not-the-application-role')),
  byPrincipalArn('aws:PrincipalArn in other letters', 'principal-arn-case', (arn) => unlessSame(named(arn, swapped(lastName(arn))), arn)),
  byPrincipalArn('aws:PrincipalArn with a path', 'principal-arn-path', (arn) => named(arn, `service/${lastName(arn)}`)),
  byStatement('no aws:PrincipalArn', 'principal-arn-missing', (statement, { applicationRoleArn, externalId }) =>
    applicationRoleArn === null ? null : { ...statement, Condition: { StringEquals: { [key]: externalId } } },
  ),
]

const statementMutations: readonly RoleMutation[] = [
  byFurtherStatement('a second, open statement', 'second-statement-open', (plan) => {
    const { Condition: _, ...open } = planned(plan)
    return { ...open, Sid: 'Temporary' }
  }),
  byFurtherStatement('a Deny', 'deny-statement', () => ({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' })),
  byFurtherStatement('a statement for something else', 'statement-further', ({ vendorAccountId }) => ({
    Effect: 'Allow',
    Principal: { AWS: vendorAccountId },
    Action: 'sts:TagSession',
  })),
  byStatement('another action', 'action-missing', (statement) => ({ ...statement, Action: 'sts:AssumeRoleWithWebIdentity' })),
  byStatement('every action', 'action-further', (statement) => ({ ...statement, Action: 'sts:*' })),
  byStatement('NotPrincipal', 'not-principal', ({ Principal: _, ...statement }) => ({ ...statement, NotPrincipal: { AWS: other } })),
  byFurtherStatement('too many statements', 'trust-policy-too-long', (plan) => ({
    ...planned(plan),
    Principal: { AWS: Array.from({ length: 60 }, (_, at) => `arn:aws:iam::${String(at).padStart(12, '1')}:root`) },
  })),
]

const identityMutations: readonly RoleMutation[] = [
  byRole('another account', 'role-in-other-account', ({ Arn }, { accountId }) => ({
    Arn: Arn.replace(`::${accountId}:`, '::777766665555:'),
  })),
  byRole('another partition', 'role-in-other-partition', ({ Arn }, plan) => ({ Arn: inOtherPartition(Arn, plan) })),
  byRole('a name in small letters', 'role-name-case', ({ Arn, RoleName }) => ({
    Arn: named(Arn, RoleName.toLowerCase()),
    RoleName: RoleName.toLowerCase(),
  })),
  byRole('another name', 'role-name-differs', ({ Arn, RoleName }) => ({ Arn: named(Arn, `${RoleName}-2`), RoleName: `${RoleName}-2` })),
  byRole('another path', 'role-path-differs', ({ RoleName }, { partition, accountId }) => ({
    Arn: `arn:${partition}:iam::${accountId}:role/vendors/${RoleName}`,
    Path: '/vendors/',
  })),
  byRole('a short session', 'session-too-short', (_, { maxSessionDuration }) => ({ MaxSessionDuration: maxSessionDuration - 600 })),
  byRole('a boundary', 'boundary-further', () => ({
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: 'arn:aws:iam::444455556666:policy/Boundary' },
  })),
]

/** The named ways in which the roles of the tests are broken. */
export const roleMutations: readonly RoleMutation[] = [
  ...principalMutations,
  ...externalIdMutations,
  ...conditionMutations,
  ...statementMutations,
  ...identityMutations,
]
