import { assumedRole, isSessionOf } from './assumed-role-arn.ts'
import type { DiagnosisRule } from './diagnosis-rule.ts'
import { credentialCauses, type Evidence, outcomeOf, probeNamed, transientCause } from './evidence.ts'
import type { Cause, DenialHint } from './verdict.ts'

const rightId = (evidence: Evidence) => probeNamed(evidence, 'right-id')

function isExpectedCaller({ identity, expectedCaller }: Evidence): boolean {
  if (identity.kind !== 'identity') return false
  const role = assumedRole(identity.arn)
  if (role === null || identity.accountId !== expectedCaller.accountId || role.accountId !== expectedCaller.accountId) return false
  return expectedCaller.applicationRoleArn === null || isSessionOf(identity.arn, expectedCaller.applicationRoleArn)
}

// These policies act on the caller, so only the vendor can change them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
const callerPolicies: Partial<Readonly<Record<DenialHint, readonly Cause[]>>> = {
  'identity-policy': ['vendor-policy'],
  'permissions-boundary': ['permissions-boundary', 'vendor-policy'],
  'session-policy': ['vendor-policy'],
  'vpc-endpoint-policy': ['vendor-policy'],
  'service-control-policy': ['service-control-policy', 'vendor-policy'],
}

function callerPolicyCauses(evidence: Evidence): readonly Cause[] | undefined {
  const hint = rightId(evidence)?.hint
  return hint === undefined || outcomeOf(evidence, 'right-id') !== 'denied' ? undefined : callerPolicies[hint]
}

const isDuration = (hint: DenialHint | undefined) => hint === 'duration-above-role-maximum' || hint === 'duration-above-chaining-maximum'

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const requestCodes = ['ValidationError', 'MalformedPolicyDocument', 'PackedPolicyTooLarge', 'InvalidParameterValue']

/** What stops the look before it says anything of the customer's role. */
export const vendorRules: readonly DiagnosisRule[] = [
  {
    kind: 'inconclusive',
    diagnosis: 'aws-unavailable',
    applies: ({ identity }) => identity.kind === 'refused' && transientCause(identity.code) !== null,
    causes: ({ identity }) => causeList(identity.kind === 'refused' ? transientCause(identity.code) : null),
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-credentials-refused',
    applies: ({ identity }) => identity.kind === 'refused',
    causes: ({ identity }) =>
      (identity.kind === 'refused' ? credentialCauses(identity.code) : null) ?? ['credentials-expired', 'clock', 'wrong-partition'],
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-identity-wrong',
    applies: (evidence) => !isExpectedCaller(evidence) || rightId(evidence)?.hint === 'root-caller',
    causes: () => ['misdeployment'],
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-credentials-refused',
    applies: (evidence) => outcomeOf(evidence, 'right-id') === 'error' && credentialCauses(rightId(evidence)?.code) !== null,
    causes: (evidence) => credentialCauses(rightId(evidence)?.code) ?? [],
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-not-allowed',
    applies: (evidence) => callerPolicyCauses(evidence) !== undefined,
    causes: (evidence) => callerPolicyCauses(evidence) ?? [],
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-request-refused',
    applies: (evidence) =>
      outcomeOf(evidence, 'right-id') === 'error' &&
      (isDuration(rightId(evidence)?.hint) || requestCodes.includes(rightId(evidence)?.code ?? '')),
    causes: (evidence) => (isDuration(rightId(evidence)?.hint) ? ['vendor-duration'] : ['misdeployment', 'wrong-partition']),
  },
]

const causeList = (cause: Cause | null): readonly Cause[] => (cause === null ? [] : [cause])
