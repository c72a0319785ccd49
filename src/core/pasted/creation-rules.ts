import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type Said, said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'

type Reason = Omit<Ailment, 'part' | 'found'> & {
  readonly part?: Ailment['part']
  readonly pattern: RegExp
  readonly sentence: (patient: Patient) => Said
  readonly detail: (patient: Patient) => Said
}

const quoted = (reason: string): Said => said`AWS said: ${reason.replace(/\s+/g, ' ').slice(0, 400)}`

const ofReason = ({ pattern, sentence, detail, part = 'stack', ...ailment }: Reason): Ailment => ({
  ...ailment,
  part,
  found: (patient) => {
    const reason = patient.reasons.find((candidate) => pattern.test(candidate))
    return reason === undefined ? null : { sentence: sentence(patient), detail: said`${detail(patient)} ${quoted(reason)}` }
  },
})

const createRole = 'iam:(CreateRole|PutRolePolicy|TagRole|AttachRolePolicy|PassRole)'

/** What CloudFormation and IAM say when the role cannot be created. */
const reasons: readonly Reason[] = [
  {
    id: 'creation-role-exists',
    title: 'A role of that name exists already',
    source: pages.stackTroubles,
    pattern:
      /Role with name .* already exists|EntityAlreadyExists.*role|already exists.*(AWS::IAM::Role|HandlerErrorCode: AlreadyExists)/is,
    sentence: ({ plan }) =>
      said`The role was not created, because account ${accountIdInGroups(plan.accountId)} has a role named ${plan.roleName} already.`,
    detail: () =>
      said`Role names are unique in an account, regardless of capitalization and path. Don’t delete the role: another team may use it. Find out who created it first.`,
  },
  {
    id: 'creation-stack-exists',
    title: 'A stack of that name exists already',
    source: pages.createStack,
    pattern: /Stack \[.*\] already exists|AlreadyExistsException/i,
    sentence: ({ plan }) => said`The stack was not created, because there is a stack named ${plan.stackName} already.`,
    detail: () =>
      said`A stack that was rolled back keeps its name until it is deleted. One with another status may belong to another team: don’t delete it.`,
  },
  {
    id: 'creation-capabilities',
    title: 'The acknowledgement for IAM was not given',
    source: pages.createStack,
    pattern: /InsufficientCapabilities|Requires capabilities/i,
    sentence: () => said`The stack was not created, because nobody acknowledged that it creates a role with a name of its own.`,
    detail: () => said`In the console that is a box at the end of the page; for the AWS CLI it is --capabilities CAPABILITY_NAMED_IAM.`,
  },
  {
    id: 'creation-wrong-account',
    title: 'The stack was launched in another account',
    source: pages.stackRules,
    pattern:
      /You are signed in to another AWS account|(signed in to|credentials of) AWS account|the current credentials are for|RightAccount/i,
    sentence: ({ plan }) => said`Nothing was created, because the account that is signed in is not ${accountIdInGroups(plan.accountId)}.`,
    detail: () => said`The template and the commands stop by themselves in any other account than the one that was given.`,
  },
  {
    id: 'creation-wrong-partition',
    title: 'The template is for another partition',
    source: pages.stackRules,
    pattern: /This template is for the partition/i,
    sentence: ({ plan }) => said`Nothing was created, because the stack was launched in another partition than ${plan.partition}.`,
    detail: () => said`Each partition has a template of its own.`,
  },
  {
    id: 'creation-invalid-principal',
    title: 'IAM does not know the principal',
    source: pages.principal,
    pattern: /Invalid principal in policy/i,
    sentence: ({ plan }) =>
      said`IAM refused the trust policy, because it does not know the principal in it; it must be the account ${plan.vendorAccountId}.`,
    detail: () => said`The account or the role does not exist, or belongs to another partition.`,
  },
  {
    id: 'creation-policy-refused',
    saysLessThan: ['creation-invalid-principal'],
    part: 'trust-policy',
    title: 'IAM refuses the policy as it is written',
    source: pages.createRole,
    pattern: /MalformedPolicyDocument/,
    sentence: () => said`IAM refused the policy, because it is not written as IAM demands.`,
    detail: () => said`It was changed or cut off on its way. Copy it again from this page, and change nothing.`,
  },
  {
    id: 'creation-template-unreadable',
    title: 'The template cannot be read',
    source: pages.createStack,
    pattern: /TemplateURL must|S3 error|template.*(could not be|cannot be) (read|retrieved)/i,
    sentence: () => said`CloudFormation could not read the template.`,
    detail: ({ plan }) =>
      said`The link was cut or changed, or the template of ${plan.vendor.name} is not published. Open the link again from this page.`,
  },
  {
    id: 'creation-boundary-required',
    title: 'The company demands a permissions boundary',
    source: pages.boundaries,
    pattern: new RegExp(`${createRole}[^]*permissions? ?boundary|permissions? ?boundary[^]*${createRole}|iam:PermissionsBoundary`, 'i'),
    sentence: () =>
      said`The role was not created, because roles may only be created with a permissions boundary, or the boundary of whoever is signed in does not allow it.`,
    detail: () =>
      said`Ask the administrator of your AWS accounts for the ARN of the boundary that new roles must have, or to create the role.`,
  },
  {
    id: 'creation-forbidden-by-organization',
    title: 'A service control policy forbids to create roles',
    source: pages.serviceControlPolicies,
    pattern: new RegExp(`${createRole}[^]*service control policy`, 'i'),
    sentence: () => said`The role was not created, because a service control policy of your AWS organization forbids it.`,
    detail: () =>
      said`Nobody in the account can overrule that. Ask the administrator of the organization, who may demand a path, a tag or a boundary.`,
  },
  {
    id: 'creation-not-authorized',
    saysLessThan: ['creation-boundary-required', 'creation-forbidden-by-organization'],
    title: 'Whoever is signed in may not create roles',
    source: pages.accessDenied,
    pattern: new RegExp(`not authorized to perform: ${createRole}`, 'i'),
    sentence: () => said`The role was not created, because whoever is signed in may not create roles.`,
    detail: () =>
      said`It takes iam:CreateRole, iam:PutRolePolicy and iam:TagRole. Some companies give them only with a permissions boundary or a path.`,
  },
  {
    id: 'creation-stack-not-authorized',
    title: 'Whoever is signed in may not create stacks',
    source: pages.accessDenied,
    pattern: /not authorized to perform: cloudformation:/i,
    sentence: () => said`The stack was not created, because whoever is signed in may not create stacks.`,
    detail: () => said`Use the AWS CLI commands instead, or sign in with a role that may create stacks.`,
  },
  {
    id: 'creation-parameter-refused',
    title: 'A parameter of the stack was refused',
    source: pages.createStack,
    pattern:
      /(?<!at '(?:roleArn|roleSessionName|externalId|durationSeconds)' )failed to satisfy constraint|Parameters?:? \[.*\] (must have values|do not exist)|Parameter '?\w+'? must/i,
    sentence: () => said`The stack was not created, because a parameter has a value that the template does not take.`,
    detail: () => said`The parameters are filled in by the link and must stay as they are.`,
  },
  {
    id: 'creation-quota',
    title: 'The account has too many roles',
    source: pages.quotas,
    pattern: /RolesPerAccount/i,
    sentence: ({ plan }) =>
      said`The role was not created, because account ${accountIdInGroups(plan.accountId)} has as many roles as it may have.`,
    detail: () => said`Delete roles that nobody uses, or ask AWS for a higher quota.`,
  },
]

const inProgress = /_IN_PROGRESS$/
const statusOf = ({ stack, events }: Patient): string => stack?.status ?? events?.status ?? ''

const stackRunning: Ailment = {
  id: 'stack-in-progress',
  part: 'stack',
  title: 'The stack is still at work',
  source: pages.stackTroubles,
  found: (patient) =>
    inProgress.test(statusOf(patient)) && !/ROLLBACK|DELETE/.test(statusOf(patient)) && patient.events?.firstFailure == null
      ? {
          sentence: said`The stack is still at work (${statusOf(patient)}), so there is no role yet.`,
          detail: said`It takes about a minute. There is nothing to do but to wait.`,
        }
      : null,
}

const stackDeleted: Ailment = {
  id: 'stack-deleted',
  part: 'stack',
  title: 'The stack was deleted',
  source: pages.stackTroubles,
  found: (patient) =>
    /^DELETE_/.test(statusOf(patient))
      ? {
          sentence: said`The stack was deleted (${statusOf(patient)}), and the role with it.`,
          detail: said`Launch it again if the connection is still wanted.`,
        }
      : null,
}

const stackFailed: Ailment = {
  id: 'stack-rolled-back',
  saysLessThan: ['trust-policy-too-long', ...reasons.map(({ id }) => id)],
  part: 'stack',
  title: 'The stack was rolled back',
  source: pages.stackTroubles,
  found: (patient) => {
    const isTold = patient.reasons.some((reason) => /Failed to create\/update the stack|is in ROLLBACK_\w+ state/.test(reason))
    if (!isTold && !/ROLLBACK|_FAILED$/.test(statusOf(patient))) return null
    const failure = patient.events?.firstFailure
    return {
      sentence: failure
        ? said`The stack was rolled back, because ${failure.logicalId || said`a resource`} could not be created.`
        : said`The stack was rolled back (${isTold ? 'ROLLBACK_COMPLETE' : statusOf(patient)}), so there is no role.`,
      detail: failure
        ? quoted(failure.reason)
        : said`Its events name the reason. Paste them here: in CloudFormation, the stack, tab "Events", or the command aws cloudformation describe-stack-events.`,
    }
  },
}

const stackExternalId: Ailment = {
  id: 'stack-external-id-differs',
  part: 'stack',
  title: 'The stack was launched with another external ID',
  source: pages.externalId,
  found: ({ stack, plan }) => {
    const given = stack?.parameters['ExternalId']
    if (given === undefined || given === plan.externalId) return null
    return {
      sentence: said`The stack was launched with the external ID ${JSON.stringify(given)}, and yours is ${plan.externalId}.`,
      detail: said`The link fills it in, and the page lets everybody change it.`,
    }
  },
}

/** Why there is no role. */
export const creationAilments: readonly Ailment[] = [...reasons.map(ofReason), stackRunning, stackDeleted, stackFailed, stackExternalId]
