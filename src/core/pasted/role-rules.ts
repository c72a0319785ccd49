import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { RoleFact } from './pasted-fact.ts'
import { isOfVendor, type PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'

export const roleRulesMessages = messages('role-rules', {
  roleInOtherPartition: {
    title: 'The role is in a different AWS partition',
    sentence: (partition: string, wantedPartition: string) =>
      `The role is in partition ${partition}, but this connection is for an account in ${wantedPartition}.`,
  },
  roleInOtherAccount: {
    title: 'The role is in a different account',
    sentence: (accountId: string, wantedAccountId: string) =>
      `The role is in account ${accountId}, but this connection is for account ${wantedAccountId}.`,
  },
  roleNameCase: {
    title: 'The role name has different capitalization',
    sentence: (roleName: string, wantedRoleName: string) => `The role is named ${roleName}, but must be named ${wantedRoleName}.`,
    detail: (arnMust: string) => `STS role names are case-sensitive. A role can’t be renamed. ${arnMust}`,
  },
  roleNameDiffers: {
    title: 'The role has a different name',
    sentence: (roleName: string, wantedRoleName: string) => `The role is named ${roleName}, but must be named ${wantedRoleName}.`,
    detail: (arnMust: string) => `A role can’t be renamed. ${arnMust}`,
  },
  rolePathDiffers: {
    title: 'The role has a different path',
    sentence: (path: string, wantedPath: string) => `The role’s path is ${path}, but must be ${wantedPath}.`,
    detail: (arnMust: string) => `The path is part of the ARN and can’t be changed later. ${arnMust}`,
  },
  sessionTooShort: {
    title: 'The maximum session duration of the role is too short',
    sentence: (maxSessionDuration: number, vendor: string, wantedMaxSessionDuration: number) =>
      `The role allows sessions of at most ${maxSessionDuration} seconds, but ${vendor} needs ${wantedMaxSessionDuration}.`,
    detail: 'AWS rejects a longer session with a ValidationError, even if everything else is correct.',
  },
  boundaryMissing: {
    title: 'The permissions boundary is missing or different',
    sentence: (permissionsBoundary: string, wantedPermissionsBoundary: string) =>
      `The role must have the permissions boundary ${permissionsBoundary}, and has ${wantedPermissionsBoundary}.`,
    none: 'none',
    detail: 'A permissions boundary limits what the role can do. Your company requires this one.',
  },
  boundaryFurther: {
    title: 'The role has a permissions boundary that wasn’t requested',
    sentence: (permissionsBoundary: string) =>
      `The role has the permissions boundary ${permissionsBoundary}, which limits what the permissions policy grants.`,
    detail: (vendor: string) =>
      `A boundary doesn’t stop the role from being assumed. It must also allow every action in the permissions policy, or AWS denies ${vendor}’s requests.`,
  },
  arnMust: (roleArn: string, vendor: string) => `The role’s ARN must be exactly ${roleArn}, because ${vendor} requests that ARN from STS.`,
  vendorRoleTitle: 'This is the vendor’s own role',
  vendorRole: (roleName: string, vendor: string, vendorAccountId: string) =>
    `${roleName} is a role in ${vendor}’s account ${vendorAccountId}, not in yours.`,
  vendorRoleDetail: (vendor: string, accountId: string, roleName: string) =>
    `${vendor} uses it to call your role, and manages it. Sign in to account ${accountId}, and paste the output of: aws iam get-role --role-name ${roleName} --output json`,
})

type RoleForm = Omit<PastedRule, 'found'> & {
  readonly is: (role: RoleFact, pastedRole: PastedRole) => boolean
  readonly sentence: (language: string, role: RoleFact, pastedRole: PastedRole) => string
  readonly detail: (language: string, pastedRole: PastedRole) => string
}

/** Of another role than the customer's nothing else is told. */
const vendorsOwn = 'role-of-vendor'

const ofRole = ({ is, sentence, detail, suppressedBy = [], ...rule }: RoleForm): PastedRule => ({
  ...rule,
  suppressedBy: rule.id === vendorsOwn ? [] : [...suppressedBy, vendorsOwn],
  found: (pastedRole) => {
    const { role } = pastedRole
    return role !== null && is(role, pastedRole)
      ? { sentence: (language) => sentence(language, role, pastedRole), detail: (language) => detail(language, pastedRole) }
      : null
  },
})

const differs = (found: string | null, wanted: string): boolean => found !== null && found !== wanted
const arnMust = (language: string, { plan }: PastedRole): string => roleRulesMessages.in(language).arnMust(plan.roleArn, plan.vendor.name)

const roleForms: readonly RoleForm[] = [
  {
    id: vendorsOwn,
    part: 'terminal',
    title: (language) => roleRulesMessages.in(language).vendorRoleTitle,
    source: pages.externalId,
    is: (role, { plan }) => isOfVendor(role, plan),
    sentence: (language, { roleName }, { plan }) =>
      roleRulesMessages.in(language).vendorRole(roleName ?? '', plan.vendor.name, accountIdInGroups(plan.vendorAccountId)),
    detail: (language, { plan }) =>
      roleRulesMessages.in(language).vendorRoleDetail(plan.vendor.name, accountIdInGroups(plan.accountId), plan.roleName),
  },
  {
    id: 'role-in-other-partition',
    part: 'role',
    title: (language) => roleRulesMessages.in(language).roleInOtherPartition.title,
    source: pages.identifiers,
    is: ({ partition }, { plan }) => differs(partition, plan.partition),
    sentence: (language, { partition }, { plan }) =>
      roleRulesMessages.in(language).roleInOtherPartition.sentence(partition ?? '', plan.partition),
    detail: arnMust,
  },
  {
    id: 'role-in-other-account',
    part: 'role',
    title: (language) => roleRulesMessages.in(language).roleInOtherAccount.title,
    source: pages.identifiers,
    is: ({ accountId }, { plan }) => differs(accountId, plan.accountId),
    sentence: (language, { accountId }, { plan }) =>
      roleRulesMessages.in(language).roleInOtherAccount.sentence(accountIdInGroups(accountId ?? ''), accountIdInGroups(plan.accountId)),
    detail: arnMust,
  },
  {
    id: 'role-name-case',
    suppresses: ['role-name-differs'],
    part: 'role',
    title: (language) => roleRulesMessages.in(language).roleNameCase.title,
    source: pages.roleTroubles,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName) && roleName?.toLowerCase() === plan.roleName.toLowerCase(),
    sentence: (language, { roleName }, { plan }) => roleRulesMessages.in(language).roleNameCase.sentence(roleName ?? '', plan.roleName),
    detail: (language, pastedRole) => roleRulesMessages.in(language).roleNameCase.detail(arnMust(language, pastedRole)),
  },
  {
    id: 'role-name-differs',
    suppressedBy: ['role-name-case'],
    part: 'role',
    title: (language) => roleRulesMessages.in(language).roleNameDiffers.title,
    source: pages.identifiers,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName),
    sentence: (language, { roleName }, { plan }) => roleRulesMessages.in(language).roleNameDiffers.sentence(roleName ?? '', plan.roleName),
    detail: (language, pastedRole) => roleRulesMessages.in(language).roleNameDiffers.detail(arnMust(language, pastedRole)),
  },
  {
    id: 'role-path-differs',
    part: 'role',
    title: (language) => roleRulesMessages.in(language).rolePathDiffers.title,
    source: pages.identifiers,
    is: ({ path }, { plan }) => differs(path, plan.path),
    sentence: (language, { path }, { plan }) => roleRulesMessages.in(language).rolePathDiffers.sentence(path ?? '', plan.path),
    detail: (language, pastedRole) => roleRulesMessages.in(language).rolePathDiffers.detail(arnMust(language, pastedRole)),
  },
]

const dutyForms: readonly RoleForm[] = [
  {
    id: 'session-too-short',
    part: 'session-duration',
    title: (language) => roleRulesMessages.in(language).sessionTooShort.title,
    source: pages.createRole,
    is: ({ maxSessionDuration }, { plan }) => maxSessionDuration !== null && maxSessionDuration < plan.maxSessionDuration,
    sentence: (language, { maxSessionDuration }, { plan }) =>
      roleRulesMessages.in(language).sessionTooShort.sentence(maxSessionDuration ?? 0, plan.vendor.name, plan.maxSessionDuration),
    detail: (language) => roleRulesMessages.in(language).sessionTooShort.detail,
  },
  {
    id: 'boundary-missing',
    part: 'boundary',
    title: (language) => roleRulesMessages.in(language).boundaryMissing.title,
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) =>
      plan.permissionsBoundary !== null && permissionsBoundary !== undefined && permissionsBoundary !== plan.permissionsBoundary,
    sentence: (language, { permissionsBoundary }, { plan }) =>
      roleRulesMessages
        .in(language)
        .boundaryMissing.sentence(
          plan.permissionsBoundary ?? '',
          permissionsBoundary ?? roleRulesMessages.in(language).boundaryMissing.none,
        ),
    detail: (language) => roleRulesMessages.in(language).boundaryMissing.detail,
  },
  {
    id: 'boundary-further',
    part: 'boundary',
    title: (language) => roleRulesMessages.in(language).boundaryFurther.title,
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) => plan.permissionsBoundary === null && typeof permissionsBoundary === 'string',
    sentence: (language, { permissionsBoundary }) => roleRulesMessages.in(language).boundaryFurther.sentence(permissionsBoundary ?? ''),
    detail: (language, { plan }) => roleRulesMessages.in(language).boundaryFurther.detail(plan.vendor.name),
  },
]

/** Which role it is. */
export const roleRules: readonly PastedRule[] = roleForms.map(ofRole)

/** What the role is beside its policies. */
export const requiredRules: readonly PastedRule[] = dutyForms.map(ofRole)
