import type { ExplanationFacts } from './explanation.ts'

/** A possible cause of a diagnosis: a title, and how to see whether it applies and what to do then. */
export type CauseTexts = { readonly title: string; readonly check: (facts: ExplanationFacts) => string }

export const trustTab = ({ roleName }: ExplanationFacts) => `IAM, Roles, ${roleName}, Trust relationships`
export const vendorFixes = ({ vendor }: ExplanationFacts) => `${vendor} needs to fix this.`
const retried = () => 'We’ll retry automatically.'

/** Causes of diagnoses of several topics. Codes are permanent, and so are those that a topic adds. */
export const sharedCauses = {
  propagation: { title: 'AWS is still applying the change', check: () => 'This usually takes seconds, at most 2 minutes.' },
  'resource-control-policy': {
    title: 'A resource control policy (RCP) of your organization blocks it',
    check: ({ vendorAccount }) =>
      `Ask your AWS Organizations admin to exclude account ${vendorAccount} with an aws:PrincipalAccount condition.`,
  },
  'trust-policy-edited': {
    title: 'The trust policy was changed',
    check: ({ roleName }) => `Search CloudTrail for UpdateAssumeRolePolicy on ${roleName} to see who changed it and when.`,
  },
  'permissions-boundary': {
    title: 'A permissions boundary excludes the action',
    check: ({ roleName }) => `IAM, Roles, ${roleName}, Permissions boundary: it must also allow the action.`,
  },
  'service-control-policy': {
    title: 'A service control policy (SCP) denies the action',
    check: () => 'Ask your AWS Organizations admin.',
  },
  throttled: { title: 'AWS throttled the request', check: retried },
  network: { title: 'AWS couldn’t be reached', check: retried },
  'aws-error': { title: 'AWS returned an internal error', check: retried },
  'credentials-expired': {
    title: 'Our credentials have expired or were revoked',
    check: ({ vendor }) => `${vendor} needs to renew them.`,
  },
  clock: {
    title: 'Our server’s clock is wrong',
    check: (facts) => `${vendorFixes(facts)} AWS allows at most 15 minutes of clock skew.`,
  },
  'wrong-partition': {
    title: 'Our credentials belong to a different AWS partition',
    check: (facts) => `${vendorFixes(facts)} ${facts.region} requires credentials of its own partition.`,
  },
  misdeployment: { title: 'The service that runs the check is misconfigured', check: vendorFixes },
  'vendor-policy': {
    title: 'One of our own policies doesn’t allow the request',
    check: (facts) => `${vendorFixes(facts)} Its application must be allowed sts:AssumeRole on arn:*:iam::*:role/${facts.roleName}.`,
  },
  'many-checks': { title: 'Many checks are running at once', check: () => 'The next check runs automatically.' },
} satisfies Readonly<Record<string, CauseTexts>>

export type SharedCause = keyof typeof sharedCauses
