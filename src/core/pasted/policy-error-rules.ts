import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts, worded } from './pasted-rule.ts'
import { policyValueRules } from './policy-value-rules.ts'
import { principalDigits } from './principal-digits-rule.ts'
import { withQuote } from './quoted-reason.ts'

type Quoted = { readonly quoted: string }

export type PartitionFacts = PlanFacts & Quoted & { readonly written: string; readonly isPartition: boolean; readonly isOutput: boolean }

function partitionDetail({ written, partition, account, isPartition, isOutput }: PartitionFacts): string {
  if (isOutput)
    return 'Pulumi’s text for an Output is in the ARN instead of its value. Use pulumi.interpolate or apply to build the ARN. The trust policy isn’t the cause, because it has no resources.'
  if (!isPartition)
    return `Something was inserted into the ARN in the wrong place. The trust policy isn’t the cause, because it has no resources. ARNs begin with arn:${partition}:.`
  return written === partition
    ? `This connection is for account ${account} in the partition ${partition}. You may be signed in to an account in another partition, such as AWS GovCloud (US) or China.`
    : `This connection is for account ${account}, whose ARNs begin with arn:${partition}:.`
}

/** `isStar`: AWS names the principal. */
type StarFacts = PlanFacts & { readonly isStar: boolean }

export const policyErrorMessages = messages('policy-error-rules', {
  'policy-file-prefix': {
    title: 'The command lacks file://',
    sentence: ({ quoted }: Quoted) => `The command sends the text ${quoted} as the policy, because file:// is missing before it.`,
    detail: ({ quoted }: Quoted) => `Write file://${quoted}. Without file://, the AWS CLI sends the name of the file, which isn’t JSON.`,
  },
  'policy-python-object': {
    title: 'The policy was sent as a Python object',
    sentence: 'The policy isn’t JSON. It’s the text of a Python object, with u and single quotes around its names.',
    detail:
      'Convert the object to JSON before it’s sent: json.dumps in Python, or the filter to_json in Ansible. This error says nothing about the permissions in the policy.',
  },
  'policy-file-missing': {
    title: 'The policy file can’t be found',
    sentence: 'The AWS CLI can’t find the policy file, so it sent nothing to AWS.',
    detail: 'Run the command in the folder that contains the file, or write its full path after file://.',
  },
  'policy-permissions-as-trust': {
    title: 'A permissions policy was given as the trust policy',
    sentence:
      'IAM rejected the trust policy because it has a Resource. This looks like a permissions policy in the place of the trust policy.',
    detail: ({ roleName }: PlanFacts) =>
      `A trust policy says who can assume ${roleName}, with Principal. A permissions policy says what the role can do, with Resource.`,
  },
  'policy-trust-as-permissions': {
    title: 'A trust policy was given as a permissions policy',
    sentence: 'IAM rejected a permissions policy because it has a Principal. This looks like the trust policy in the wrong place.',
    detail: ({ roleName }: PlanFacts) =>
      `The trust policy belongs to the role itself: IAM, Roles, ${roleName}, tab "Trust relationships". In commands, it’s --assume-role-policy-document.`,
  },
  'policy-other-actions': {
    title: 'The trust policy has actions that aren’t of STS',
    sentence: 'IAM rejected the trust policy because it has actions other than those that assume a role.',
    detail: 'A trust policy can allow only STS actions. What the role can do belongs in its permissions policy.',
  },
  'policy-no-principal': {
    title: 'A statement of the trust policy has no principal',
    sentence: 'IAM rejected the trust policy because a statement has no Principal.',
    detail: ({ vendor, vendorAccount, trustedUser }: PlanFacts) =>
      `Every statement of a trust policy names who is trusted. Here, that’s ${vendor}’s ${trustedUser === null ? `account ${vendorAccount}` : `IAM user ${trustedUser}`}. If the policy has a Resource, it’s a permissions policy in the wrong place.`,
  },
  'policy-no-resource': {
    title: 'A statement of the permissions policy has no resource',
    sentence: 'IAM rejected a permissions policy because a statement has no Resource.',
    detail: 'Every statement of a permissions policy has a Resource. Only trust policies have none.',
  },
  'policy-star-principal': {
    title: 'The principal is a bare *',
    sentence: ({ isStar }: StarFacts) =>
      isStar
        ? 'IAM rejected the trust policy because its principal is "*", which a role’s trust policy can’t have as Principal.'
        : 'IAM rejected the trust policy because its principal isn’t in a form that trust policies allow.',
    detail: ({ partition, vendorAccountId, trustedUser }: StarFacts) =>
      `It must be { "AWS": "${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}" }.`,
  },
  'policy-other-principal': {
    title: 'A service or identity provider in the policy isn’t valid',
    sentence: ({ quoted }: Quoted) =>
      quoted === ''
        ? 'IAM rejected the trust policy because a Federated principal in it is neither a domain name nor the ARN of an identity provider.'
        : `IAM rejected the policy because the principal ${quoted} isn’t valid.`,
    detail: ({ vendor, quoted }: PlanFacts & Quoted) =>
      quoted === ''
        ? `Often its variable has no value. For this connection, the principal is ${vendor}’s under "AWS", not under "Federated".`
        : `The name of a service ends in .amazonaws.com, and an identity provider must exist in the account. This connection has no principal of that kind. It trusts only ${vendor}.`,
  },
  'policy-partition': {
    title: 'The policy has ARNs of another partition',
    sentence: ({ quoted, written, isPartition }: PartitionFacts) =>
      isPartition
        ? `IAM rejected the policy, because the partition ${written} in ${quoted} isn’t that of the account.`
        : `IAM rejected the policy, because a resource in it isn’t an ARN. "${written}" is where the partition belongs.`,
    detail: partitionDetail,
  },
  'policy-legacy-parsing': {
    title: 'IAM can’t parse a value of the policy',
    sentence: 'IAM can’t parse a value of the policy and doesn’t name it. Often, an ARN in it is empty or incomplete.',
    detail:
      'Check three things: no variable or parameter in a Resource is empty, so that each is * or a complete ARN, each action is written like s3:GetObject, and each Effect is exactly Allow or Deny.',
  },
  'policy-leading-space': {
    title: 'The policy starts with spaces',
    sentence: 'The policy was rejected because it starts with spaces.',
    detail: 'In Terraform, use jsonencode, or write <<-EOF instead of <<EOF, which removes the indentation.',
  },
  'policy-not-json': {
    title: 'The policy isn’t valid JSON',
    sentence: 'The policy was rejected because it isn’t valid JSON.',
    detail: ({ isShownValid }: { readonly isShownValid: boolean }) =>
      isShownValid
        ? 'The policy in this text has no such fault, so the tool sends something else. Convert the policy to JSON before it’s sent, for example with jsonencode in Terraform or the filter to_json in Ansible. In the AWS CLI, write file:// before the name of a file.'
        : 'Common causes are an extra comma, a missing quote, a file name without file://, and a policy that was cut off. Paste the policy itself to see where it breaks.',
  },
})

type Said = Omit<PastedRule, 'id' | 'part' | 'title' | 'found'> & {
  readonly id: Exclude<
    keyof ReturnType<typeof policyErrorMessages.in>,
    'policy-file-prefix' | 'policy-python-object' | 'policy-partition' | 'policy-other-principal'
  >
  readonly part?: PastedRule['part']
  readonly pattern: RegExp
}

/** The messages with which IAM, Terraform and the AWS CLI reject a policy. */
const rejections: readonly Said[] = [
  {
    id: 'policy-file-missing',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html',
    pattern: /Unable to load paramfile(?![^\n]*decode)|policy-document[^\n]*No such file or directory/,
  },
  {
    id: 'policy-permissions-as-trust',
    source: pages.createRole,
    pattern: /Has prohibited field (?:Not)?Resource|You cannot specify a resource/i,
  },
  {
    id: 'policy-trust-as-permissions',
    part: 'permissions-policy',
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    pattern:
      /should not specify a principal|does not support the Principal element|Has prohibited field (?:Not)?Principal|You cannot specify a principal/i,
  },
  { id: 'policy-other-actions', source: pages.createRole, pattern: /may only specify STS AssumeRole actions/i },
  {
    id: 'policy-no-principal',
    source: pages.principal,
    pattern:
      /Missing required field Principal|Missing Principal: Add a Principal|a statement with no principals|must (?:contain|have|specify) (?:an? )?(?:valid )?principals?|must specify at least one (?:IAM principal|'principal')/i,
  },
  {
    id: 'policy-no-resource',
    part: 'permissions-policy',
    source: pages.resource,
    pattern: /must contain resources|must specify at least one '?resource/i,
  },
  { id: 'policy-star-principal', source: pages.principal, pattern: /contained an invalid principal/i },
  { id: 'policy-legacy-parsing', source: pages.resource, pattern: /failed legacy parsing/i },
  { id: 'policy-leading-space', source: pages.createRole, pattern: /leading space/i },
  {
    id: 'policy-not-json',
    source: pages.createRole,
    pattern:
      /(?<!parameter '--(?!(?:assume-role-)?policy-document')[\w-]{1,40}': )(?:invalid JSON|not valid JSON)|following JSON error|JSON Syntax Error|invalid character .* looking for/i,
  },
]

const ofRejection = ({ pattern, part = 'trust-policy', ...rule }: Said): PastedRule => ({
  ...rule,
  part,
  suppressedBy: ['policy-file-prefix', 'policy-python-object'],
  title: (language) => policyErrorMessages.in(language)[rule.id].title,
  found: ({ reasons, plan, trust, rejection }) => {
    const reason = reasons.find((candidate) => pattern.test(candidate))
    if (reason === undefined) return null
    const isShownValid = trust !== null && rejection === null
    const isStar = /"STAR" *: *"\*"/.test(reason)
    const { sentence, detail } = worded(policyErrorMessages.in, rule.id, { ...planFacts(plan), isShownValid, isStar })
    return { sentence, detail: withQuote(detail, reason) }
  },
})

const filePrefix = familyRule(policyErrorMessages.in, {
  id: 'policy-file-prefix',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html',
  facts: ({ command }) => (command?.fault === 'file-name' ? { quoted: command.argument } : null),
})

const pythonObject = familyRule(policyErrorMessages.in, {
  id: 'policy-python-object',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  facts: ({ command }) => (command?.fault === 'python-object' ? {} : null),
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
const otherPrincipal = familyRule(policyErrorMessages.in, {
  id: 'policy-other-principal',
  part: 'trust-policy',
  source: pages.principal,
  facts: ({ reasons, plan }) => {
    const found = reasons.map(
      (reason) => /Invalid principal in policy:? *"(?:SERVICE|FEDERATED|CANONICALUSER)" *: *"([^"]{1,200})"/i.exec(reason)?.[1],
    )
    const isFederated = reasons.some((reason) => /Federated principals? must be\b/i.test(reason))
    const quoted = found.find((match) => match !== undefined) ?? (isFederated ? '' : undefined)
    return quoted === undefined ? null : { ...planFacts(plan), quoted }
  },
})

/** A typo is no other partition, but is rejected in the same words. */
const policyPartition = familyRule(policyErrorMessages.in, {
  id: 'policy-partition',
  part: 'stack',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  facts: ({ reasons, plan }) => {
    const found = reasons.map((reason) => /Partition "([^"]{0,40})" is not valid for resource "([^"]{0,400})/.exec(reason))
    const [, written, quoted] = found.find((match) => match !== null) ?? []
    if (written === undefined || quoted === undefined) return null
    const isOutput = /\bo\.apply\b|toString on an? \[?Output/i.test(quoted)
    return { ...planFacts(plan), written, quoted: quoted.replace(/\s+/g, ''), isPartition: /^aws[\w-]*$/i.test(written), isOutput }
  },
})

/** Why IAM, or a tool before it, rejected a policy that is not in the text. */
export const policyErrorRules: readonly PastedRule[] = [
  filePrefix,
  pythonObject,
  principalDigits,
  policyPartition,
  otherPrincipal,
  ...policyValueRules,
  ...rejections.map(ofRejection),
]
