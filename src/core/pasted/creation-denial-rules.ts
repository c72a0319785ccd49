import { messages } from '#core/text/messages.ts'
import { type Denial, denialIn, denialMessages } from './denial.ts'
import { isAboutOtherRole, otherDeniedRole } from './named-role.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'
import { type ShownLimits, shownLimits } from './shown-limits.ts'
import { isToldOfTemplate } from './template-error-rules.ts'

export type DenialFacts = PlanFacts & {
  readonly denial: Denial
  readonly message: string
  /** Empty where the call is about the planned role, or about no role. */
  readonly otherRole: string
  readonly limits: ShownLimits | null
}

/** AWS names the boundary of the caller. */
export const isOfBoundary = ({ cause }: Denial): boolean => cause === 'boundary' || cause === 'boundary-deny'

export const isExplicit = ({ cause }: Denial): boolean => cause === 'organization' || /(?:^|-)deny$/.test(cause)

const denied = ({ denial, otherRole }: DenialFacts): string =>
  `The role ${otherRole === '' ? '' : `${otherRole} `}wasn’t created because AWS denied ${denial.action} to ${denialMessages.in('en').caller(denial)}.${denialMessages.in('en').reason(denial)}`

function withMessage(advice: string, { denial: { otherAccount }, account, message }: DenialFacts): string {
  const elsewhere = otherAccount === '' ? [] : [denialMessages.in('en').elsewhere(otherAccount, account)]
  return [advice, ...elsewhere, `AWS said: ${message}`].join(' ')
}

/** The calls that the policy in the text allows instead, with a space after them. */
function limited({ denial, limits }: DenialFacts): string {
  if (limits === null) return ''
  const { resources, keys } = limits
  const only = [
    ...(resources.length === 0 ? [] : [`on ${resources.join(', ')}`]),
    ...(keys.length === 0 ? [] : [`with its condition on ${keys.join(', ')}`]),
  ]
  const todo =
    resources.length === 0
      ? 'Check whether the call meets it.'
      : `Add ${denial.resource} there${keys.length === 0 ? '' : ', and check whether the call meets the condition'}.`
  return `The policy in the text allows ${denial.action} only ${only.join(', and only ')}. ${todo} `
}

const ofModule = ({ otherRole, vendor }: DenialFacts): string =>
  otherRole === ''
    ? ''
    : ` If other roles of the same template or module were created, it probably doesn’t give this one the boundary that they have. Then its author needs to pass it on, which may be ${vendor}.`

export const creationDenialMessages = messages('creation-denial', {
  'creation-boundary-required': {
    title: 'Your company requires a permissions boundary',
    sentence: (facts: DenialFacts) =>
      isOfBoundary(facts.denial)
        ? denied(facts)
        : 'The role wasn’t created because your company requires a permissions boundary, or your own boundary doesn’t allow it.',
    detail: (facts: DenialFacts) =>
      withMessage(
        isOfBoundary(facts.denial)
          ? 'This is the boundary of the caller, not that of the new role. Many companies allow only new roles that have a certain boundary themselves. Ask your AWS admin for its ARN, or to create the role.' +
              ofModule(facts)
          : 'Ask your AWS admin to create the role, or for the ARN of the boundary that new roles must have.',
        facts,
      ),
  },
  'creation-boundary-told': {
    title: 'The text says that new roles need a permissions boundary',
    sentence: ({ denial }: DenialFacts) =>
      `AWS denied ${denial.action} to ${denialMessages.in('en').caller(denial)}. The text gives the probable reason: there, new roles need a permissions boundary.`,
    detail: (facts: DenialFacts) =>
      withMessage(
        'Set the boundary on the role: PermissionsBoundary in a template, --permissions-boundary in the AWS CLI, permissions_boundary in Terraform. Your AWS admins know its ARN, or can create the role.' +
          (isExplicit(facts.denial) ? ' An additional permission doesn’t override the Deny.' : ''),
        facts,
      ),
  },
  'creation-boundary-stated': {
    title: 'The text says that new roles need a permissions boundary',
    sentence: 'The text says that new roles need a permissions boundary. Without it, AWS denies iam:CreateRole.',
    detail: (_: PlanFacts) =>
      'Set the boundary on the role: PermissionsBoundary in a template, --permissions-boundary in the AWS CLI, permissions_boundary in Terraform. Your AWS admins know its ARN, or can create the role. If it has the boundary and still fails, paste the error of AWS or the events of the stack.',
  },
  'creation-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks role creation',
    sentence: 'The role wasn’t created because a service control policy (SCP) in your AWS organization blocks it.',
    detail: (facts: DenialFacts) =>
      withMessage('Only an organization admin can change it. Ask whether new roles need a path, a tag, or a boundary.', facts),
  },
  'creation-not-authorized': {
    title: 'A call that creates the role was denied',
    sentence: denied,
    detail: (facts: DenialFacts) =>
      withMessage(
        denialMessages
          .in('en')
          .advice(
            facts.denial,
            'Creating the role requires iam:CreateRole, iam:PutRolePolicy, and iam:TagRole. Some companies grant them only for roles with a permissions boundary or path.',
          ),
        facts,
      ),
  },
  'creation-stack-not-authorized': {
    title: 'A call that creates the stack was denied',
    sentence: ({ denial }: DenialFacts) =>
      `The stack wasn’t created because AWS denied ${denial.action} to ${denialMessages.in('en').caller(denial)}.${denialMessages.in('en').reason(denial)}`,
    detail: (facts: DenialFacts) =>
      withMessage(
        `${denialMessages.in('en').advice(facts.denial, 'Sign in with a role that can create stacks.')} Some companies allow stacks only in certain Regions. Without stacks, use the AWS CLI commands from this page.`,
        facts,
      ),
  },
  'stack-call-denied': {
    title: 'AWS denied a call that the stack needs',
    sentence: ({ denial }: DenialFacts) =>
      `The stack failed because AWS denied ${denial.action} to ${denialMessages.in('en').caller(denial)}${denial.resource === '' ? '' : ` on ${denial.resource}`}.${denialMessages.in('en').reason(denial)}`,
    detail: (facts: DenialFacts) =>
      withMessage(
        `${limited(facts)}${denialMessages.in('en').advice(facts.denial, `The caller needs ${facts.denial.action} to create, update, or delete the stack.`)}`,
        facts,
      ),
  },
})

const createRole = 'iam:(CreateRole|TagRole)'

type Form = Pick<PastedRule, 'suppressedBy' | 'source'> & {
  readonly id: keyof ReturnType<typeof creationDenialMessages.in>
  readonly pattern: RegExp
}

const forms: readonly Form[] = [
  {
    id: 'creation-boundary-required',
    source: pages.boundaries,
    pattern: new RegExp(
      `${createRole}[^]*permissions? ?boundar(?:y|ies)|permissions? ?boundar(?:y|ies)[^]*${createRole}|iam:PermissionsBoundary`,
      'i',
    ),
  },
  {
    id: 'creation-forbidden-by-organization',
    source: pages.serviceControlPolicies,
    pattern: new RegExp(`${createRole}[^]*service control policy`, 'i'),
  },
  {
    id: 'creation-not-authorized',
    suppressedBy: ['creation-boundary-required', 'creation-forbidden-by-organization'],
    source: pages.accessDenied,
    pattern: new RegExp(`not authorized to perform: ${createRole}|\\bAPI: ${createRole} Access Denied`, 'i'),
  },
]

/** A call for the stack itself, before it creates anything. */
const ofStack = /not authorized to perform: cloudformation:(?:Create|Update|Execute|Validate|GetTemplate)\w/i

const ofRole = /iam:(?:CreateRole|TagRole|PutRolePolicy|AttachRolePolicy)\b/

/** CloudFormation's older form of a denial, which names neither the caller nor the resource. */
const unexplainedCall = /\bAPI: [a-z][\w-]*:[A-Z]\w+ Access Denied\b/i

/** A call that CloudFormation makes for a stack, other than those that have rules of their own. */
function isInStack(reason: string, { events, errors, plan }: PastedRole): boolean {
  const isOfStack =
    /\bAWSCloudFormation is not authorized\b/.test(reason) ||
    events?.firstFailure?.reason === reason ||
    errors.some((error) => error.isOfStack && reason.includes(error.message))
  if (unexplainedCall.test(reason)) return !/API: iam:(?:CreateRole|TagRole)\b/.test(reason)
  if (!isOfStack || !/not authorized to perform: (?!sts:)[\w-]+:\w/i.test(reason)) return false
  return !ofRole.test(reason) || isAboutOtherRole(reason, plan)
}

/** Tags that are added later, to a role that exists. */
const isOfTags = (reason: string, { errors }: PastedRole): boolean =>
  /iam:TagRole/.test(reason) && errors.some(({ operation }) => operation === 'TagRole')

const isOfRole = (reason: string, pastedRole: PastedRole): boolean =>
  !isToldOfTemplate(reason, pastedRole) && !isAboutOtherRole(reason, pastedRole.plan) && !isOfTags(reason, pastedRole)

/** A boundary of the caller decides on every role that a template creates. */
const isOfBoundaryAlone = (reason: string, pastedRole: PastedRole): boolean => {
  const { action, ...denial } = denialIn(reason, pastedRole.plan)
  return action === 'iam:CreateRole' && isOfBoundary({ action, ...denial }) && !isToldOfTemplate(reason, pastedRole)
}

const denialRule = (
  form: Omit<Form, 'pattern'> & Pick<PastedRule, 'suppresses'>,
  is: (reason: string, pastedRole: PastedRole) => boolean,
): PastedRule =>
  familyRule(creationDenialMessages.in, {
    ...form,
    part: 'stack',
    facts: (pastedRole) => {
      const { reasons, plan } = pastedRole
      const reason = reasons.find((candidate) => is(candidate, pastedRole))
      if (reason === undefined) return null
      const denial = denialIn(reason, plan)
      return {
        ...planFacts(plan),
        denial,
        message: asSentence(reason),
        otherRole: otherDeniedRole(reason, plan) ?? '',
        limits: shownLimits(denial, pastedRole.callerPolicies),
      }
    },
  })

/** Without an error of AWS, in a text about a stack. The failure to assume a role has other reasons. */
const boundaryStated = familyRule(creationDenialMessages.in, {
  id: 'creation-boundary-stated',
  part: 'stack',
  source: pages.boundaries,
  suppresses: ['stack-rolled-back', 'vendor-connection-failed'],
  facts: ({ description, errors, events, vendorWords, trust, plan }) => {
    const isFailed = vendorWords?.failure === 'connection' && description?.isOfStack === true
    const isTold = errors.some(({ code }) => code === 'StackToldOf') || (errors.length === 0 && isFailed)
    return description?.isBoundaryRequired === true && isTold && events === null && trust === null ? planFacts(plan) : null
  },
})

/** Names the caller who was denied the creation of the role, and the policy. */
export const creationDenialRules: readonly PastedRule[] = [
  boundaryStated,
  denialRule(
    {
      id: 'creation-boundary-told',
      source: pages.boundaries,
      suppresses: [...forms.map(({ id }) => id), 'stack-call-denied', 'stack-rolled-back', 'terminal-not-authorized'],
    },
    (reason, { description }) => description?.isBoundaryRequired === true && /not authorized to perform: iam:CreateRole\b/i.test(reason),
  ),
  ...forms.map(({ pattern, ...form }) =>
    denialRule({ ...form, suppresses: ['terminal-not-authorized'] }, (reason, pastedRole) => {
      const isBoundary = form.id === 'creation-boundary-required' && isOfBoundaryAlone(reason, pastedRole)
      return pattern.test(reason) && (isBoundary || isOfRole(reason, pastedRole))
    }),
  ),
  denialRule(
    { id: 'creation-stack-not-authorized', source: pages.accessDenied },
    (reason, pastedRole) => ofStack.test(reason) && !isToldOfTemplate(reason, pastedRole),
  ),
  denialRule(
    { id: 'stack-call-denied', source: pages.accessDenied, suppresses: ['stack-rolled-back', 'terminal-not-authorized'] },
    (reason, pastedRole) => isInStack(reason, pastedRole) && !isToldOfTemplate(reason, pastedRole),
  ),
]
