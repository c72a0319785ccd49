import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { asSentence, withQuote } from './quoted-reason.ts'

type TagFacts = { readonly reason: string; readonly hasFailed: boolean }

type StackSetFacts = { readonly reason: string; readonly cause: 'organization' | 'deny' | 'unknown' }

const stackSetAdvice: Readonly<Record<StackSetFacts['cause'], string>> = {
  organization: 'A service control policy (SCP) in your AWS organization blocks it, and only an organization admin can change that.',
  deny: 'A Deny blocks it. It applies to the execution role, so its policies, its permissions boundary, or those of the organization have it.',
  unknown:
    'A new account can take a few minutes to be ready. If the stack set fails again, a service control policy (SCP) or the policies of that role block the call.',
}

export const isAccess = (reason: string): boolean => /enable organizations access/i.test(reason)
export const isNotDelegated = (reason: string): boolean => /is not a delegated administrator/i.test(reason)

/** The program behind a custom resource called something that isn't AWS. */
export const isOfApi = (reason: string): boolean =>
  /HTTP Error 40[13]\b|\b40[13] (?:Unauthorized|Forbidden)\b|\bapi[ _-]?key\b/i.test(reason)

export const templateErrorMessages = messages('template-error-rules', {
  'creation-template-invalid': {
    title: 'CloudFormation reports an error in the template',
    sentence: (_reason: string) => 'CloudFormation reports an error in the template, so it created nothing.',
    detail: (_reason: string) => 'The template was changed, or something that it needs is missing. Use the template from this page.',
  },
  'creation-policy-as-template': {
    title: 'The file is a policy, not a template',
    sentence: (_reason: string) => 'The file that was given to CloudFormation is an IAM policy, not a template, so nothing was created.',
    detail: (_reason: string) =>
      'A template has Resources, and a policy has Version and Statement. Use the template from this page, or create the policy in IAM instead.',
  },
  'creation-template-property': {
    title: 'A property in the template isn’t valid',
    sentence: (_reason: string) => 'The stack failed because a property in its template isn’t valid.',
    detail: (_reason: string) =>
      'The role wasn’t created, or CloudFormation removed it again. The author of the template needs to correct it, or use the template from this page.',
  },
  'creation-stack-set-organization': {
    title: 'The account can’t create stack sets for the organization',
    sentence: (reason: string) => {
      if (isAccess(reason))
        return 'The stack set wasn’t created, because trusted access for stack sets isn’t activated in the organization.'
      return isNotDelegated(reason)
        ? 'The stack set wasn’t created, because this account isn’t a delegated administrator for stack sets.'
        : 'The stack set wasn’t created, because the call wasn’t made as the management account or as a delegated administrator.'
    },
    detail: (reason: string) => {
      if (isAccess(reason))
        return 'In the management account, open CloudFormation, StackSets, and activate trusted access with AWS Organizations. Activating it in AWS Organizations alone isn’t enough.'
      return isNotDelegated(reason)
        ? 'Register the account as a delegated administrator in the management account, or create the stack set there.'
        : 'A delegated administrator must say so in each call: --call-as DELEGATED_ADMIN in the AWS CLI, call_as in Terraform. The console does it automatically. In any other account, sign in to the management account.'
    },
  },
  'creation-tags-skipped': {
    title: 'CloudFormation couldn’t add the tags',
    sentence: ({ hasFailed }: TagFacts) =>
      hasFailed
        ? 'The stack failed because CloudFormation doesn’t have permission to add the tags.'
        : 'CloudFormation couldn’t add the tags because a permission is missing. This alone doesn’t stop the stack.',
    detail: ({ hasFailed, reason }: TagFacts) => {
      const permission = 'To add tags to roles, you need iam:TagRole.'
      return hasFailed
        ? `${permission} AWS said: ${reason}`
        : `If a later event of the same resource says CREATE_FAILED, that event has the reason. Otherwise, the resource was created without its tags. ${permission} AWS said: ${reason}`
    },
  },
  'creation-stack-set-denied': {
    title: 'The execution role of the stack set was denied',
    sentence: 'AWS denied a call by the stack set’s execution role, so the stack set failed in this account.',
    detail: ({ cause, reason }: StackSetFacts) => `You didn’t make this call. ${stackSetAdvice[cause]} AWS said: ${reason}`,
  },
  'custom-resource-failed': {
    title: 'A custom resource of the stack failed',
    sentence: (reason: string) =>
      isOfApi(reason)
        ? 'A custom resource of the stack failed, because a web API rejected its credentials. The templates of this page have none.'
        : 'A custom resource of the stack failed. The templates of this page have none.',
    detail: (reason: string) =>
      isOfApi(reason)
        ? 'That isn’t a denial by IAM. Check the API key and the site or Region that were entered as parameters of the stack. If the same stack creates the role, the role was rolled back too.'
        : 'The message comes from the program behind it, not from IAM. Its log in CloudWatch gives the reason. If the same stack creates the role, the role was rolled back too.',
  },
})

/** CloudFormation goes on without the tags. */
const tagsSkipped = /permissions error applying tags|Did not have IAM permissions to process tags/i

/** The roles that stack sets create the stacks with. */
const stackSetCall =
  /:assumed-role\/(?:stacksets-exec-\w+|AWSCloudFormationStackSetExecutionRole)\/\S* is not authorized to perform: (?:iam|cloudformation):/

/** The execution role creates other resources too, which aren't of this connection. */
const isStackSetDenied = (reason: string, plan: RolePlan): boolean => stackSetCall.test(reason) && !isAboutOtherRole(reason, plan)

type Said = Pick<PastedRule, 'source'> & {
  readonly id: Exclude<keyof ReturnType<typeof templateErrorMessages.in>, 'creation-tags-skipped' | 'creation-stack-set-denied'>
  readonly pattern: RegExp
}

const errors: readonly Said[] = [
  {
    id: 'creation-policy-as-template',
    source: pages.stackTroubles,
    pattern: /Invalid template (?:resource )?propert(?:y|ies)[^\n]{0,30}\[[^\]\n]{0,60}\bStatement\b/i,
  },
  {
    id: 'creation-template-property',
    source: pages.stackTroubles,
    pattern: /Value of property \S{1,100} must be |Encountered unsupported property |Property \S{1,100} cannot be empty/,
  },
  {
    id: 'creation-template-invalid',
    source: pages.stackTroubles,
    pattern:
      /Template (?:format |validation )?error:(?! IAM role)|Invalid template (?:property|resource property)(?![^\n]{0,30}\[[^\]\n]{0,60}\bStatement\b)|Unrecognized resource types?:|Properties validation failed for resource|Model validation failed/,
  },
  {
    id: 'creation-stack-set-organization',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-enable-trusted-access.html',
    pattern:
      /You must be the (?:master|management)(?: account)? or delegated admin|must enable organizations access to operate|Account used is not a delegated administrator/i,
  },
  {
    id: 'custom-resource-failed',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
    pattern:
      /response status \[FAILED\] from custom resource|did not receive a response from your Custom Resource|Custom Resource failed to stabilize|Vendor response doesn't contain |See the details in CloudWatch Log Stream/i,
  },
]

const ofError = ({ id, source, pattern }: Said): PastedRule => ({
  id,
  source,
  part: 'stack',
  title: (language) => templateErrorMessages.in(language)[id].title,
  found: ({ reasons }) => {
    const reason = reasons.find((candidate) => pattern.test(candidate))
    if (reason === undefined) return null
    return {
      sentence: (language) => templateErrorMessages.in(language)[id].sentence(reason),
      detail: withQuote((language) => templateErrorMessages.in(language)[id].detail(reason), reason),
    }
  },
})

/** Also true of an event without tags that fails, and not only of one that goes on without them. */
const isTagFailure = (reason: string, { events }: Pick<PastedRole, 'events'>): boolean =>
  tagsSkipped.test(reason) && (reason.startsWith('CREATE_FAILED') || reason === events?.firstFailure?.reason)

const skipped = familyRule(templateErrorMessages.in, {
  id: 'creation-tags-skipped',
  suppressedBy: ['creation-not-authorized', 'creation-forbidden-by-organization', 'creation-boundary-required'],
  part: 'stack',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html',
  facts: (pastedRole) => {
    const reason = pastedRole.reasons.find((candidate) => tagsSkipped.test(candidate))
    return reason === undefined ? null : { reason: asSentence(reason), hasFailed: isTagFailure(reason, pastedRole) }
  },
})

const causeOf = (reason: string): StackSetFacts['cause'] => {
  if (/service control policy/i.test(reason)) return 'organization'
  return /with an explicit deny/i.test(reason) ? 'deny' : 'unknown'
}

const deniedInStackSet = familyRule(templateErrorMessages.in, {
  id: 'creation-stack-set-denied',
  part: 'stack',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs.html',
  facts: ({ reasons, plan }) => {
    const reason = reasons.find((candidate) => isStackSetDenied(candidate, plan))
    return reason === undefined ? null : { reason: asSentence(reason), cause: causeOf(reason) }
  },
})

/** Not the person's own permissions, or no failure. */
export const isToldOfTemplate = (reason: string, pastedRole: PastedRole): boolean =>
  (tagsSkipped.test(reason) && !isTagFailure(reason, pastedRole)) || isStackSetDenied(reason, pastedRole.plan)

/** Errors of CloudFormation before it creates anything. */
export const templateErrorRules: readonly PastedRule[] = [...errors.map(ofError), skipped, deniedInStackSet]
