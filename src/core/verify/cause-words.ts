import type { ExplanationFacts } from './explanation.ts'
import type { Cause } from './verdict.ts'

export type CauseWords = {
  readonly title: string
  /** How to see whether it is this, and what to do then. */
  readonly check: (facts: ExplanationFacts) => string
}

const trustTab = ({ roleName }: ExplanationFacts) => `IAM, Roles, ${roleName}, "Trust relationships"`

/** What may be behind a diagnosis, in one line each. */
export const causeWords: Readonly<Record<Cause, CauseWords>> = {
  propagation: { title: 'The change is still on its way through AWS', check: () => 'Wait: it takes seconds, rarely two minutes.' },
  'stack-not-finished': {
    title: 'The stack is not finished, or was rolled back',
    check: () => 'CloudFormation must show CREATE_COMPLETE. After a rollback, the events of the stack name the reason.',
  },
  'other-account-signed-in': {
    title: 'The role was created in another account',
    check: ({ account }) => `The account at the top right of the console must be ${account}.`,
  },
  'role-name-changed': {
    title: 'The role has another name or path',
    check: ({ roleArn }) => `The ARN of the role must be exactly ${roleArn}, upper and lower case included.`,
  },
  'external-id-differs': {
    title: 'The role expects another external ID',
    check: (facts) => `${trustTab(facts)} must show sts:ExternalId ${facts.externalId}, without a blank before or after it.`,
  },
  'other-principal-trusted': {
    title: 'The role trusts another account, or a principal that was deleted',
    check: (facts) => `${trustTab(facts)} must name account ${facts.vendorAccount}. A principal that begins with AROA or AIDA was deleted.`,
  },
  'extra-condition': {
    title: 'The trust policy has a further condition',
    check: (facts) =>
      `${trustTab(facts)} must have no condition that the policy shown here does not have, such as MFA, an IP address or an organization.`,
  },
  'resource-control-policy': {
    title: 'A resource control policy of your organization forbids it',
    check: ({ vendorAccount }) => `Ask your organization administrator to except account ${vendorAccount} with aws:PrincipalAccount.`,
  },
  'account-closed': {
    title: 'The account is closed or suspended',
    check: ({ account }) => `Check that you can sign in to account ${account}.`,
  },
  'no-condition': {
    title: 'The trust policy has no condition on the external ID',
    check: (facts) => `${trustTab(facts)} must have StringEquals with sts:ExternalId.`,
  },
  'second-statement-without-condition': {
    title: 'A second statement allows the call without the condition',
    check: (facts) => `${trustTab(facts)} must have one statement only. Statements add up.`,
  },
  'if-exists': {
    title: 'The condition is StringEqualsIfExists',
    check: (facts) => `${trustTab(facts)}: write StringEquals. IfExists is true when no external ID is sent.`,
  },
  'for-all-values': {
    title: 'The condition begins with ForAllValues:',
    check: (facts) => `${trustTab(facts)}: write plain StringEquals. ForAllValues is true when no external ID is sent.`,
  },
  'wildcard-value': {
    title: 'The condition is StringLike with "*"',
    check: (facts) => `${trustTab(facts)}: write StringEquals with the whole external ID.`,
  },
  'null-false': {
    title: 'The condition is Null with "false"',
    check: (facts) => `${trustTab(facts)}: write StringEquals. Null with "false" accepts every value.`,
  },
  'null-true': {
    title: 'The condition is Null with "true"',
    check: (facts) => `${trustTab(facts)}: write StringEquals. Null with "true" demands that no external ID is sent.`,
  },
  'negated-operator': {
    title: 'The condition is StringNotEquals or another negated one',
    check: (facts) => `${trustTab(facts)}: write StringEquals. A negated condition in an Allow statement lets everybody else in.`,
  },
  'pattern-value': {
    title: 'The condition compares with a pattern',
    check: (facts) => `${trustTab(facts)}: write StringEquals, and the external ID without "*" or "?".`,
  },
  'ignore-case': {
    title: 'The condition is StringEqualsIgnoreCase',
    check: (facts) => `${trustTab(facts)}: write StringEquals, which regards case.`,
  },
  'several-external-ids': {
    title: 'The condition lists more than one external ID',
    check: (facts) => `${trustTab(facts)}: keep ${facts.externalId} only. A list means that any of its values is accepted.`,
  },
  'any-principal': {
    title: 'The trusted principal is "*", every AWS account',
    check: (facts) => `${trustTab(facts)}: name only account ${facts.vendorAccount}.`,
  },
  'extra-principal': {
    title: 'The trust policy names a further account',
    check: (facts) => `${trustTab(facts)}: name only account ${facts.vendorAccount}. Make one role for each vendor.`,
  },
  'principal-condition-missing': {
    title: 'The condition on aws:PrincipalArn is missing',
    check: (facts) => `${trustTab(facts)}: restore the condition on aws:PrincipalArn from the trust policy shown here.`,
  },
  'deny-statement': {
    title: 'The trust policy has a Deny statement',
    check: (facts) => `${trustTab(facts)}: remove the statement with "Effect": "Deny", or except account ${facts.vendorAccount}.`,
  },
  'sts-region-off': {
    title: 'STS is deactivated in the region',
    check: ({ region }) => `IAM, Account settings, "Security Token Service (STS)": activate ${region}.`,
  },
  'role-deleted': {
    title: 'The role was deleted or renamed',
    check: ({ roleName }) => `Look for ${roleName} in IAM, Roles, and for DeleteRole in CloudTrail.`,
  },
  'trust-policy-edited': {
    title: 'The trust policy was changed',
    check: ({ roleName }) => `CloudTrail shows UpdateAssumeRolePolicy for ${roleName}: who changed it, and when.`,
  },
  'permissions-policy-edited': {
    title: 'The permissions policy differs from the one asked for',
    check: ({ roleName }) => `IAM, Roles, ${roleName}, "Permissions": compare it with the policy shown here.`,
  },
  'permissions-boundary': {
    title: 'A permissions boundary leaves the action out',
    check: ({ roleName }) => `IAM, Roles, ${roleName}, "Permissions boundary": it must allow the action too.`,
  },
  'service-control-policy': {
    title: 'A service control policy forbids the action',
    check: () => 'Ask the administrator of the AWS organization.',
  },
  'resource-policy': {
    title: 'The policy of the bucket or of the KMS key forbids it',
    check: ({ roleArn }) => `Look in the bucket policy and the key policy for a Deny that covers ${roleArn}.`,
  },
  'bucket-absent': {
    title: 'The bucket doesn’t exist',
    check: () => 'Compare the name in the list of checks with the name in your account.',
  },
  'resource-absent': {
    title: 'The resource doesn’t exist',
    check: ({ region, account }) => `Compare the name in the list of checks with the name in account ${account}, Region ${region}.`,
  },
  'trust-action-missing': {
    title: 'The call asks for more than sts:AssumeRole',
    check: ({ vendor }) => `${vendor} must stop sending session tags or a source identity.`,
  },
  throttled: { title: 'AWS was asked too often in a short time', check: () => 'Nothing to do. The next look comes by itself.' },
  network: { title: 'AWS could not be reached', check: () => 'Nothing to do. The next look comes by itself.' },
  'aws-error': { title: 'AWS answered with an error of its own', check: () => 'Nothing to do. The next look comes by itself.' },
  'credentials-expired': { title: 'Our credentials have expired or were revoked', check: ({ vendor }) => `For ${vendor} to renew.` },
  clock: {
    title: 'The clock of our server is wrong',
    check: ({ vendor }) => `For ${vendor} to set: AWS takes 15 minutes of difference at most.`,
  },
  'wrong-partition': {
    title: 'Our credentials belong to another AWS partition',
    check: ({ vendor, region }) => `For ${vendor} to correct: ${region} needs credentials of its own partition.`,
  },
  misdeployment: { title: 'The service that makes the check is set up wrongly', check: ({ vendor }) => `For ${vendor} to correct.` },
  'vendor-policy': {
    title: 'A policy of our own does not allow the call',
    check: ({ vendor, roleName }) =>
      `For ${vendor} to correct: its application must be allowed sts:AssumeRole on arn:*:iam::*:role/${roleName}.`,
  },
  'vendor-config-changed': {
    title: 'The requested permissions have changed',
    check: ({ vendor }) => `${vendor} requires a permission set that you did not choose, or no longer requests one that you did.`,
  },
  'many-checks': { title: 'Many checks are running at once', check: () => 'Nothing to do. The next check runs automatically.' },
  'vendor-duration': { title: 'We ask for a longer session than the role gives', check: ({ vendor }) => `For ${vendor} to correct.` },
}
