import { messages } from '#core/text/messages.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { quotedReason } from './quoted-reason.ts'

export const templateErrorMessages = messages('template-error-rules', {
  'creation-template-invalid': {
    title: 'CloudFormation reports an error in the template',
    sentence: 'CloudFormation reports an error in the template, so it created nothing.',
    detail: 'The template was changed, or something that it needs is missing. Use the template from this page.',
  },
  'creation-stack-set-organization': {
    title: 'The account can’t create stack sets for the organization',
    sentence: 'The stack set wasn’t created, because only some accounts can create stack sets with service-managed permissions.',
    detail:
      'Sign in to the management account or a delegated administrator account of your organization, and activate trusted access with AWS Organizations in CloudFormation.',
  },
  'creation-tags-skipped': {
    title: 'CloudFormation couldn’t add the tags',
    sentence: 'CloudFormation couldn’t add the tags because a permission is missing. This alone doesn’t stop the stack.',
    detail:
      'If a later event of the same resource says CREATE_FAILED, that event has the reason. Otherwise, the resource was created without its tags. To add tags to roles, you need iam:TagRole.',
  },
  'creation-stack-set-denied': {
    title: 'The execution role of the stack set was denied',
    sentence: 'AWS denied a call of the stack set’s execution role, so the stack set failed in this account.',
    detail:
      'The execution role isn’t you. In a new account, it may need some minutes. If it fails again, a service control policy (SCP) or the policies of that role block the call.',
  },
  'custom-resource-failed': {
    title: 'A custom resource of the stack failed',
    sentence: 'A custom resource of the stack failed. The templates of this page have none.',
    detail:
      'The message comes from the program behind it, not from IAM. Its log in CloudWatch gives the reason. If the same stack creates the role, the role was rolled back too.',
  },
})

/** CloudFormation goes on without the tags. */
export const tagsSkipped = /permissions error applying tags|Did not have IAM permissions to process tags/i

/** The roles that stack sets create the stacks with. */
export const stackSetDenied =
  /:assumed-role\/(?:stacksets-exec-\w+|AWSCloudFormationStackSetExecutionRole)\/\S* is not authorized to perform/

type Said = Pick<PastedRule, 'source'> & { readonly id: keyof ReturnType<typeof templateErrorMessages.in>; readonly pattern: RegExp }

const errors: readonly Said[] = [
  { id: 'creation-template-invalid', source: pages.stackTroubles, pattern: /Template format error:/ },
  {
    id: 'creation-stack-set-organization',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-enable-trusted-access.html',
    pattern:
      /You must be the (?:master|management)(?: account)? or delegated admin|must enable organizations access to operate|Account used is not a delegated administrator/i,
  },
  {
    id: 'creation-tags-skipped',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html',
    pattern: tagsSkipped,
  },
  {
    id: 'creation-stack-set-denied',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs.html',
    pattern: stackSetDenied,
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
      sentence: (language) => templateErrorMessages.in(language)[id].sentence,
      detail: (language) => `${templateErrorMessages.in(language)[id].detail} ${quotedReason(reason)(language)}`,
    }
  },
})

/** Errors of CloudFormation before it creates anything. */
export const templateErrorRules: readonly PastedRule[] = errors.map(ofError)
