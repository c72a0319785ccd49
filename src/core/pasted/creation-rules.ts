import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages, type Text } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'

export const creationMessages = messages('creation-rules', {
  'creation-role-exists': {
    title: 'A role with this name already exists',
    sentence: (accountId: string, roleName: string) =>
      `The role wasn’t created because account ${accountId} already has a role named ${roleName}.`,
    detail:
      'Role names must be unique in an account, regardless of capitalization and path. Don’t delete the role before you know who created it. Another team may use it.',
  },
  'creation-stack-exists': {
    title: 'A stack with this name already exists',
    sentence: (stackName: string) => `The stack wasn’t created because a stack named ${stackName} already exists.`,
    detail:
      'A stack that rolled back keeps its name until you delete it. If the stack has any other status, don’t delete it. It may belong to another team.',
  },
  'creation-capabilities': {
    title: 'The IAM acknowledgment wasn’t selected',
    sentence: 'The stack wasn’t created because the IAM acknowledgment wasn’t selected.',
    detail: 'In the console, it’s a checkbox at the end of the page. In the AWS CLI, it’s --capabilities CAPABILITY_NAMED_IAM.',
  },
  'creation-wrong-account': {
    title: 'The stack was launched in a different account',
    sentence: (accountId: string) => `Nothing was created because you’re not signed in to account ${accountId}.`,
    detail: 'The template and the commands stop in any account other than the one you entered.',
  },
  'creation-wrong-partition': {
    title: 'The template is for another partition',
    sentence: (partition: string) => `Nothing was created because the stack was launched outside the ${partition} partition.`,
    detail: 'Each partition has its own template.',
  },
  'creation-invalid-principal': {
    title: 'IAM can’t find the principal',
    sentence: (vendorAccountId: string) =>
      `IAM rejected the trust policy because its principal doesn’t exist. It must be account ${vendorAccountId}.`,
    detail: 'The account or role was deleted, never existed, or is in a different partition.',
  },
  'creation-policy-refused': {
    title: 'IAM rejects the policy',
    sentence: 'IAM rejected the policy because its syntax is invalid.',
    detail: 'The text was changed or cut off. Copy it again from this page, and don’t edit it.',
  },
  'creation-template-unreadable': {
    title: 'The template can’t be read',
    sentence: 'CloudFormation couldn’t read the template.',
    detail: (vendor: string) =>
      `The link was cut off or changed, or ${vendor} hasn’t published the template. Open the link again from this page.`,
  },
  'creation-boundary-required': {
    title: 'Your company requires a permissions boundary',
    sentence: 'The role wasn’t created because your company requires a permissions boundary, or your own boundary doesn’t allow it.',
    detail: 'Ask your AWS admin to create the role, or for the ARN of the boundary that new roles must have.',
  },
  'creation-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks role creation',
    sentence: 'The role wasn’t created because a service control policy (SCP) in your AWS organization blocks it.',
    detail: 'Only an organization admin can change it. Ask whether new roles need a path, a tag, or a boundary.',
  },
  'creation-not-authorized': {
    title: 'You don’t have permission to create roles',
    sentence: 'The role wasn’t created because you don’t have permission to create roles.',
    detail:
      'You need iam:CreateRole, iam:PutRolePolicy, and iam:TagRole. Some companies grant them only for roles with a permissions boundary or path.',
  },
  'creation-stack-not-authorized': {
    title: 'You don’t have permission to create stacks',
    sentence: 'The stack wasn’t created because you don’t have permission to create stacks.',
    detail: 'Use the AWS CLI commands instead, or sign in with a role that can create stacks.',
  },
  'creation-parameter-refused': {
    title: 'A stack parameter was rejected',
    sentence: 'The stack wasn’t created because the template doesn’t allow one of the parameter values.',
    detail: 'The link fills in the parameters. Don’t change them.',
  },
  'creation-quota': {
    title: 'The account has reached its role quota',
    sentence: (accountId: string) => `The role wasn’t created because account ${accountId} has reached its quota of IAM roles.`,
    detail: 'Delete unused roles, or request a quota increase from AWS.',
  },
  awsSaid: (reason: string) => `AWS said: ${reason}`,
})

type Reason = Omit<PastedRule, 'id' | 'part' | 'title' | 'found'> & {
  readonly id: Exclude<keyof ReturnType<typeof creationMessages.in>, 'awsSaid'>
  readonly part?: PastedRule['part']
  readonly pattern: RegExp
  readonly sentence: (language: string, pastedRole: PastedRole) => string
  readonly detail: (language: string, pastedRole: PastedRole) => string
}

export const quotedReason =
  (reason: string): Text =>
  (language) =>
    creationMessages.in(language).awsSaid(reason.replace(/\s+/g, ' ').slice(0, 400))

const ofReason = ({ pattern, sentence, detail, part = 'stack', ...rule }: Reason): PastedRule => ({
  ...rule,
  part,
  title: (language) => creationMessages.in(language)[rule.id].title,
  found: (pastedRole) => {
    const reason = pastedRole.reasons.find((candidate) => pattern.test(candidate))
    return reason === undefined
      ? null
      : {
          sentence: (language) => sentence(language, pastedRole),
          detail: (language) => `${detail(language, pastedRole)} ${quotedReason(reason)(language)}`,
        }
  },
})

const createRole = 'iam:(CreateRole|PutRolePolicy|TagRole|AttachRolePolicy|PassRole)'

/** What CloudFormation and IAM say when the role cannot be created. */
const reasons: readonly Reason[] = [
  {
    id: 'creation-role-exists',
    source: pages.stackTroubles,
    pattern:
      /Role with name .* already exists|EntityAlreadyExists.*role|already exists.*(AWS::IAM::Role|HandlerErrorCode: AlreadyExists)/is,
    sentence: (language, { plan }) =>
      creationMessages.in(language)['creation-role-exists'].sentence(accountIdInGroups(plan.accountId), plan.roleName),
    detail: (language) => creationMessages.in(language)['creation-role-exists'].detail,
  },
  {
    id: 'creation-stack-exists',
    source: pages.createStack,
    pattern: /Stack \[.*\] already exists|AlreadyExistsException/i,
    sentence: (language, { plan }) => creationMessages.in(language)['creation-stack-exists'].sentence(plan.stackName),
    detail: (language) => creationMessages.in(language)['creation-stack-exists'].detail,
  },
  {
    id: 'creation-capabilities',
    source: pages.createStack,
    pattern: /InsufficientCapabilities|Requires capabilities/i,
    sentence: (language) => creationMessages.in(language)['creation-capabilities'].sentence,
    detail: (language) => creationMessages.in(language)['creation-capabilities'].detail,
  },
  {
    id: 'creation-wrong-account',
    source: pages.stackRules,
    pattern:
      /You are signed in to another AWS account|(signed in to|credentials of) AWS account|the current credentials are for|RightAccount/i,
    sentence: (language, { plan }) => creationMessages.in(language)['creation-wrong-account'].sentence(accountIdInGroups(plan.accountId)),
    detail: (language) => creationMessages.in(language)['creation-wrong-account'].detail,
  },
  {
    id: 'creation-wrong-partition',
    source: pages.stackRules,
    pattern: /This template is for the partition/i,
    sentence: (language, { plan }) => creationMessages.in(language)['creation-wrong-partition'].sentence(plan.partition),
    detail: (language) => creationMessages.in(language)['creation-wrong-partition'].detail,
  },
  {
    id: 'creation-invalid-principal',
    source: pages.principal,
    pattern: /Invalid principal in policy/i,
    sentence: (language, { plan }) => creationMessages.in(language)['creation-invalid-principal'].sentence(plan.vendorAccountId),
    detail: (language) => creationMessages.in(language)['creation-invalid-principal'].detail,
  },
  {
    id: 'creation-policy-refused',
    suppressedBy: ['creation-invalid-principal'],
    part: 'trust-policy',
    source: pages.createRole,
    pattern: /MalformedPolicyDocument/,
    sentence: (language) => creationMessages.in(language)['creation-policy-refused'].sentence,
    detail: (language) => creationMessages.in(language)['creation-policy-refused'].detail,
  },
  {
    id: 'creation-template-unreadable',
    source: pages.createStack,
    pattern: /TemplateURL must|S3 error|template.*(could not be|cannot be) (read|retrieved)/i,
    sentence: (language) => creationMessages.in(language)['creation-template-unreadable'].sentence,
    detail: (language, { plan }) => creationMessages.in(language)['creation-template-unreadable'].detail(plan.vendor.name),
  },
  {
    id: 'creation-boundary-required',
    source: pages.boundaries,
    pattern: new RegExp(`${createRole}[^]*permissions? ?boundary|permissions? ?boundary[^]*${createRole}|iam:PermissionsBoundary`, 'i'),
    sentence: (language) => creationMessages.in(language)['creation-boundary-required'].sentence,
    detail: (language) => creationMessages.in(language)['creation-boundary-required'].detail,
  },
  {
    id: 'creation-forbidden-by-organization',
    source: pages.serviceControlPolicies,
    pattern: new RegExp(`${createRole}[^]*service control policy`, 'i'),
    sentence: (language) => creationMessages.in(language)['creation-forbidden-by-organization'].sentence,
    detail: (language) => creationMessages.in(language)['creation-forbidden-by-organization'].detail,
  },
  {
    id: 'creation-not-authorized',
    suppressedBy: ['creation-boundary-required', 'creation-forbidden-by-organization'],
    source: pages.accessDenied,
    pattern: new RegExp(`not authorized to perform: ${createRole}`, 'i'),
    sentence: (language) => creationMessages.in(language)['creation-not-authorized'].sentence,
    detail: (language) => creationMessages.in(language)['creation-not-authorized'].detail,
  },
  {
    id: 'creation-stack-not-authorized',
    source: pages.accessDenied,
    pattern: /not authorized to perform: cloudformation:/i,
    sentence: (language) => creationMessages.in(language)['creation-stack-not-authorized'].sentence,
    detail: (language) => creationMessages.in(language)['creation-stack-not-authorized'].detail,
  },
  {
    id: 'creation-parameter-refused',
    source: pages.createStack,
    pattern:
      /(?<!at '(?:roleArn|roleSessionName|externalId|durationSeconds)' )failed to satisfy constraint|Parameters?:? \[.*\] (must have values|do not exist)|Parameter '?\w+'? must/i,
    sentence: (language) => creationMessages.in(language)['creation-parameter-refused'].sentence,
    detail: (language) => creationMessages.in(language)['creation-parameter-refused'].detail,
  },
  {
    id: 'creation-quota',
    source: pages.quotas,
    pattern: /RolesPerAccount/i,
    sentence: (language, { plan }) => creationMessages.in(language)['creation-quota'].sentence(accountIdInGroups(plan.accountId)),
    detail: (language) => creationMessages.in(language)['creation-quota'].detail,
  },
]

/** Why there is no role. */
export const creationRules: readonly PastedRule[] = reasons.map(ofReason)
