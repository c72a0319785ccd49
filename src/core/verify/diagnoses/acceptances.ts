import { codeMeaning } from '#core/checks/checks.ts'
import type { CauseTexts, SharedCause } from '#core/verify/causes.ts'
import {
  callerPolicies,
  checksPassed,
  credentialCauses,
  type Evidence,
  isNegative,
  mayBePropagating,
  outcomeOf,
  probeNamed,
  probesAreClean,
  transientCause,
} from '#core/verify/evidence.ts'
import type { PermissionCheckResult } from '#core/verify/probe-result.ts'
import { attachPolicies, diagnosis, rechecks } from './diagnosis.ts'
import { applicationRoleMissing, isDangerUnread, mayBeReadSoon, permissionsDrifted, trustUnread } from './inspections.ts'
import { vendorNotAllowed } from './vendor-faults.ts'

/** Causes of the diagnoses below, and of no others. */
export const acceptanceCauses = {
  'permissions-policy-edited': {
    title: 'The permissions policy differs from the requested one',
    check: ({ roleName }) => `IAM, Roles, ${roleName}, Permissions: compare it with the policy shown here.`,
  },
  'managed-policy-detached': {
    title: 'A requested AWS managed policy isn’t attached',
    check: ({ roleName }) => `IAM, Roles, ${roleName}, Permissions: attach the policy that the list of checks names.`,
  },
  'resource-policy': {
    title: 'The policy of the resource or of its KMS key denies the action',
    check: ({ roleArn }) => `Look in those policies for a Deny that applies to ${roleArn}.`,
  },
  'bucket-absent': {
    title: 'The bucket doesn’t exist',
    check: () => 'Compare the name in the list of checks with the name in your account.',
  },
  'resource-absent': {
    title: 'The resource doesn’t exist',
    check: ({ region, account }) => `Compare the name in the list of checks with the name in account ${account}, Region ${region}.`,
  },
  'region-off': {
    title: 'The Region is turned off in the account',
    check: ({ region, account }) => `Account ${account}, Account settings, AWS Regions: enable ${region}.`,
  },
  'vendor-config-changed': {
    title: 'The requested permissions have changed',
    check: ({ vendor }) => `${vendor} requires a permission set that you didn’t choose, or no longer requests one that you did.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

type Cause = SharedCause | keyof typeof acceptanceCauses

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]

const errorCauses = (answers: readonly { readonly outcome: string; readonly code?: string | undefined }[]): readonly Cause[] =>
  unique(
    answers
      .filter((answer) => answer.outcome === 'error')
      .map((answer) => transientCause(answer.code) ?? credentialCauses(answer.code)?.[0] ?? 'aws-error'),
  )

const failed = ({ checks }: Evidence) => checks.filter((check) => check.outcome === 'failed')

const isAbsent = ({ call, code }: PermissionCheckResult) => codeMeaning(call, code ?? '') === 'absent'

/** Only a service that was called with the role's session can say that the Region is turned off. */
function uncheckedCauses({ checks }: Evidence): readonly Cause[] {
  const isOff = ({ call, code }: PermissionCheckResult) => codeMeaning(call, code ?? '') === 'region-off'
  return unique([...(checks.some(isOff) ? (['region-off'] as const) : []), ...errorCauses(checks.filter((check) => !isOff(check)))])
}

/** Buckets have a code of their own, from before there were checks of anything else. */
const absenceCauses = (absent: readonly PermissionCheckResult[]): readonly Cause[] =>
  unique(absent.map(({ call }) => (call.startsWith('s3-') ? 'bucket-absent' : 'resource-absent')))

function partialCauses(evidence: Evidence): readonly Cause[] {
  const absent = failed(evidence).filter(isAbsent)
  if (absent.length === failed(evidence).length) return absenceCauses(absent)
  return [
    ...(mayBePropagating(evidence) ? (['propagation'] as const) : []),
    'permissions-policy-edited',
    'permissions-boundary',
    'service-control-policy',
    'resource-policy',
    'resource-control-policy',
    ...absenceCauses(absent),
  ]
}

/** Between the two clean rounds, so that the second one is not answered from the same cache as the first. */
const confirmationGapMs = 4000

// An unsafe policy that was corrected may still be answered from a cache, so one clean round proves too little.
function needsSecondRound({ previous, sincePreviousMs }: Evidence): boolean {
  if (previous === null) return false
  if (previous.kind === 'unsafe' || previous.diagnosis === 'weakened') return true
  return previous.diagnosis === 'confirming-fix' && sincePreviousMs < confirmationGapMs
}

const deniedByUs = ({ probes }: Evidence): readonly Cause[] =>
  unique(probes.filter(isNegative).flatMap((probe) => callerPolicies(probe) ?? []))

const hasUnclearProbe = (evidence: Evidence): boolean =>
  !probesAreClean(evidence) ||
  (isDangerUnread(evidence) && mayBeReadSoon(evidence)) ||
  evidence.assumedRoleArn === null ||
  evidence.assumedAgainRoleArn === null ||
  evidence.canary === 'unknown' ||
  evidence.otherExternalIds.some(({ outcome, wasAccepted }) => outcome === 'error' && wasAccepted)

const inconclusive = { kind: 'inconclusive', actor: 'nobody', paste: [] } as const

/** The right external ID is accepted and no other call was. */
export const acceptances = [
  {
    ...vendorNotAllowed,
    applies: (evidence: Evidence) => callerPolicies(probeNamed(evidence, 'right-id-again')) !== null,
    causes: (evidence: Evidence) => callerPolicies(probeNamed(evidence, 'right-id-again')) ?? [],
  },
  diagnosis({
    code: 'verifier-blind',
    kind: 'vendor-fault',
    actor: 'vendor',
    paste: [],
    applies: (evidence) => evidence.canary === 'blind' || deniedByUs(evidence).length > 0,
    causes: (evidence) =>
      deniedByUs(evidence).length > 0 ? deniedByUs(evidence) : ['vendor-policy', 'permissions-boundary', 'service-control-policy'],
    texts: {
      title: 'A policy on our side blocks the test',
      happened: ({ vendor, roleName }) =>
        `${roleName} accepts your external ID, but a policy in the account of ${vendor} blocks the requests that test whether it denies everything else.`,
      why: () => 'A denial by our own policy says nothing about your role, so the role doesn’t count as verified.',
      todo: ({ vendor }) => [
        'You don’t need to do anything. Your role is fine and your input is saved.',
        `If this doesn’t change, contact ${vendor}.`,
      ],
    },
  }),
  diagnosis({
    ...inconclusive,
    code: 'changed-during-check',
    applies: (evidence) => outcomeOf(evidence, 'right-id') === 'assumed' && outcomeOf(evidence, 'right-id-again') === 'denied',
    causes: () => ['trust-policy-edited', 'propagation'],
    texts: {
      title: 'The role changed during the check',
      happened: ({ roleName }) => `${roleName} accepted the right external ID at first, then denied it.`,
      why: () => 'The trust policy was changed during the check, or AWS answered from an old copy. We’ll run the check again.',
      todo: () => ['If you’re editing the trust policy, finish your changes.', rechecks],
    },
  }),
  diagnosis({
    ...inconclusive,
    code: 'safety-check-incomplete',
    applies: hasUnclearProbe,
    causes: ({ probes }) => errorCauses(probes),
    texts: {
      title: 'Almost done: security checks incomplete',
      happened: ({ roleName }) => `${roleName} works, but some requests got no clear response from AWS. It doesn’t count as verified yet.`,
      why: () => 'AWS was busy, couldn’t be reached, or returned an error. Only a clear denial counts.',
      todo: () => [rechecks],
    },
  }),
  trustUnread,
  applicationRoleMissing,
  diagnosis({
    code: 'permissions-incomplete',
    kind: 'partial',
    actor: 'customer',
    paste: ['permissions-policy', 'permissions-policy-command'],
    applies: (evidence) => failed(evidence).length > 0,
    causes: partialCauses,
    texts: {
      title: 'Connected, but a permission is missing',
      happened: ({ vendor, roleName }) =>
        `${vendor} can assume ${roleName}, but a test request was denied. The list of checks names the resource.`,
      why: () =>
        'Possible reasons: a different permissions policy, a missing resource, a resource policy, a permissions boundary, or an organization policy.',
      todo: (facts) => [
        'Check that the resource exists and is spelled correctly.',
        ...(facts.hasPermissionsPolicy
          ? [`In account ${facts.account}, open IAM, Roles, ${facts.roleName}, Permissions, and compare the policy with the corrected one.`]
          : []),
        ...attachPolicies(facts),
        'Check that there is no permissions boundary that excludes this action.',
        'Check the policy of the resource and, for encrypted data, the policy of its KMS key.',
        'Still denied? Ask your AWS Organizations admin about service control policies (SCPs) and resource control policies (RCPs).',
        rechecks,
      ],
    },
  }),
  permissionsDrifted,
  diagnosis({
    ...inconclusive,
    code: 'permissions-unchecked',
    applies: (evidence) => !checksPassed(evidence),
    causes: uncheckedCauses,
    texts: {
      title: 'Connected, but permissions couldn’t be checked yet',
      happened: ({ roleName }) => `${roleName} passed every security check, but a test of its permissions got no clear response from AWS.`,
      why: () => 'AWS was busy, couldn’t be reached, or returned an error that says nothing about the permission.',
      todo: () => [rechecks],
    },
  }),
  diagnosis({
    code: 'update-required',
    kind: 'partial',
    actor: 'customer',
    paste: [],
    applies: ({ needsUpdate }) => needsUpdate,
    causes: () => ['vendor-config-changed'],
    texts: {
      title: 'The role needs an update',
      happened: ({ vendor, roleName }) => `${roleName} is secure, but ${vendor} now requires different permissions than you chose.`,
      why: ({ vendor }) => `${vendor} changed its permission sets after you connected this account.`,
      todo: ({ roleName }) => [
        'Choose the permissions again. Your external ID stays the same.',
        `Update the CloudFormation stack, or the permissions policy of ${roleName}, with the new text.`,
        'Come back here. We’ll re-check automatically.',
      ],
    },
  }),
  diagnosis({
    code: 'confirming-fix',
    kind: 'waiting',
    actor: 'nobody',
    paste: [],
    applies: needsSecondRound,
    causes: () => ['propagation'],
    texts: {
      title: 'Fix detected. Confirming…',
      happened: ({ roleName }) => `${roleName} now denies every request that it must deny.`,
      why: () => 'We check twice because policy changes take a moment to apply.',
      todo: () => ['Wait a few seconds. The second check runs automatically.'],
    },
  }),
  diagnosis({
    ...inconclusive,
    // The server gives this diagnosis without calling AWS, so no evidence leads to it.
    code: 'check-delayed',
    applies: () => false,
    causes: () => ['many-checks'],
    texts: {
      title: 'The check is delayed',
      happened: () => 'This role hasn’t been checked yet, because many checks are running at once.',
      why: () => 'AWS limits how many requests we can make each second, so checks take turns.',
      todo: () => ['Keep this page open. The role is checked automatically as soon as it’s its turn.'],
    },
  }),
  diagnosis({
    code: 'verified',
    kind: 'verified',
    actor: 'nobody',
    paste: [],
    applies: () => true,
    causes: () => [],
    texts: {
      title: 'Connected and verified',
      happened: ({ vendor, roleName }) =>
        `${vendor} can assume ${roleName} with your external ID. Requests without it, with a wrong one, and with a near match were denied.`,
      why: () => 'We tested the role with real requests. Each check shows its AWS request ID.',
      todo: () => ['You’re done. We’ll re-check from time to time.'],
    },
  }),
] as const
