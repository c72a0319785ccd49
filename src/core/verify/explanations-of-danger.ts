import type { Explanation, ExplanationFacts } from './explanation.ts'

const trustPaste = ['trust-policy', 'trust-policy-command'] as const

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
  `In account ${account}, open IAM, Roles, ${roleName}, tab "Trust relationships", and choose "Edit trust policy".`,
  'Replace the whole text with the trust policy below, or run the command below in CloudShell.',
  'Leave this page open. The role is looked at again by itself, and twice, because AWS may answer from the old policy for some seconds.',
]

const notUsed = ({ vendor }: ExplanationFacts) => `${vendor} does not use the role until this is put right.`

/** A role that answers calls which it must refuse. */
export const explanationsOfDanger = {
  'external-id-not-required': {
    actor: 'customer',
    title: 'The role can be assumed without the external ID',
    happened: (facts) => `A call without any external ID was accepted by ${facts.roleName}. ${notUsed(facts)}`,
    why: ({ vendor }) =>
      `The trust policy has a statement that allows the call with no condition on sts:ExternalId. Statements add up, so the weakest one decides. Without the condition, somebody else who uses ${vendor} could name your role and be served with your data.`,
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'external-id-optional': {
    actor: 'customer',
    title: 'The external ID is optional in this role',
    happened: (facts) => `${facts.roleName} refuses a wrong external ID, but accepts a call that sends none. ${notUsed(facts)}`,
    why: () =>
      'The condition is written so that it is true when no external ID is sent. StringEqualsIfExists and ForAllValues: do that. Plain StringEquals does not.',
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'any-external-id-accepted': {
    actor: 'customer',
    title: 'The role accepts any external ID',
    happened: (facts) => `A random external ID, made for this one check, was accepted by ${facts.roleName}. ${notUsed(facts)}`,
    why: () =>
      'The condition only asks that some external ID is sent, for example StringLike with "*" or Null with "false", or there is no condition at all. The answers of AWS do not tell these apart; the trust policy does.',
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'similar-external-id-accepted': {
    actor: 'customer',
    title: 'The role accepts an external ID that is only similar',
    happened: (facts) =>
      `${facts.roleName} accepted an external ID that differs from yours in one character, in length, or in capitalization. ${notUsed(facts)}`,
    why: () =>
      'The condition compares with a pattern (StringLike with "*" or "?"), ignores case (StringEqualsIgnoreCase), or lists a second value. Only StringEquals with one value compares exactly.',
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'other-external-id-accepted': {
    actor: 'customer',
    title: 'The role accepts other external IDs',
    happened: (facts) => `${facts.roleName} accepts your external ID, and at least one other that is not yours. ${notUsed(facts)}`,
    why: ({ vendor }) =>
      `The condition in the trust policy lists several external IDs, or matches a pattern with "*" or "?". Someone else who uses ${vendor} could then reach your data.`,
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'condition-inverted': {
    actor: 'customer',
    title: 'The condition of the trust policy is the wrong way round',
    happened: (facts) => `${facts.roleName} refuses your external ID and accepts a call that does not have it. ${notUsed(facts)}`,
    why: () =>
      'The condition is negated: StringNotEquals in an Allow statement lets in everything but the right value, and Null with "true" demands that no external ID is sent.',
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'other-account-accepted': {
    actor: 'customer',
    title: 'The role can be assumed from another account',
    happened: (facts) =>
      `The same call was made from a second account of ours, which the role should not know, and ${facts.roleName} accepted it. ${notUsed(facts)}`,
    why: ({ vendorAccount }) =>
      `The trust policy names a principal beside account ${vendorAccount}, or "*", which is every AWS account. The external ID is not a secret, so it does not protect the role alone.`,
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'other-role-accepted': {
    actor: 'customer',
    title: 'Another role of the vendor can assume this role',
    happened: (facts) =>
      `A second role in account ${facts.vendorAccount}, which the policy doesn't name, could assume ${facts.roleName}. ${notUsed(facts)}`,
    why: ({ vendorAccount }) =>
      `The trust policy trusts all of account ${vendorAccount}: its condition on aws:PrincipalArn is missing, or a second statement allows the call without it.`,
    todo: replaceTrustPolicy,
    paste: trustPaste,
  },
  'assumed-role-mismatch': {
    actor: 'vendor',
    title: 'AWS answered for another role than the one asked for',
    happened: ({ roleArn, vendor }) =>
      `The session that AWS gave does not belong to ${roleArn}. ${vendor} has dropped it and does not use the connection.`,
    why: () => 'This does not happen with an AWS endpoint that works as documented. The fault is on our side or on the way to AWS.',
    todo: ({ vendor }) => [`Do nothing in AWS. Tell ${vendor}, and give the time and the request ID of this check.`],
    paste: [],
  },
  weakened: {
    actor: 'customer',
    title: 'The role was safe and is no longer',
    happened: (facts) =>
      `When ${facts.roleName} was verified it refused calls without the right external ID. It now accepts one. ${notUsed(facts)}`,
    why: () => 'The trust policy was changed after the verification. The list of checks shows which call is accepted now.',
    todo: ({ account, ...facts }) => [
      `In account ${account}, look in CloudTrail for UpdateAssumeRolePolicy on ${facts.roleName}, to see who changed the policy and when.`,
      ...replaceTrustPolicy({ account, ...facts }),
    ],
    paste: trustPaste,
  },
} as const satisfies Readonly<Record<string, Explanation>>
