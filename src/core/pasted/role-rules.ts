import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { RoleFact } from './pasted-fact.ts'
import { isOfVendor, type PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

type RoleFacts = PlanFacts & { readonly found: RoleFact & { readonly account: string } }

const arnMust = ({ roleArn, vendor }: RoleFacts) =>
  `The role’s ARN must be exactly ${roleArn}, because ${vendor} requests that ARN from STS.`

export const roleRulesMessages = messages('role-rules', {
  'role-in-other-partition': {
    title: 'The role is in a different AWS partition',
    sentence: ({ found, partition }: RoleFacts) =>
      `The role is in partition ${found.partition}, but this connection is for an account in ${partition}.`,
    detail: arnMust,
  },
  'role-in-other-account': {
    title: 'The role is in a different account',
    sentence: ({ found, account }: RoleFacts) => `The role is in account ${found.account}, but this connection is for account ${account}.`,
    detail: arnMust,
  },
  'role-name-case': {
    title: 'The role name has different capitalization',
    sentence: ({ found, roleName }: RoleFacts) => `The role is named ${found.roleName}, but must be named ${roleName}.`,
    detail: (facts: RoleFacts) => `STS role names are case-sensitive. A role can’t be renamed. ${arnMust(facts)}`,
  },
  'role-name-differs': {
    title: 'The role has a different name',
    sentence: ({ found, roleName }: RoleFacts) => `The role is named ${found.roleName}, but must be named ${roleName}.`,
    detail: (facts: RoleFacts) => `A role can’t be renamed. ${arnMust(facts)}`,
  },
  'role-path-differs': {
    title: 'The role has a different path',
    sentence: ({ found, path }: RoleFacts) => `The role’s path is ${found.path}, but must be ${path}.`,
    detail: (facts: RoleFacts) => `The path is part of the ARN and can’t be changed later. ${arnMust(facts)}`,
  },
  'role-name-generated': {
    title: 'The template gives the role no name',
    sentence: ({ roleName }: RoleFacts) =>
      `The template has no RoleName for the role, so CloudFormation makes up a name. It must be named ${roleName}.`,
    detail: arnMust,
  },
  'session-too-short': {
    title: 'The maximum session duration of the role is too short',
    sentence: ({ found, vendor, maxSessionDuration }: RoleFacts) =>
      `The role allows sessions of at most ${found.maxSessionDuration} seconds, but ${vendor} needs ${maxSessionDuration}.`,
    detail: 'AWS rejects a longer session with a ValidationError, even if everything else is correct.',
  },
  'boundary-missing': {
    title: 'The permissions boundary is missing or different',
    sentence: ({ permissionsBoundary, found }: RoleFacts) =>
      `The role must have the permissions boundary ${permissionsBoundary}, and has ${found.permissionsBoundary ?? 'none'}.`,
    detail: 'A permissions boundary limits what the role can do. Your company requires this one.',
  },
  'boundary-further': {
    title: 'The role has a permissions boundary that wasn’t requested',
    sentence: ({ found }: RoleFacts) =>
      `The role has the permissions boundary ${found.permissionsBoundary}, which limits what the permissions policy grants.`,
    detail: ({ vendor }: RoleFacts) =>
      `A boundary doesn’t stop the role from being assumed. It must also allow every action in the permissions policy, or AWS denies ${vendor}’s requests.`,
  },
  'role-of-vendor': {
    title: 'This is the vendor’s own role',
    sentence: ({ found, vendor, vendorAccount }: RoleFacts) =>
      `${found.roleName} is a role in ${vendor}’s account ${vendorAccount}, not in yours.`,
    detail: ({ vendor, account, roleName }: RoleFacts) =>
      `${vendor} uses it to call your role, and manages it. Sign in to account ${account}, and paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  },
})

type RoleForm = Omit<PastedRule, 'id' | 'title' | 'found'> & {
  readonly id: keyof ReturnType<typeof roleRulesMessages.in>
  readonly is: (role: RoleFact, pastedRole: PastedRole) => boolean
}

/** Nothing else is reported about a role that isn't the customer's. */
const vendorsOwn = 'role-of-vendor'

const ofRole = ({ is, suppressedBy = [], ...rule }: RoleForm): PastedRule =>
  familyRule(roleRulesMessages.in, {
    ...rule,
    suppressedBy: rule.id === vendorsOwn ? [] : [...suppressedBy, vendorsOwn],
    facts: (pastedRole) => {
      const { role, plan } = pastedRole
      if (role === null || !is(role, pastedRole)) return null
      return { ...planFacts(plan), found: { ...role, account: accountIdInGroups(role.accountId ?? '') } }
    },
  })

const differs = (found: string | null, wanted: string): boolean => found !== null && found !== wanted

const roleForms: readonly RoleForm[] = [
  { id: vendorsOwn, part: 'finding', source: pages.externalId, is: (role, { plan }) => isOfVendor(role, plan) },
  {
    id: 'role-in-other-partition',
    part: 'role',
    source: pages.identifiers,
    is: ({ partition }, { plan }) => differs(partition, plan.partition),
  },
  {
    id: 'role-in-other-account',
    part: 'role',
    source: pages.identifiers,
    is: ({ accountId }, { plan }) => differs(accountId, plan.accountId),
  },
  {
    id: 'role-name-case',
    suppresses: ['role-name-differs'],
    part: 'role',
    source: pages.roleTroubles,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName) && roleName?.toLowerCase() === plan.roleName.toLowerCase(),
  },
  {
    id: 'role-name-differs',
    suppressedBy: ['role-name-case'],
    part: 'role',
    source: pages.identifiers,
    is: ({ roleName }, { plan }) => differs(roleName, plan.roleName),
  },
  { id: 'role-path-differs', part: 'role', source: pages.identifiers, is: ({ path }, { plan }) => differs(path, plan.path) },
]

const dutyForms: readonly RoleForm[] = [
  {
    id: 'role-name-generated',
    part: 'role',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
    is: ({ isNameGenerated }) => isNameGenerated === true,
  },
  {
    id: 'session-too-short',
    part: 'session-duration',
    source: pages.createRole,
    is: ({ maxSessionDuration }, { plan }) => maxSessionDuration !== null && maxSessionDuration < plan.maxSessionDuration,
  },
  {
    id: 'boundary-missing',
    part: 'boundary',
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) =>
      plan.permissionsBoundary !== null && permissionsBoundary !== undefined && permissionsBoundary !== plan.permissionsBoundary,
  },
  {
    id: 'boundary-further',
    part: 'boundary',
    source: pages.boundaries,
    is: ({ permissionsBoundary }, { plan }) => plan.permissionsBoundary === null && typeof permissionsBoundary === 'string',
  },
]

export const roleRules: readonly PastedRule[] = roleForms.map(ofRole)

/** Properties of the role other than its policies. */
export const requiredRules: readonly PastedRule[] = dutyForms.map(ofRole)
