import { type CauseTexts, type SharedCause, trustTab } from '#core/verify/causes.ts'
import { type Evidence, mayBePropagating, outcomeOf, probeNamed, transientCause, wasVerified } from '#core/verify/evidence.ts'
import { type ExplanationFacts, trustedPrincipal } from '#core/verify/explanation.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { diagnosis, rechecks, trustPaste } from './diagnosis.ts'
import { awsUnavailable } from './vendor-faults.ts'

/** Causes of the diagnoses below, and of no others. */
export const denialCauses = {
  'stack-not-finished': {
    title: 'The stack is still being created, or rolled back',
    check: () => 'The stack must show CREATE_COMPLETE. If it rolled back, open Events for the reason.',
  },
  'other-account-signed-in': {
    title: 'The role was created in a different account',
    check: ({ account }) => `Check that you’re in account ${account}.`,
  },
  'role-name-changed': {
    title: 'The role has a different name or path',
    check: ({ roleArn }) => `The role’s ARN must be exactly ${roleArn} (case-sensitive).`,
  },
  'external-id-differs': {
    title: 'The role expects a different external ID',
    check: (facts) => `${trustTab(facts)}: sts:ExternalId must be exactly ${facts.externalId}, with no spaces.`,
  },
  'other-principal-trusted': {
    title: 'The role trusts a different account or a deleted principal',
    check: (facts) => `${trustTab(facts)}: trust ${trustedPrincipal(facts)}. A principal that starts with AROA or AIDA has been deleted.`,
  },
  'extra-condition': {
    title: 'The trust policy has an additional condition',
    check: (facts) =>
      `${trustTab(facts)}: remove conditions that aren’t in the policy shown here, such as MFA, an IP address or an organization.`,
  },
  'account-closed': {
    title: 'The account is closed or suspended',
    check: ({ account }) => `Check that you can sign in to account ${account}.`,
  },
  'deny-statement': {
    title: 'The trust policy has a Deny statement',
    check: (facts) => `${trustTab(facts)}: remove the statement with "Effect": "Deny", or exclude account ${facts.vendorAccount} from it.`,
  },
  'sts-region-off': {
    title: 'STS is deactivated in the Region',
    check: ({ region }) => `IAM, Account settings, Security Token Service (STS): activate ${region}.`,
  },
  'role-deleted': {
    title: 'The role was deleted or renamed',
    check: ({ roleName }) => `Search for ${roleName} in IAM, Roles, and for DeleteRole in CloudTrail.`,
  },
  'trust-action-missing': {
    title: 'The request needs more than sts:AssumeRole',
    check: ({ vendor }) => `${vendor} must stop sending session tags or a source identity.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

type Cause = SharedCause | keyof typeof denialCauses

const isDenied = (evidence: Evidence) => outcomeOf(evidence, 'right-id') === 'denied'
const hintOf = (evidence: Evidence) => (isDenied(evidence) ? probeNamed(evidence, 'right-id')?.hint : undefined)
const hasHint = (hint: DenialHint) => (evidence: Evidence) => hintOf(evidence) === hint

const lossCauses: Partial<Readonly<Record<DenialHint, readonly Cause[]>>> = {
  'trust-policy-silent': ['trust-policy-edited'],
  'trust-policy-deny': ['deny-statement', 'trust-policy-edited'],
  'resource-control-policy': ['resource-control-policy'],
}

// The error in which STS says so: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const regionCodes = ['RegionDisabledException', 'RegionDisabled']

// https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
const notInCloudTrail = 'CloudTrail doesn’t log these denials.'

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): string =>
  `In account ${account}, open IAM, Roles, ${roleName}, Trust relationships, and replace its trust policy with the corrected one.`

const denial = { kind: 'not-ready', actor: 'customer', paste: trustPaste } as const
const vendorDenial = { kind: 'not-ready', actor: 'vendor', paste: [], causes: () => ['trust-action-missing'] as const } as const

/** The right external ID is not accepted. */
export const denials = [
  diagnosis({
    ...denial,
    code: 'region-disabled',
    paste: [],
    applies: (evidence) => regionCodes.includes(probeNamed(evidence, 'right-id')?.code ?? ''),
    causes: () => ['sts-region-off'],
    texts: {
      title: 'STS is deactivated in this Region',
      happened: ({ region, account }) => `STS isn’t active in ${region} for account ${account}, and no other Region could be used.`,
      why: () => 'An account owner can deactivate STS in individual Regions.',
      todo: ({ account, region }) => [
        `In account ${account}, open IAM, Account settings, Security Token Service (STS).`,
        `Activate the endpoint for ${region}.`,
        rechecks,
      ],
    },
  }),
  diagnosis({
    ...vendorDenial,
    code: 'session-tags-refused',
    applies: hasHint('tag-session'),
    texts: {
      title: 'Our request has session tags that the role doesn’t allow',
      happened: ({ vendor, roleName }) =>
        `The session of ${vendor} passes tags, and the trust policy of ${roleName} doesn’t list sts:TagSession.`,
      why: ({ vendor }) =>
        `The trust policy matches what was requested. ${vendor} shouldn’t send session tags. Some hosting platforms add them automatically.`,
      todo: ({ vendor }) => [`You don’t need to do anything in AWS. Tell ${vendor} to stop sending session tags.`, rechecks],
    },
  }),
  diagnosis({
    ...vendorDenial,
    code: 'source-identity-refused',
    applies: hasHint('source-identity'),
    texts: {
      title: 'Our request has a source identity that the role doesn’t allow',
      happened: ({ vendor, roleName }) =>
        `The session of ${vendor} has a source identity, and the trust policy of ${roleName} doesn’t list sts:SetSourceIdentity.`,
      why: ({ vendor }) => `The trust policy matches what was requested. ${vendor} shouldn’t set a source identity.`,
      todo: ({ vendor }) => [`You don’t need to do anything in AWS. Tell ${vendor} to stop setting a source identity.`, rechecks],
    },
  }),
  diagnosis({
    ...denial,
    code: 'access-lost',
    kind: 'drifted',
    applies: (evidence) => wasVerified(evidence) && isDenied(evidence),
    causes: (evidence) =>
      lossCauses[hintOf(evidence) ?? 'root-caller'] ?? ['role-deleted', 'trust-policy-edited', 'resource-control-policy', 'account-closed'],
    texts: {
      title: 'We lost access to the role',
      happened: ({ vendor, roleName }) => `AWS now denies ${vendor} access to ${roleName}.`,
      why: () =>
        `AWS returns the same error whether the role was deleted or renamed, its trust policy changed, an organization policy was added, or the account was closed. ${notInCloudTrail}`,
      todo: (facts) => [
        'If you removed it on purpose, you’re done.',
        `Otherwise, check that ${facts.roleName} exists in account ${facts.account}. Search CloudTrail for DeleteRole and UpdateAssumeRolePolicy.`,
        replaceTrustPolicy(facts),
        rechecks,
      ],
    },
  }),
  diagnosis({
    ...denial,
    code: 'resource-control-policy',
    paste: [],
    applies: hasHint('resource-control-policy'),
    causes: () => ['resource-control-policy'],
    texts: {
      title: 'An organization policy (RCP) blocks access',
      happened: ({ roleName }) =>
        `AWS says that a resource control policy (RCP) denies assuming ${roleName} from outside your organization.`,
      why: () => 'RCPs are set by your AWS Organizations admin and override account policies. Nothing in the role can change that.',
      todo: ({ vendorAccount }) => [
        `Ask your AWS Organizations admin to exclude account ${vendorAccount} with an aws:PrincipalAccount condition.`,
        rechecks,
      ],
    },
  }),
  diagnosis({
    ...denial,
    code: 'explicit-deny',
    applies: hasHint('trust-policy-deny'),
    causes: () => ['deny-statement'],
    texts: {
      title: 'A Deny statement in the trust policy blocks access',
      happened: ({ roleName }) =>
        `AWS says that a statement with "Effect": "Deny" in the trust policy of ${roleName} applies to our request.`,
      why: () => `A Deny statement overrides every Allow. AWS doesn’t say which condition matched. ${notInCloudTrail}`,
      todo: (facts) => [
        `In account ${facts.account}, open IAM, Roles, ${facts.roleName}, Trust relationships, and find "Effect": "Deny".`,
        'Remove that statement, or exclude our account from it. The corrected trust policy has none.',
        rechecks,
      ],
    },
  }),
  diagnosis({
    ...denial,
    code: 'trust-policy-mismatch',
    applies: hasHint('trust-policy-silent'),
    causes: (evidence) => [
      ...(mayBePropagating(evidence) ? (['propagation'] as const) : []),
      'external-id-differs',
      'other-principal-trusted',
      'extra-condition',
    ],
    texts: {
      title: 'The trust policy doesn’t allow our request',
      happened: ({ vendor, roleName }) => `${roleName} exists, but no statement in its trust policy matches the request of ${vendor}.`,
      why: () => `AWS doesn’t say which part differs: the external ID, the trusted account, or an additional condition. ${notInCloudTrail}`,
      todo: (facts) => [replaceTrustPolicy(facts), 'Or run the CLI fix in CloudShell.', rechecks],
    },
  }),
  diagnosis({
    code: 'not-launched',
    kind: 'waiting',
    actor: 'customer',
    paste: [],
    applies: (evidence) => isDenied(evidence) && evidence.waitedMs === null,
    causes: () => [],
    texts: {
      title: 'Not started',
      happened: ({ roleName, account }) => `No one has started to create ${roleName} in account ${account}.`,
      why: () => 'Launch the stack to begin.',
      todo: () => ['Launch the stack, or use another method to create the role. We’ll detect the role automatically.'],
    },
  }),
  diagnosis({
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
    code: 'propagating',
    kind: 'waiting',
    actor: 'nobody',
    paste: [],
    applies: (evidence) => isDenied(evidence) && mayBePropagating(evidence),
    causes: () => ['propagation', 'stack-not-finished'],
    texts: {
      title: 'Waiting for your stack',
      happened: ({ roleName, account }) => `${roleName} in account ${account} can’t be assumed yet.`,
      why: () => 'New roles usually take 10–30 seconds, sometimes 2 minutes.',
      todo: () => ['If you haven’t created the role yet, do so now.', 'Otherwise, wait. We’ll re-check automatically.'],
    },
  }),
  diagnosis({
    ...denial,
    code: 'not-assumable',
    applies: isDenied,
    causes: () => [
      'stack-not-finished',
      'other-account-signed-in',
      'role-name-changed',
      'external-id-differs',
      'other-principal-trusted',
      'extra-condition',
      'resource-control-policy',
      'account-closed',
    ],
    texts: {
      title: 'We can’t assume the role',
      happened: ({ roleArn }) => `AWS keeps denying access to ${roleArn}.`,
      why: () =>
        `AWS returns the same error whether the role is missing, has a different name, or has a different trust policy, so check each. ${notInCloudTrail}`,
      todo: (facts) => [
        'Check that the stack shows CREATE_COMPLETE. If it rolled back, open Events for the reason. If the reason is a role that already exists, don’t delete that role: another team may use it.',
        `Check that you’re in account ${facts.account}.`,
        `Check that the role is named exactly ${facts.roleName} (case-sensitive).`,
        replaceTrustPolicy(facts),
        'Still denied? Ask your AWS Organizations admin whether a resource control policy (RCP) blocks outside accounts.',
        rechecks,
      ],
    },
  }),
  {
    ...awsUnavailable,
    applies: (evidence: Evidence) => outcomeOf(evidence, 'right-id') === 'error',
    causes: (evidence: Evidence) => [transientCause(probeNamed(evidence, 'right-id')?.code) ?? 'aws-error'],
  },
] as const
