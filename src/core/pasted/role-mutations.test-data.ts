import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'

/** A role as `aws iam get-role` gives it. */
export type ObservedRole = {
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
export function observedRole(plan: RolePlan): ObservedRole {
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
  readonly rule: string
  readonly breaks: (role: ObservedRole, plan: RolePlan) => ObservedRole | null
}

const key = 'sts:ExternalId'
const planned = (plan: RolePlan): PolicyStatement => listOf(plan.trustPolicy.Statement)[0] ?? { Effect: 'Deny' }

const swapped = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

const withStatements = (role: ObservedRole, statements: readonly PolicyStatement[]): ObservedRole => ({
  ...role,
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [...statements] },
})

type Change = (statement: PolicyStatement, plan: RolePlan) => PolicyStatement | null

const byStatement = (name: string, rule: string, change: Change): RoleMutation => ({
  name,
  rule,
  breaks: (role, plan) => {
    const changed = change(planned(plan), plan)
    return changed === null ? null : withStatements(role, [changed])
  },
})

const byPrincipal = (name: string, rule: string, principal: (plan: RolePlan) => string | readonly string[] | null): RoleMutation =>
  byStatement(name, rule, (statement, plan) => {
    const AWS = principal(plan)
    return AWS === null ? null : { ...statement, Principal: { AWS: typeof AWS === 'string' ? AWS : [...AWS] } }
  })

type Condition = NonNullable<PolicyStatement['Condition']>

/** The condition on the external ID becomes another; the one on the application role stays. */
const byIdCondition = (name: string, rule: string, condition: (externalId: string) => Condition | null): RoleMutation =>
  byStatement(name, rule, (statement, plan) => {
    const changed = condition(plan.externalId)
    const { Condition: { StringEquals: _, ...rest } = {}, ...others } = statement
    if (changed === null) return null
    const all = { ...rest, ...changed }
    return Object.keys(all).length === 0 ? others : { ...others, Condition: all }
  })

const byFurtherCondition = (name: string, rule: string, condition: Condition): RoleMutation =>
  byStatement(name, rule, (statement) => ({ ...statement, Condition: { ...statement.Condition, ...condition } }))

/** The application role's ARN, or null. */
const roleOf = ({ applicationPrincipalArn, applicationUserArn }: RolePlan): string | null =>
  applicationUserArn === null ? applicationPrincipalArn : null

/** Null for a plan that names no IAM user. */
const byUser = (name: string, rule: string, principal: (userArn: string, plan: RolePlan) => string | string[] | null): RoleMutation =>
  byPrincipal(`${name}, for an IAM user`, rule, (plan) =>
    plan.applicationUserArn === null ? null : principal(plan.applicationUserArn, plan),
  )

/** The first of the roles is another value; the others stay. Null for a plan that names no application role. */
const byPrincipalArn = (name: string, rule: string, arn: (wanted: string, plan: RolePlan) => string | null): RoleMutation =>
  byStatement(name, rule, (statement, plan) => {
    const role = roleOf(plan)
    const value = role === null ? null : arn(role, plan)
    const values = value === null ? [] : [value, ...plan.applicationPrincipalArns.slice(1)]
    return value === null ? null : { ...statement, Condition: { ...statement.Condition, ArnEquals: { 'aws:PrincipalArn': values } } }
  })

const byRole = (
  name: string,
  rule: string,
  change: (role: ObservedRole, plan: RolePlan) => Partial<ObservedRole> | null,
): RoleMutation => ({
  name,
  rule,
  breaks: (role, plan) => {
    const changed = change(role, plan)
    return changed === null ? null : { ...role, ...changed }
  },
})

const byFurtherStatement = (name: string, rule: string, further: (plan: RolePlan) => PolicyStatement): RoleMutation => ({
  name,
  rule,
  breaks: (role, plan) => withStatements(role, [planned(plan), further(plan)]),
})

const unlessSame = (text: string, original: string): string | null => (text === original ? null : text)
const other = '888877776666'
const inOtherPartition = (text: string, { partition }: RolePlan): string =>
  text.replace(`arn:${partition}:`, `arn:${partition === 'aws' ? 'aws-us-gov' : 'aws'}:`)
const lastName = (arn: string): string => arn.split('/').at(-1) ?? ''
const named = (arn: string, name: string): string => `${arn.slice(0, arn.lastIndexOf('/') + 1)}${name}`

const trusted = ({ partition, vendorAccountId, applicationUserArn }: RolePlan): string =>
  applicationUserArn ?? `arn:${partition}:iam::${vendorAccountId}:root`

const principalMutations: readonly RoleMutation[] = [
  byPrincipal('deleted role as principal', 'TP06', () => 'AROA4EXAMPLE5EXAMPLE6'),
  byPrincipal('deleted user as principal', 'TP06', () => 'AIDA4EXAMPLE5EXAMPLE6'),
  byPrincipal('other account', 'TP04', ({ partition }) => `arn:${partition}:iam::${other}:root`),
  byPrincipal('other account by its digits', 'TP04', () => other),
  byPrincipal('own account', 'TP04', ({ partition, accountId }) => `arn:${partition}:iam::${accountId}:root`),
  byPrincipal('other partition', 'TP29', (plan) => inOtherPartition(`arn:${plan.partition}:iam::${plan.vendorAccountId}:root`, plan)),
  byPrincipal('a role of another name', 'principal-other-role', (plan) =>
    roleOf(plan) === null ? null : `arn:${plan.partition}:iam::${plan.vendorAccountId}:role/not-the-application-role`,
  ),
  byPrincipal('the application role itself', 'TP07', (plan) => (roleOf(plan) === null ? null : plan.applicationPrincipalArns)),
  byPrincipal('the application role in other letters', 'principal-role-case', (plan) => {
    const arn = roleOf(plan)
    return arn === null ? null : unlessSame(named(arn, swapped(lastName(arn))), arn)
  }),
  byPrincipal('the application role with a path', 'principal-role-path', (plan) => {
    const arn = roleOf(plan)
    return arn === null ? null : named(arn, `service/${lastName(arn)}`)
  }),
  byUser('a role', 'principal-other-user', (_, { partition, vendorAccountId }) => `arn:${partition}:iam::${vendorAccountId}:role/App`),
  byUser('another user', 'principal-other-user', (arn) => named(arn, 'not-the-user')),
  byUser('other letters', 'principal-user-case', (arn) => unlessSame(named(arn, swapped(lastName(arn))), arn)),
  byUser('another path', 'principal-user-path', (arn) => named(arn, `another-path/${lastName(arn)}`)),
  byUser(
    'the whole account',
    'principal-arn-missing',
    (_, { partition, vendorAccountId }) => `arn:${partition}:iam::${vendorAccountId}:root`,
  ),
  byPrincipal('a session', 'TP10', ({ partition, vendorAccountId }) => `arn:${partition}:sts::${vendorAccountId}:assumed-role/App/i-0abc`),
  byPrincipal('a user', 'TP08', ({ partition, vendorAccountId, applicationUserArn }) =>
    applicationUserArn === null ? `arn:${partition}:iam::${vendorAccountId}:user/admin` : null,
  ),
  byPrincipal('everybody', 'TP02', (plan) => (roleOf(plan) === null ? '*' : null)),
  byPrincipal('everybody, limited by a condition', 'principal-limited', (plan) => (roleOf(plan) === null ? null : '*')),
  byPrincipal('everybody as well', 'TP02', (plan) => (roleOf(plan) === null ? [trusted(plan), '*'] : null)),
  byPrincipal('everybody as well, limited by a condition', 'principal-limited', (plan) =>
    roleOf(plan) === null ? null : [trusted(plan), '*'],
  ),
  byPrincipal('a further account', 'TP09', (plan) =>
    roleOf(plan) === null ? [trusted(plan), `arn:${plan.partition}:iam::${other}:root`] : null,
  ),
  byPrincipal('a further account that a condition keeps out', 'principal-kept-out', (plan) =>
    roleOf(plan) === null ? null : [trusted(plan), `arn:${plan.partition}:iam::${other}:root`],
  ),
  byStatement('a service as well', 'TP09', (statement, { vendorAccountId, applicationUserArn }) => ({
    ...statement,
    Principal: { AWS: applicationUserArn ?? vendorAccountId, Service: 'ec2.amazonaws.com' },
  })),
  byStatement('a service instead', 'TP04', (statement) => ({ ...statement, Principal: { Service: 'ec2.amazonaws.com' } })),
]

const externalIdMutations: readonly RoleMutation[] = [
  byIdCondition('another external ID', 'TP43', (id) => ({ StringEquals: { [key]: `${id.slice(1)}-edited` } })),
  byIdCondition('an old external ID alone', 'TP43', () => ({ StringEquals: { [key]: 'old-external-id-of-2019' } })),
  byIdCondition('an old external ID as well', 'TP21', (id) => ({
    StringEquals: { [key]: ['old-external-id-of-2019', id] },
  })),
  byIdCondition('a blank after it', 'TP20', (id) => ({ StringEquals: { [key]: `${id} ` } })),
  byIdCondition('a blank before it', 'TP20', (id) => ({ StringEquals: { [key]: ` ${id}` } })),
  byIdCondition('an invisible character in it', 'TP20', (id) => ({
    StringEquals: { [key]: `${id.slice(0, 1)}\u200b${id.slice(1)}` },
  })),
  byIdCondition('quotes around it', 'TP20', (id) => ({ StringEquals: { [key]: `"${id}"` } })),
  byIdCondition('other letters', 'TP43', (id) => (swapped(id) === id ? null : { StringEquals: { [key]: swapped(id) } })),
  byIdCondition('no condition', 'TP11', () => ({})),
  byIdCondition('IfExists', 'TP14', (id) => ({ StringEqualsIfExists: { [key]: id } })),
  byIdCondition('ForAllValues', 'TP15', (id) => ({ 'ForAllValues:StringEquals': { [key]: id } })),
  byIdCondition('any value', 'TP12', () => ({ StringLike: { [key]: '*' } })),
  byIdCondition('the beginning is enough', 'TP12', (id) => ({ StringLike: { [key]: `${id.slice(0, 1)}*` } })),
  byIdCondition('one character is free', 'TP12', (id) => ({ StringLike: { [key]: `${id.slice(0, -1)}?` } })),
  byIdCondition('StringLike without a pattern', 'external-id-operator', (id) => ({ StringLike: { [key]: id } })),
  byIdCondition('IgnoreCase', 'TP18', (id) => ({ StringEqualsIgnoreCase: { [key]: id } })),
  byIdCondition('Null true', 'TP16', () => ({ Null: { [key]: 'true' } })),
  byIdCondition('Null false', 'TP16', () => ({ Null: { [key]: 'false' } })),
  byIdCondition('StringNotEquals', 'TP17', (id) => ({ StringNotEquals: { [key]: id } })),
  byIdCondition('the key of another service', 'external-id-key', (id) => ({ StringEquals: { 'aws:ExternalId': id } })),
  byIdCondition('the key with a hyphen', 'external-id-key', (id) => ({ StringEquals: { 'sts:External-Id': id } })),
]

const conditionMutations: readonly RoleMutation[] = [
  byFurtherCondition('MFA', 'TP32', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  byFurtherCondition('a network address', 'TP33', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  byFurtherCondition('an organization', 'TP35', { StringLike: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  byFurtherCondition('a source ARN', 'TP31', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-uploads' } }),
  byFurtherCondition('a source account', 'TP31', { StringLike: { 'aws:SourceAccount': '111122223333' } }),
  byFurtherCondition('an end', 'condition-time', { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
  byFurtherCondition('a session name', 'condition-session-name', { StringLike: { 'sts:RoleSessionName': 'admin-*' } }),
  byFurtherCondition('a tag', 'condition-further', { StringLike: { 'aws:PrincipalTag/team': 'images' } }),
  byPrincipalArn(
    'aws:PrincipalArn is a session',
    'TP34',
    (arn, { partition, vendorAccountId }) => `arn:${partition}:sts::${vendorAccountId}:assumed-role/${lastName(arn)}/i-0abc`,
  ),
  byPrincipalArn('aws:PrincipalArn is another role', 'principal-arn-other', (arn) => named(arn, 'not-the-application-role')),
  byPrincipalArn('aws:PrincipalArn in other letters', 'principal-arn-case', (arn) => unlessSame(named(arn, swapped(lastName(arn))), arn)),
  byStatement('one of several roles left out', 'principal-arn-incomplete', (statement, { applicationPrincipalArns: [, ...others] }) =>
    others.length === 0 ? null : { ...statement, Condition: { ...statement.Condition, ArnEquals: { 'aws:PrincipalArn': others } } },
  ),
  byPrincipalArn('aws:PrincipalArn with a path', 'principal-arn-path', (arn) => named(arn, `service/${lastName(arn)}`)),
  byStatement('no aws:PrincipalArn', 'principal-arn-missing', (statement, plan) =>
    roleOf(plan) === null ? null : { ...statement, Condition: { StringEquals: { [key]: plan.externalId } } },
  ),
]

const statementMutations: readonly RoleMutation[] = [
  byFurtherStatement('a second, open statement', 'TP22', (plan) => {
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
  byStatement('no source identity', 'source-identity-missing', (statement) =>
    listOf(statement.Action).length === 2 ? { ...statement, Action: 'sts:AssumeRole' } : null,
  ),
  byStatement('every action', 'TP23', (statement) => ({ ...statement, Action: 'sts:*' })),
  byStatement('NotPrincipal', 'TP03', ({ Principal: _, ...statement }) => ({ ...statement, NotPrincipal: { AWS: other } })),
  byFurtherStatement('too many statements', 'TP28', (plan) => ({
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
