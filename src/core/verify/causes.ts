import { messages } from '#core/text/messages.ts'
import type { ExplanationFacts } from './explanation.ts'

const trustTab = ({ roleName }: ExplanationFacts) => `IAM, Roles, ${roleName}, Trust relationships`
const vendorFixes = ({ vendor }: ExplanationFacts) => `${vendor} needs to fix this.`
const retried = () => 'We’ll retry automatically.'

/** Possible causes of a diagnosis: a title, and how to see whether it applies and what to do then. */
const english = {
  propagation: { title: 'AWS is still applying the change', check: () => 'This usually takes seconds, at most 2 minutes.' },
  'stack-not-finished': {
    title: 'The stack is still being created, or rolled back',
    check: () => 'The stack must show CREATE_COMPLETE. If it rolled back, open Events for the reason.',
  },
  'other-account-signed-in': {
    title: 'The role was created in a different account',
    check: ({ account }: ExplanationFacts) => `Check that you’re in account ${account}.`,
  },
  'role-name-changed': {
    title: 'The role has a different name or path',
    check: ({ roleArn }: ExplanationFacts) => `The role’s ARN must be exactly ${roleArn} (case-sensitive).`,
  },
  'external-id-differs': {
    title: 'The role expects a different external ID',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: sts:ExternalId must be exactly ${facts.externalId}, with no spaces.`,
  },
  'other-principal-trusted': {
    title: 'The role trusts a different account or a deleted principal',
    check: (facts: ExplanationFacts) =>
      `${trustTab(facts)}: trust account ${facts.vendorAccount}. A principal that starts with AROA or AIDA has been deleted.`,
  },
  'extra-condition': {
    title: 'The trust policy has an additional condition',
    check: (facts: ExplanationFacts) =>
      `${trustTab(facts)}: remove conditions that aren’t in the policy shown here, such as MFA, an IP address or an organization.`,
  },
  'resource-control-policy': {
    title: 'A resource control policy (RCP) of your organization blocks it',
    check: ({ vendorAccount }: ExplanationFacts) =>
      `Ask your AWS Organizations admin to exclude account ${vendorAccount} with an aws:PrincipalAccount condition.`,
  },
  'account-closed': {
    title: 'The account is closed or suspended',
    check: ({ account }: ExplanationFacts) => `Check that you can sign in to account ${account}.`,
  },
  'no-condition': {
    title: 'The trust policy doesn’t check the external ID',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: add StringEquals with sts:ExternalId.`,
  },
  'second-statement-without-condition': {
    title: 'A second statement allows access without the external ID',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: keep only one statement. Any matching Allow grants access.`,
  },
  'if-exists': {
    title: 'The condition is StringEqualsIfExists',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals. IfExists also matches when no external ID is sent.`,
  },
  'for-all-values': {
    title: 'The condition starts with ForAllValues:',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals. ForAllValues also matches when no external ID is sent.`,
  },
  'wildcard-value': {
    title: 'The condition is StringLike with "*"',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals with the complete external ID.`,
  },
  'null-false': {
    title: 'The condition is Null with "false"',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals. Null with "false" accepts any value.`,
  },
  'null-true': {
    title: 'The condition is Null with "true"',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals. Null with "true" requires that no external ID is sent.`,
  },
  'negated-operator': {
    title: 'The condition is negated, such as StringNotEquals',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals. A negated condition allows every external ID except yours.`,
  },
  'pattern-value': {
    title: 'The condition matches a pattern',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals, and the external ID without "*" or "?".`,
  },
  'ignore-case': {
    title: 'The condition is StringEqualsIgnoreCase',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: use StringEquals, which is case-sensitive.`,
  },
  'several-external-ids': {
    title: 'The condition lists more than one external ID',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: keep only ${facts.externalId}. Every value in the list is accepted.`,
  },
  'any-principal': {
    title: 'The role trusts any AWS account ("*")',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: trust only account ${facts.vendorAccount}.`,
  },
  'extra-principal': {
    title: 'The role trusts an additional account',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: trust only account ${facts.vendorAccount}. Use a separate role per vendor.`,
  },
  'principal-condition-missing': {
    title: 'The condition on aws:PrincipalArn is missing',
    check: (facts: ExplanationFacts) => `${trustTab(facts)}: restore the condition on aws:PrincipalArn from the trust policy shown here.`,
  },
  'deny-statement': {
    title: 'The trust policy has a Deny statement',
    check: (facts: ExplanationFacts) =>
      `${trustTab(facts)}: remove the statement with "Effect": "Deny", or exclude account ${facts.vendorAccount} from it.`,
  },
  'sts-region-off': {
    title: 'STS is deactivated in the Region',
    check: ({ region }: ExplanationFacts) => `IAM, Account settings, Security Token Service (STS): activate ${region}.`,
  },
  'role-deleted': {
    title: 'The role was deleted or renamed',
    check: ({ roleName }: ExplanationFacts) => `Search for ${roleName} in IAM, Roles, and for DeleteRole in CloudTrail.`,
  },
  'trust-policy-edited': {
    title: 'The trust policy was changed',
    check: ({ roleName }: ExplanationFacts) =>
      `Search CloudTrail for UpdateAssumeRolePolicy on ${roleName} to see who changed it and when.`,
  },
  'permissions-policy-edited': {
    title: 'The permissions policy differs from the requested one',
    check: ({ roleName }: ExplanationFacts) => `IAM, Roles, ${roleName}, Permissions: compare it with the policy shown here.`,
  },
  'permissions-boundary': {
    title: 'A permissions boundary excludes the action',
    check: ({ roleName }: ExplanationFacts) => `IAM, Roles, ${roleName}, Permissions boundary: it must also allow the action.`,
  },
  'service-control-policy': {
    title: 'A service control policy (SCP) denies the action',
    check: () => 'Ask your AWS Organizations admin.',
  },
  'resource-policy': {
    title: 'The policy of the resource or of its KMS key denies the action',
    check: ({ roleArn }: ExplanationFacts) => `Look in those policies for a Deny that applies to ${roleArn}.`,
  },
  'bucket-absent': {
    title: 'The bucket doesn’t exist',
    check: () => 'Compare the name in the list of checks with the name in your account.',
  },
  'resource-absent': {
    title: 'The resource doesn’t exist',
    check: ({ region, account }: ExplanationFacts) =>
      `Compare the name in the list of checks with the name in account ${account}, Region ${region}.`,
  },
  'trust-action-missing': {
    title: 'The request needs more than sts:AssumeRole',
    check: ({ vendor }: ExplanationFacts) => `${vendor} must stop sending session tags or a source identity.`,
  },
  throttled: { title: 'AWS throttled the request', check: retried },
  network: { title: 'AWS couldn’t be reached', check: retried },
  'aws-error': { title: 'AWS returned an internal error', check: retried },
  'credentials-expired': {
    title: 'Our credentials have expired or were revoked',
    check: ({ vendor }: ExplanationFacts) => `${vendor} needs to renew them.`,
  },
  clock: {
    title: 'Our server’s clock is wrong',
    check: (facts: ExplanationFacts) => `${vendorFixes(facts)} AWS allows at most 15 minutes of clock skew.`,
  },
  'wrong-partition': {
    title: 'Our credentials belong to a different AWS partition',
    check: (facts: ExplanationFacts) => `${vendorFixes(facts)} ${facts.region} requires credentials of its own partition.`,
  },
  misdeployment: { title: 'The service that runs the check is misconfigured', check: vendorFixes },
  'vendor-policy': {
    title: 'One of our own policies doesn’t allow the request',
    check: (facts: ExplanationFacts) =>
      `${vendorFixes(facts)} Its application must be allowed sts:AssumeRole on arn:*:iam::*:role/${facts.roleName}.`,
  },
  'vendor-config-changed': {
    title: 'The requested permissions have changed',
    check: ({ vendor }: ExplanationFacts) =>
      `${vendor} requires a permission set that you did not choose, or no longer requests one that you did.`,
  },
  'many-checks': { title: 'Many checks are running at once', check: () => 'The next check runs automatically.' },
  'vendor-duration': { title: 'We request a longer session than the role allows', check: vendorFixes },
}

/** Permanent, as the codes of diagnoses are. */
export type CauseCode = keyof typeof english

const isCause = (code: string): code is CauseCode => Object.hasOwn(english, code)

export const causeCodes: readonly CauseCode[] = Object.keys(english).filter(isCause)

export const causeMessages = messages('causes', english)
