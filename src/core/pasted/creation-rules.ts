import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { attachmentErrorRules } from './attachment-error-rules.ts'
import { creationDenialRules } from './creation-denial-rules.ts'
import { type Attempt, attemptOf, autoExpand, type CreationFacts, creationFacts, namedIam, policyFaultIn } from './creation-facts.ts'
import { rejectedForms } from './document-rules.ts'
import { inOtherStackRule, otherRoleExistsRule } from './existing-resource-rules.ts'
import { isNamed, roleExists, stackExists } from './existing-resources.ts'
import { malformedPrincipal } from './malformed-principal-rule.ts'
import { otherExistingRole } from './named-role.ts'
import { otherRolePolicyRule } from './other-role-policy-rule.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts, worded } from './pasted-rule.ts'
import { policyElementErrorRules } from './policy-element-error-rules.ts'
import { policyErrorRules } from './policy-error-rules.ts'
import { withQuote } from './quoted-reason.ts'
import { rejectedCallRules } from './rejected-call-rules.ts'
import { isOfSessionPolicy, type PolicyKind, policyKindOf } from './rejected-policy.ts'
import { rejectedPrincipal } from './rejected-principal-rule.ts'
import { selfPrincipal } from './self-principal-rule.ts'
import { isToldOfTemplate, templateErrorRules } from './template-error-rules.ts'

type RefusedFacts = CreationFacts & { readonly policyKind: PolicyKind }

const notDone: Readonly<Record<Attempt, string>> = {
  create: 'The stack wasn’t created',
  update: 'The stack wasn’t updated',
  unknown: 'CloudFormation changed nothing',
}

export const creationMessages = messages('creation-rules', {
  'creation-role-exists': {
    title: 'A role with this name already exists',
    sentence: ({ account, roleName }: PlanFacts) =>
      `The role wasn’t created because account ${account} already has a role named ${roleName}.`,
    detail:
      'Role names must be unique in an account, regardless of capitalization and path. If the existing one is yours, for example from an earlier attempt, delete it and try again, or take it over, for example with terraform import, and check its trust policy. Don’t delete it before you know who created it. Another team may use it.',
  },
  'creation-stack-exists': {
    title: 'A stack with this name already exists',
    sentence: ({ stackName }: PlanFacts) => `The stack wasn’t created because a stack named ${stackName} already exists.`,
    detail:
      'A stack that rolled back keeps its name until you delete it. If the stack has any other status, don’t delete it. It may belong to another team.',
  },
  'creation-capabilities': {
    title: 'An acknowledgment wasn’t selected',
    sentence: ({ capabilities, attempt }: CreationFacts) =>
      `${notDone[attempt]} because the acknowledgment ${capabilities.join(' and ')} is missing.`,
    detail: ({ capabilities, vendor }: CreationFacts) =>
      [
        `In the console, it’s a checkbox at the end of the page. In the AWS CLI, it’s --capabilities ${capabilities.join(' ')}.`,
        ...(capabilities.includes(namedIam) ? ['CAPABILITY_IAM isn’t enough, because the template gives the role a name.'] : []),
        ...(capabilities.includes(autoExpand)
          ? [
              `Macros, transforms, and nested stacks require ${autoExpand}. The template from this page has none, so check with ${vendor} that you use the right one.`,
            ]
          : []),
      ].join(' '),
  },
  'creation-wrong-account': {
    title: 'The stack was launched in a different account',
    sentence: ({ account }: PlanFacts) => `Nothing was created because you’re not signed in to account ${account}.`,
    detail: 'The template and the commands stop in any account other than the one you entered.',
  },
  'creation-wrong-partition': {
    title: 'The template is for another partition',
    sentence: ({ partition }: PlanFacts) => `Nothing was created because the stack was launched outside the ${partition} partition.`,
    detail: 'Each partition has its own template.',
  },
  'creation-vendor-user-missing': {
    title: 'The vendor’s IAM user doesn’t exist',
    sentence: ({ vendor, trustedUser }: PlanFacts) =>
      `IAM rejected the trust policy because the IAM user ${trustedUser} of ${vendor} doesn’t exist. ${vendor} needs to fix it.`,
    detail: ({ vendor }: PlanFacts) =>
      `Your trust policy is right. The user was deleted, or ${vendor} gave you another name. Create the role again when ${vendor} has fixed it.`,
  },
  'creation-policy-refused': {
    title: 'IAM rejects the policy',
    sentence: ({ policyFault, policyKind }: RefusedFacts) => {
      const policy = policyKind === null ? 'the policy' : `the ${policyKind} policy`
      return policyFault === ''
        ? `IAM rejected ${policy} because one of its elements or values isn’t valid.`
        : `IAM rejected ${policy}. AWS said: ${policyFault}`
    },
    detail: ({ policyFault }: CreationFacts) =>
      policyFault === ''
        ? 'Paste the policy itself to see which one, or replace it with the policy from this page.'
        : 'To see where, paste the policy itself, or replace it with the policy from this page.',
  },
  'creation-template-unreadable': {
    title: 'The template can’t be read',
    sentence: 'CloudFormation couldn’t read the template.',
    detail: ({ vendor }: PlanFacts) =>
      `The file isn’t at this address, or you can’t read it there. If the link is from this page, it was cut off or changed, or ${vendor} hasn’t published the template: open it again from here. If a module or a program has the link, use its newest version, or ask who publishes it. A VPC endpoint or your organization can block the bucket, too.`,
  },
  'creation-parameter-refused': {
    title: 'A stack parameter was rejected',
    sentence: ({ parameter: { name, problem }, attempt }: CreationFacts) => {
      if (problem === 'missing') return `${notDone[attempt]} because the parameter ${name} has no value.`
      if (problem === 'unknown') return `${notDone[attempt]} because the template has no parameter ${name}.`
      return `${notDone[attempt]} because the value of ${name === '' ? 'a parameter' : name} isn’t allowed.`
    },
    detail: ({ parameter: { problem }, vendor }: CreationFacts) =>
      problem === 'unknown'
        ? `The template isn’t the one of this page, or ${vendor} has changed it. Launch the stack again from this page.`
        : 'The link from this page fills in the parameters. Launch the stack from it again, and don’t change them.',
  },
  'creation-quota': {
    title: 'The account has reached its role quota',
    sentence: ({ account }: PlanFacts) => `The role wasn’t created because account ${account} has reached its quota of IAM roles.`,
    detail: 'Delete unused roles, or request a quota increase from AWS.',
  },
  'creation-stack-set-role': {
    title: 'The account lacks the execution role of stack sets',
    sentence: ({ stackSet: { executionRole, inAccount } }: CreationFacts) =>
      `The stack set created nothing${inAccount === '' ? '' : ` in account ${inAccount}`}, because the role ${executionRole} that it works with is missing or doesn’t trust the account of the stack set.`,
    detail: ({ stackSet: { executionRole, administrationRole }, roleName }: CreationFacts) =>
      `Create ${executionRole} in the account, with a trust policy for ${administrationRole === '' ? 'the administration role of the stack set' : administrationRole} in the account of the stack set. If it was created moments ago, wait a minute and try again. Or use service-managed permissions with AWS Organizations. Don’t add this trust to ${roleName}.`,
  },
})

type Reason = Omit<PastedRule, 'id' | 'part' | 'title' | 'found'> & {
  readonly id: Exclude<keyof ReturnType<typeof creationMessages.in>, 'creation-vendor-user-missing'>
  readonly part?: PastedRule['part']
  readonly pattern: RegExp
}

/** Rules of their own tell of a role that isn't the planned one. */
const isOfOtherRole = (reason: string, plan: RolePlan): boolean => otherExistingRole(reason, plan) !== null

/** The policy in the text shows why IAM rejects it, which IAM's message doesn't tell. */
const isShownElsewhere = (id: string, reason: string, pastedRole: PastedRole): boolean =>
  id === 'creation-policy-refused' && policyFaultIn(reason) === '' && rejectedForms.some((rule) => rule.found(pastedRole) !== null)

const ofReason = ({ pattern, part = 'stack', ...rule }: Reason): PastedRule => ({
  ...rule,
  part,
  title: (language) => creationMessages.in(language)[rule.id].title,
  found: (pastedRole) => {
    const { reasons, errors, plan } = pastedRole
    const reason = reasons.find(
      (candidate) =>
        !isToldOfTemplate(candidate, pastedRole) &&
        !isOfOtherRole(candidate, plan) &&
        !isOfSessionPolicy(candidate, pastedRole) &&
        (pattern.test(candidate) || (rule.id === 'creation-role-exists' && isNamed(candidate, plan))),
    )
    if (reason === undefined || isShownElsewhere(rule.id, reason, pastedRole)) return null
    const [, roleName = plan.roleName] = /Role with name ([\w+=,.@-]+) already exists/i.exec(reason) ?? []
    const operation = errors.find(({ message }) => reason.endsWith(message))?.operation
    const policyKind = policyKindOf(reason, pastedRole)
    const facts = { ...creationFacts(reason, plan, attemptOf(operation)), roleName, policyKind }
    const { sentence, detail } = worded(creationMessages.in, rule.id, facts)
    const isQuoted = rule.id === 'creation-policy-refused' && facts.policyFault !== ''
    const isPermissions = rule.id === 'creation-policy-refused' && policyKind === 'permissions'
    return {
      sentence,
      detail: isQuoted ? detail : withQuote(detail, reason),
      ...(isPermissions ? { part: 'permissions-policy' } : {}),
    }
  },
})

/** What CloudFormation and IAM say when the role cannot be created. */
const reasons: readonly Reason[] = [
  {
    id: 'creation-role-exists',
    source: pages.stackTroubles,
    pattern: roleExists,
  },
  {
    id: 'creation-stack-exists',
    source: pages.createStack,
    pattern: stackExists,
  },
  { id: 'creation-capabilities', source: pages.createStack, pattern: /InsufficientCapabilities|Requires capabilities/i },
  {
    id: 'creation-wrong-account',
    source: pages.stackRules,
    pattern:
      /You are signed in to another AWS account|(signed in to|credentials of) AWS account|the current credentials are for|RightAccount/i,
  },
  { id: 'creation-wrong-partition', source: pages.stackRules, pattern: /This template is for the partition/i },
  {
    id: 'creation-policy-refused',
    suppressedBy: [
      'creation-self-principal',
      'creation-vendor-user-missing',
      'creation-invalid-principal',
      ...[malformedPrincipal, ...policyErrorRules, ...policyElementErrorRules].map(({ id }) => id),
    ],
    part: 'trust-policy',
    source: pages.createRole,
    pattern: /MalformedPolicyDocument/,
  },
  {
    id: 'creation-template-unreadable',
    source: pages.createStack,
    pattern:
      /TemplateURL must|is not a valid S3 domain|S3 error|Object referenced by \S+ is not accessible|template.*(could not be|cannot be) (read|retrieved)/i,
  },
]

const laterReasons: readonly Reason[] = [
  {
    id: 'creation-parameter-refused',
    source: pages.createStack,
    pattern:
      /Parameter '?\w+'? failed to satisfy constraint|at '(?:parameters|stackName|template(?:Body|URL)|capabilities)\b[^'\n]{0,80}' failed to satisfy constraint|Parameters?:? \[.*\] (?:must|do not exist)\b|Parameter '?\w+'? must/i,
  },
  { id: 'creation-quota', source: pages.quotas, pattern: /RolesPerAccount/i },
  {
    id: 'creation-stack-set-role',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
    pattern:
      /Account [\d*xX]{4,14} should have '[\w+=,.@/-]{1,64}' role with trust relationship|sts:AssumeRole on resource: \S{0,60}:role\/AWSCloudFormationStackSetExecutionRole/,
  },
]

/** The planned principal itself, so the customer has done nothing wrong. */
const vendorUserMissing = familyRule(creationMessages.in, {
  id: 'creation-vendor-user-missing',
  suppresses: ['creation-invalid-principal'],
  part: 'vendor',
  source: pages.principal,
  facts: ({ reasons: all, plan }) =>
    all.some((reason) => /Invalid principal in policy/i.test(reason) && reason.includes(`"${plan.applicationUserArn}"`))
      ? planFacts(plan)
      : null,
})

/** Why there is no role. */
export const creationRules: readonly PastedRule[] = [
  inOtherStackRule,
  selfPrincipal,
  vendorUserMissing,
  ...policyErrorRules,
  ...policyElementErrorRules,
  otherRolePolicyRule,
  malformedPrincipal,
  ...attachmentErrorRules,
  rejectedPrincipal,
  ...reasons.map(ofReason),
  ...creationDenialRules,
  ...laterReasons.map(ofReason),
  otherRoleExistsRule,
  ...templateErrorRules,
  ...rejectedCallRules,
]
