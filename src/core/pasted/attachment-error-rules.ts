import { messages } from '#core/text/messages.ts'
import { type Denial, denialIn, denialMessages } from './denial.ts'
import { intendedPolicy } from './known-managed-policies.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, familyRule, type PastedRule, type PlanFacts, pages, planFacts, worded } from './pasted-rule.ts'
import { withQuote } from './quoted-reason.ts'

type UnknownFacts = PlanFacts & {
  readonly policyArn: string
  readonly isRequested: boolean
  /** The ARN that was probably meant; empty where none is known. */
  readonly intended: string
}

type DeniedFacts = PlanFacts & { readonly denial: Denial }

const denied = ({ denial }: DeniedFacts): string =>
  `because AWS denied ${denial.action} to ${denialMessages.in('en').caller(denial)}.${denialMessages.in('en').reason(denial)}`

/** AWS CLI commands and Terraform create the role first, so the texts don't say that there is none. */
const rolledBack = 'A stack is rolled back. With any other method, the role exists by now, without these policies.'
const withoutInline = 'A stack is rolled back. With any other method, the role exists by now, without this policy.'

export const isOfAws = (policyArn: string): boolean => policyArn.includes(':iam::aws:')

export const attachmentErrorMessages = messages('attachment-error-rules', {
  'attachment-policy-unknown': {
    title: 'The managed policy doesn’t exist',
    sentence: ({ policyArn, partition, intended }: UnknownFacts) => {
      if (intended !== '') return `AWS has no managed policy ${policyArn}. A similar one is ${intended}.`
      return isOfAws(policyArn)
        ? `There is no managed policy ${policyArn} in partition ${partition}, or it can’t be attached to a role.`
        : `There is no managed policy ${policyArn}, or it can’t be attached to this role.`
    },
    detail: ({ vendor, isRequested, policyArn }: UnknownFacts) => {
      if (isRequested)
        return `${vendor} requests this policy, so only ${vendor} can correct it. You haven’t done anything wrong. ${rolledBack}`
      const unrequested = `${vendor} doesn’t request this policy for this connection.`
      return isOfAws(policyArn)
        ? `${unrequested} Its name may be misspelled (names are case-sensitive), its path, such as service-role/, may be missing or wrong, or AWS has withdrawn it. Correct the template or the command that attaches it.`
        : `${unrequested} A policy of your own must exist before it’s attached, in the account of the role, and with the same name and path.`
    },
  },
  'attachment-policy-of-service': {
    title: 'The managed policy is reserved for AWS services',
    sentence: 'A managed policy wasn’t attached because it’s reserved for roles of AWS services (service-linked roles).',
    detail: ({ vendor }: PlanFacts) =>
      `It can’t be attached to any other role. Use the policy that ${vendor} requests instead, or write the actions into a policy of your own. ${rolledBack}`,
  },
  'attachment-quota': {
    title: 'The role has reached its quota of managed policies',
    sentence: 'A managed policy wasn’t attached because the role has reached its quota of managed policies.',
    detail: `Detach policies that the role doesn’t need, or request an increase of the quota "Managed policies per role" from AWS. ${rolledBack}`,
  },
  'attachment-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks attaching policies',
    sentence: 'A managed policy wasn’t attached because a service control policy (SCP) in your AWS organization blocks it.',
    detail: `Only an organization admin can change it. ${rolledBack}`,
  },
  'attachment-not-authorized': {
    title: 'A call that attaches a policy was denied',
    sentence: (facts: DeniedFacts) => `A managed policy wasn’t attached ${denied(facts)}`,
    detail: ({ denial }: DeniedFacts) =>
      `${denialMessages.in('en').advice(denial, 'Some companies grant iam:AttachRolePolicy only for roles with a permissions boundary or path, or for some policies.')} ${rolledBack}`,
  },
  'inline-policy-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks inline policies',
    sentence: 'The inline policy wasn’t added to the role because a service control policy (SCP) in your AWS organization blocks it.',
    detail: `Only an organization admin can change it. ${withoutInline}`,
  },
  'inline-policy-not-authorized': {
    title: 'A call that adds an inline policy was denied',
    sentence: (facts: DeniedFacts) => `The inline policy wasn’t added to the role ${denied(facts)}`,
    detail: ({ denial }: DeniedFacts) =>
      `${denialMessages.in('en').advice(denial, 'Some companies grant iam:PutRolePolicy only for roles with a permissions boundary or path.')} ${withoutInline}`,
  },
})

const withReason = (found: Found, reason: string): Found => ({
  sentence: found.sentence,
  detail: withQuote(found.detail, reason),
})

const absentPolicy = /Policy (arn:[\w-]+:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]*[\w+=@-]) does not exist or is not attachable/i

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html#API_AttachRolePolicy_Errors */
const unknownPolicy: PastedRule = {
  id: 'attachment-policy-unknown',
  suppresses: ['role-absent'],
  part: 'stack',
  source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html',
  title: (language) => attachmentErrorMessages.in(language)['attachment-policy-unknown'].title,
  found: ({ reasons, plan }) => {
    const reason = reasons.find((candidate) => absentPolicy.test(candidate))
    const policyArn = absentPolicy.exec(reason ?? '')?.[1]
    if (reason === undefined || policyArn === undefined) return null
    const facts = {
      ...planFacts(plan),
      policyArn,
      isRequested: plan.managedPolicyArns.includes(policyArn),
      intended: intendedPolicy(policyArn) ?? '',
    }
    const found = withReason(worded(attachmentErrorMessages.in, 'attachment-policy-unknown', facts), reason)
    return facts.isRequested ? { ...found, part: 'vendor' } : found
  },
}

type Reason = Pick<PastedRule, 'suppressedBy' | 'source'> & {
  readonly id: Exclude<keyof ReturnType<typeof attachmentErrorMessages.in>, 'attachment-policy-unknown'>
  readonly pattern: RegExp
}

const reasonFor = ({ reasons, plan }: PastedRole, pattern: RegExp): string | undefined =>
  reasons.find((reason) => pattern.test(reason) && !isAboutOtherRole(reason, plan))

function ofReason({ pattern, ...rule }: Reason): PastedRule {
  const plain = familyRule(attachmentErrorMessages.in, {
    ...rule,
    part: 'stack',
    facts: (pastedRole) => {
      const reason = reasonFor(pastedRole, pattern)
      return reason === undefined ? null : { ...planFacts(pastedRole.plan), denial: denialIn(reason, pastedRole.plan) }
    },
  })
  return {
    ...plain,
    found: (pastedRole) => {
      const [found, reason] = [plain.found(pastedRole), reasonFor(pastedRole, pattern)]
      return found === null || reason === undefined ? null : withReason(found, reason)
    },
  }
}

const reasonForms: readonly Reason[] = [
  {
    id: 'attachment-policy-of-service',
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html',
    pattern: /PolicyNotAttachable|Cannot attach a Service Role Policy/i,
  },
  { id: 'attachment-quota', source: pages.quotas, pattern: /PoliciesPerRole/ },
  {
    id: 'attachment-forbidden-by-organization',
    source: pages.serviceControlPolicies,
    pattern: /iam:AttachRolePolicy[\s\S]*service control policy/i,
  },
  {
    id: 'attachment-not-authorized',
    suppressedBy: ['attachment-forbidden-by-organization'],
    source: pages.accessDenied,
    pattern: /not authorized to perform: iam:AttachRolePolicy/i,
  },
  {
    id: 'inline-policy-forbidden-by-organization',
    source: pages.serviceControlPolicies,
    pattern: /iam:PutRolePolicy[\s\S]*service control policy/i,
  },
  {
    id: 'inline-policy-not-authorized',
    suppressedBy: ['inline-policy-forbidden-by-organization'],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    pattern: /not authorized to perform: iam:PutRolePolicy/i,
  },
]

/** Why a policy wasn't added to the role, which AWS CLI commands and Terraform have created before. */
export const attachmentErrorRules: readonly PastedRule[] = [unknownPolicy, ...reasonForms.map(ofReason)]
