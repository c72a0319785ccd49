import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, familyRule, type PastedRule, type PlanFacts, pages, planFacts, worded } from './pasted-rule.ts'
import { quotedReason } from './quoted-reason.ts'

type UnknownFacts = PlanFacts & { readonly policyArn: string }

/** AWS CLI commands and Terraform create the role first, so the texts don't say that there is none. */
const rolledBack = 'A stack is rolled back. With any other method, the role exists by now, without these policies.'
const withoutInline = 'A stack is rolled back. With any other method, the role exists by now, without this policy.'

export const attachmentErrorMessages = messages('attachment-error-rules', {
  'attachment-policy-unknown': {
    title: 'AWS doesn’t have the managed policy',
    sentence: ({ policyArn, partition }: UnknownFacts) =>
      `AWS has no managed policy ${policyArn} in partition ${partition}, or it can’t be attached to a role.`,
    detail: ({ vendor }: UnknownFacts) =>
      `${vendor} requests this policy, so only ${vendor} can correct it. You haven’t done anything wrong. ${rolledBack}`,
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
    sentence: 'A managed policy wasn’t attached because you don’t have permission to attach policies to roles.',
    detail: `You need iam:AttachRolePolicy. Some companies grant it only for roles with a permissions boundary or path, or for some policies. ${rolledBack}`,
  },
  'inline-policy-forbidden-by-organization': {
    title: 'A service control policy (SCP) blocks inline policies',
    sentence: 'The inline policy wasn’t added to the role because a service control policy (SCP) in your AWS organization blocks it.',
    detail: `Only an organization admin can change it. ${withoutInline}`,
  },
  'inline-policy-not-authorized': {
    title: 'You don’t have permission to add inline policies to roles',
    sentence: 'The inline policy wasn’t added to the role because you don’t have permission to add inline policies to roles.',
    detail: `You need iam:PutRolePolicy. Some companies grant it only for roles with a permissions boundary or path. ${withoutInline}`,
  },
})

const withReason = (found: Found, reason: string): Found => ({
  sentence: found.sentence,
  detail: (language) => `${found.detail(language)} ${quotedReason(reason)(language)}`,
})

/** The policies of AWS alone: one of the customer's account isn't requested by anyone. */
const absentPolicy = /Policy (arn:[\w-]+:iam::aws:policy\/[\w+=,.@/-]*[\w+=@-]) does not exist or is not attachable/i

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
    return withReason(worded(attachmentErrorMessages.in, 'attachment-policy-unknown', { ...planFacts(plan), policyArn }), reason)
  },
}

type Reason = Pick<PastedRule, 'suppressedBy' | 'source'> & {
  readonly id: Exclude<keyof ReturnType<typeof attachmentErrorMessages.in>, 'attachment-policy-unknown'>
  readonly pattern: RegExp
}

const reasonFor = ({ reasons }: PastedRole, pattern: RegExp): string | undefined => reasons.find((reason) => pattern.test(reason))

function ofReason({ pattern, ...rule }: Reason): PastedRule {
  const plain = familyRule(attachmentErrorMessages.in, {
    ...rule,
    part: 'stack',
    facts: (pastedRole) => (reasonFor(pastedRole, pattern) === undefined ? null : planFacts(pastedRole.plan)),
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
