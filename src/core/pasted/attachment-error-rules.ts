import { messages } from '#core/text/messages.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, familyRule, type PastedRule, type PlanFacts, pages, planFacts, worded } from './pasted-rule.ts'
import { quotedReason } from './quoted-reason.ts'

type UnknownFacts = PlanFacts & { readonly policyArn: string; readonly isRequested: boolean }

/** `silent`: nothing allows the call. */
type DenialCause = 'boundary' | 'identity-deny' | 'deny' | 'silent'

type DeniedFacts = { readonly cause: DenialCause }

function causes(cause: DenialCause, what: string): string {
  if (cause === 'boundary') return `your permissions boundary doesn’t let you ${what}`
  if (cause === 'identity-deny') return `a Deny in one of your policies doesn’t let you ${what}`
  return cause === 'deny' ? `a Deny doesn’t let you ${what}. AWS doesn’t say which policy has it` : `you don’t have permission to ${what}`
}

/** AWS CLI commands and Terraform create the role first, so the texts don't say that there is none. */
const rolledBack = 'A stack is rolled back. With any other method, the role exists by now, without these policies.'
const withoutInline = 'A stack is rolled back. With any other method, the role exists by now, without this policy.'

export const attachmentErrorMessages = messages('attachment-error-rules', {
  'attachment-policy-unknown': {
    title: 'The managed policy doesn’t exist',
    sentence: ({ policyArn, partition }: UnknownFacts) =>
      `There is no managed policy ${policyArn} in partition ${partition}, or it can’t be attached to a role.`,
    detail: ({ vendor, isRequested }: UnknownFacts) =>
      isRequested
        ? `${vendor} requests this policy, so only ${vendor} can correct it. You haven’t done anything wrong. ${rolledBack}`
        : `${vendor} doesn’t request this policy for this connection. Check the template or the command that attaches it.`,
  },
  'attachment-quota': {
    title: 'The role has reached its quota of managed policies',
    sentence: ({ roleName }: PlanFacts) =>
      `A managed policy wasn’t attached because ${roleName} has reached its quota of managed policies.`,
    detail: `Detach policies that the role doesn’t need, or request an increase of the quota "Managed policies per role" from AWS. ${rolledBack}`,
  },
  'attachment-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks attaching policies',
    sentence: 'A managed policy wasn’t attached because a service control policy (SCP) in your AWS organization blocks it.',
    detail: `Only an organization admin can change it. ${rolledBack}`,
  },
  'attachment-not-authorized': {
    title: 'You don’t have permission to attach policies to roles',
    sentence: ({ cause }: DeniedFacts) => `A managed policy wasn’t attached because ${causes(cause, 'attach policies to roles')}.`,
    detail: ({ cause }: DeniedFacts) =>
      cause === 'silent'
        ? `You need iam:AttachRolePolicy. Some companies grant it only for roles with a permissions boundary or path, or for some policies. ${rolledBack}`
        : `Ask your AWS admin to attach it. ${rolledBack}`,
  },
  'inline-policy-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks inline policies',
    sentence: 'The inline policy wasn’t added to the role because a service control policy (SCP) in your AWS organization blocks it.',
    detail: `Only an organization admin can change it. ${withoutInline}`,
  },
  'inline-policy-not-authorized': {
    title: 'You don’t have permission to add inline policies to roles',
    sentence: ({ cause }: DeniedFacts) =>
      `The inline policy wasn’t added to the role because ${causes(cause, 'add inline policies to roles')}.`,
    detail: ({ cause }: DeniedFacts) =>
      cause === 'silent'
        ? `You need iam:PutRolePolicy. Some companies grant it only for roles with a permissions boundary or path. ${withoutInline}`
        : `Ask your AWS admin to add it. ${withoutInline}`,
  },
})

const withReason = (found: Found, reason: string): Found => ({
  sentence: found.sentence,
  detail: (language) => `${found.detail(language)} ${quotedReason(reason)(language)}`,
})

const absentPolicy = /Policy (arn:[\w-]+:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]*[\w+=@-]) does not exist or is not attachable/i

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html#API_AttachRolePolicy_Errors */
const unknownPolicy: PastedRule = {
  id: 'attachment-policy-unknown',
  suppresses: ['role-absent'],
  part: 'vendor',
  source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html',
  title: (language) => attachmentErrorMessages.in(language)['attachment-policy-unknown'].title,
  found: ({ reasons, plan }) => {
    const reason = reasons.find((candidate) => absentPolicy.test(candidate))
    const policyArn = absentPolicy.exec(reason ?? '')?.[1]
    if (reason === undefined || policyArn === undefined) return null
    const facts = { ...planFacts(plan), policyArn, isRequested: plan.managedPolicyArns.includes(policyArn) }
    return withReason(worded(attachmentErrorMessages.in, 'attachment-policy-unknown', facts), reason)
  },
}

type Reason = Pick<PastedRule, 'suppressedBy' | 'source'> & {
  readonly id: Exclude<keyof ReturnType<typeof attachmentErrorMessages.in>, 'attachment-policy-unknown'>
  readonly pattern: RegExp
}

const reasonFor = ({ reasons, plan }: PastedRole, pattern: RegExp): string | undefined =>
  reasons.find((reason) => pattern.test(reason) && !isAboutOtherRole(reason, plan))

function causeOf(reason: string): DenialCause {
  if (/permissions boundary/i.test(reason)) return 'boundary'
  if (/explicit deny in an? identity-based policy/i.test(reason)) return 'identity-deny'
  return /explicit deny/i.test(reason) ? 'deny' : 'silent'
}

function ofReason({ pattern, ...rule }: Reason): PastedRule {
  const plain = familyRule(attachmentErrorMessages.in, {
    ...rule,
    part: 'stack',
    facts: (pastedRole) => {
      const reason = reasonFor(pastedRole, pattern)
      return reason === undefined ? null : { ...planFacts(pastedRole.plan), cause: causeOf(reason) }
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
