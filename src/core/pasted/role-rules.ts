import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type Said, said } from '#core/rules/said.ts'
import { isOfVendor } from './examined-role.ts'
import type { RoleFact } from './pasted-fact.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'

type RoleForm = Omit<Ailment, 'found'> & {
  readonly is: (role: RoleFact, patient: Patient) => boolean
  readonly sentence: (role: RoleFact, patient: Patient) => Said
  readonly detail: (patient: Patient) => Said
}

/** Of another role than the customer's nothing else is told. */
const vendorsOwn = 'role-of-vendor'

const ofRole = ({ is, sentence, detail, saysLessThan = [], ...ailment }: RoleForm): Ailment => ({
  ...ailment,
  saysLessThan: ailment.id === vendorsOwn ? [] : [...saysLessThan, vendorsOwn],
  found: (patient) => {
    const { role } = patient
    return role !== null && is(role, patient) ? { sentence: sentence(role, patient), detail: detail(patient) } : null
  },
})

const differs = (found: string | null, wanted: string): boolean => found !== null && found !== wanted
const arnMust = ({ plan }: Patient): Said =>
  said`The ARN of the role must be exactly ${plan.roleArn}, because that is what ${plan.vendor.name} asks STS for.`

const roleForms: readonly RoleForm[] = [
  {
    id: vendorsOwn,
    part: 'terminal',
    title: 'The role is the vendor’s own',
    source: pages.externalId,
    is: (role, { plan }) => isOfVendor(role, plan),
    sentence: ({ roleName }, { plan }) =>
      said`${roleName ?? ''} is a role of ${plan.vendor.name}, in account ${accountIdInGroups(plan.vendorAccountId)}, and not the one in your account.`,
    detail: ({ plan }) =>
      said`It is what calls your role, and is for ${plan.vendor.name} to look after. Sign in to account ${accountIdInGroups(plan.accountId)}, and paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`,
  },
  {
    id: 'role-in-other-partition',
    part: 'role',
    title: 'The role is in another AWS partition',
    source: pages.identifiers,
    is: ({ partition }, { plan }) => differs(partition, plan.partition),
    sentence: ({ partition }, { plan }) =>
      said`The role is in the partition ${partition ?? ''}, and the connection is to an account in ${plan.partition}.`,
    detail: arnMust,
  },
  {
    id: 'role-in-other-account',
    part: 'role',
    title: 'The role is in another account',
    source: pages.identifiers,
    is: ({ accountId }, { plan }) => differs(accountId, plan.accountId),
    sentence: ({ accountId }, { plan }) =>
      said`The role is in account ${accountIdInGroups(accountId ?? '')}, and the connection is to account ${accountIdInGroups(plan.accountId)}.`,
    detail: arnMust,
  },
  {
    id: 'role-name-case',
    part: 'role',
    title: 'The name of the role differs in upper and lower case',
    source: pages.roleTroubles,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName) && roleName?.toLowerCase() === plan.roleName.toLowerCase(),
    sentence: ({ roleName }, { plan }) =>
      said`The role is called ${roleName ?? ''}, and must be called ${plan.roleName}, in the same upper and lower case letters.`,
    detail: (patient) =>
      said`IAM takes both for the same name when it finds a role, and STS does not. A role cannot be renamed. ${arnMust(patient)}`,
  },
  {
    id: 'role-name-differs',
    saysLessThan: ['role-name-case'],
    part: 'role',
    title: 'The role has another name',
    source: pages.identifiers,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName),
    sentence: ({ roleName }, { plan }) => said`The role is called ${roleName ?? ''}, and must be called ${plan.roleName}.`,
    detail: (patient) => said`A role cannot be renamed. ${arnMust(patient)}`,
  },
  {
    id: 'role-path-differs',
    part: 'role',
    title: 'The role has another path',
    source: pages.identifiers,
    is: ({ path }, { plan }) => differs(path, plan.path),
    sentence: ({ path }, { plan }) => said`The role has the path ${path ?? ''}, and must have ${plan.path}.`,
    detail: (patient) => said`The path is part of the ARN, and cannot be changed later. ${arnMust(patient)}`,
  },
]

const dutyForms: readonly RoleForm[] = [
  {
    id: 'session-too-short',
    part: 'session-duration',
    title: 'The longest session of the role is too short',
    source: pages.createRole,
    is: ({ maxSessionDuration }, { plan }) => maxSessionDuration !== null && maxSessionDuration < plan.maxSessionDuration,
    sentence: ({ maxSessionDuration }, { plan }) =>
      said`The role gives sessions of ${maxSessionDuration ?? 0} seconds at most, and ${plan.vendor.name} needs ${plan.maxSessionDuration}.`,
    detail: () => said`AWS refuses a longer session with a ValidationError, although everything else is right.`,
  },
  {
    id: 'boundary-missing',
    part: 'boundary',
    title: 'The permissions boundary is missing or another one',
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) =>
      plan.permissionsBoundary !== null && permissionsBoundary !== undefined && permissionsBoundary !== plan.permissionsBoundary,
    sentence: ({ permissionsBoundary }, { plan }) =>
      said`The role must have the permissions boundary ${plan.permissionsBoundary ?? ''}, and has ${permissionsBoundary ?? said`none`}.`,
    detail: () => said`A permissions boundary limits what the role may do. Your company asked for this one.`,
  },
  {
    id: 'boundary-further',
    part: 'boundary',
    title: 'The role has a permissions boundary that was not asked for',
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) => plan.permissionsBoundary === null && typeof permissionsBoundary === 'string',
    sentence: ({ permissionsBoundary }) =>
      said`The role has the permissions boundary ${permissionsBoundary ?? ''}, which limits what the permissions policy gives.`,
    detail: ({ plan }) =>
      said`A boundary does not stop the role from being assumed. It must allow every action of the permissions policy too, else the calls of ${plan.vendor.name} are refused.`,
  },
]

/** Which role it is. */
export const roleAilments: readonly Ailment[] = roleForms.map(ofRole)

/** What the role is beside its policies. */
export const dutyAilments: readonly Ailment[] = dutyForms.map(ofRole)
