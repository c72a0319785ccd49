import { assumedRole, isSessionOf } from '#core/aws/arn.ts'
import type { DiagnosisRule } from './diagnosis-rule.ts'
import {
  callerPolicies,
  credentialCauses,
  type Evidence,
  type OutsiderIdentity,
  outcomeOf,
  probeNamed,
  transientCause,
} from './evidence.ts'
import type { CallerIdentity } from './sts.ts'
import type { Cause, DenialHint } from './verdict.ts'

const rightId = (evidence: Evidence) => probeNamed(evidence, 'right-id')

function isExpectedCaller({ identity, expectedCaller }: Evidence): boolean {
  if (identity.kind !== 'identity') return false
  const role = assumedRole(identity.arn)
  if (role === null || identity.accountId !== expectedCaller.accountId || role.accountId !== expectedCaller.accountId) return false
  return expectedCaller.applicationRoleArn === null || isSessionOf(identity.arn, expectedCaller.applicationRoleArn)
}

/** An outsider that the role may trust, or the application role, would make a secure role look open. */
function isOutside({ name, identity }: OutsiderIdentity, { expectedCaller }: Evidence): boolean {
  if (identity.kind !== 'identity') return true
  if (name === 'other-account') return identity.accountId !== expectedCaller.accountId
  const { applicationRoleArn } = expectedCaller
  return identity.accountId === expectedCaller.accountId && (applicationRoleArn === null || !isSessionOf(identity.arn, applicationRoleArn))
}

const refusals = ({ identity, outsiders }: Evidence): readonly string[] =>
  [identity, ...outsiders.map((outsider) => outsider.identity)].flatMap((caller: CallerIdentity) =>
    caller.kind === 'refused' ? [caller.code] : [],
  )

const lastingRefusal = (evidence: Evidence): string | undefined => refusals(evidence).find((code) => transientCause(code) === null)

const isDuration = (hint: DenialHint | undefined) => hint === 'duration-above-role-maximum' || hint === 'duration-above-chaining-maximum'

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const requestCodes = ['ValidationError', 'MalformedPolicyDocument', 'PackedPolicyTooLarge', 'InvalidParameterValue']

/** Faults on the vendor's side, which end a check before it says anything about the customer's role. */
export const vendorRules: readonly DiagnosisRule[] = [
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-credentials-refused',
    applies: (evidence) => lastingRefusal(evidence) !== undefined,
    causes: (evidence) => credentialCauses(lastingRefusal(evidence)) ?? ['credentials-expired', 'clock', 'wrong-partition'],
  },
  {
    kind: 'inconclusive',
    diagnosis: 'aws-unavailable',
    applies: (evidence) => refusals(evidence).length > 0,
    causes: (evidence) => causeList(transientCause(refusals(evidence)[0])),
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-identity-wrong',
    applies: (evidence) =>
      !isExpectedCaller(evidence) ||
      !evidence.outsiders.every((outsider) => isOutside(outsider, evidence)) ||
      rightId(evidence)?.hint === 'root-caller',
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
    applies: (evidence) => callerPolicies(rightId(evidence)) !== null,
    causes: (evidence) => callerPolicies(rightId(evidence)) ?? [],
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
