import { assumedRole, isCallerOf } from '#core/aws/arn.ts'
import { type CauseTexts, vendorFixes } from '#core/verify/causes.ts'
import {
  callerPolicies,
  credentialCauses,
  type Evidence,
  type OutsiderIdentity,
  outcomeOf,
  probeNamed,
  transientCause,
} from '#core/verify/evidence.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import type { CallerIdentity } from '#core/verify/sts.ts'
import { diagnosis, rechecks } from './diagnosis.ts'

/** Causes of the diagnoses below, and of no others. */
export const vendorFaultCauses = {
  'vendor-duration': { title: 'We request a longer session than the role allows', check: vendorFixes },
} satisfies Readonly<Record<string, CauseTexts>>

const rightId = (evidence: Evidence) => probeNamed(evidence, 'right-id')

function isExpectedCaller({ identity, expectedCaller }: Evidence): boolean {
  if (identity.kind !== 'identity' || identity.accountId !== expectedCaller.accountId) return false
  const { applicationPrincipalArns } = expectedCaller
  if (applicationPrincipalArns.length > 0) return applicationPrincipalArns.some((arn) => isCallerOf(identity.arn, arn))
  return assumedRole(identity.arn)?.accountId === expectedCaller.accountId
}

/** An outsider that the role may trust, or the application, would make a secure role look open. */
function isOutside({ name, identity }: OutsiderIdentity, { expectedCaller }: Evidence): boolean {
  if (identity.kind !== 'identity') return true
  if (name === 'other-account') return identity.accountId !== expectedCaller.accountId
  const { applicationPrincipalArns } = expectedCaller
  return identity.accountId === expectedCaller.accountId && !applicationPrincipalArns.some((arn) => isCallerOf(identity.arn, arn))
}

const refusals = ({ identity, outsiders }: Evidence): readonly string[] =>
  [identity, ...outsiders.map((outsider) => outsider.identity)].flatMap((caller: CallerIdentity) =>
    caller.kind === 'refused' ? [caller.code] : [],
  )

const lastingRefusal = (evidence: Evidence): string | undefined => refusals(evidence).find((code) => transientCause(code) === null)

const isDuration = (hint: DenialHint | undefined) => hint === 'duration-above-role-maximum' || hint === 'duration-above-chaining-maximum'

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const requestCodes = ['ValidationError', 'MalformedPolicyDocument', 'PackedPolicyTooLarge', 'InvalidParameterValue']

const fault = { kind: 'vendor-fault', actor: 'vendor', paste: [] } as const
const title = 'Problem on our side'
const nothingToDo = 'You don’t need to do anything. Your role is fine and your input is saved.'
const contact = (vendor: string) => `If this doesn’t change, contact ${vendor}.`
const todo = ({ vendor }: ExplanationFacts) => [nothingToDo, contact(vendor)]

const credentialsRefused = diagnosis({
  ...fault,
  code: 'vendor-credentials-refused',
  applies: (evidence) => lastingRefusal(evidence) !== undefined,
  causes: (evidence) => credentialCauses(lastingRefusal(evidence)) ?? ['credentials-expired', 'clock', 'wrong-partition'],
  texts: {
    title,
    happened: ({ vendor }) => `AWS rejected the credentials of ${vendor}. Nothing was sent to your role.`,
    why: () => 'They have expired, our server’s clock is wrong, or they belong to a different AWS partition.',
    todo,
  },
})

export const awsUnavailable = diagnosis({
  code: 'aws-unavailable',
  kind: 'inconclusive',
  actor: 'nobody',
  paste: [],
  applies: (evidence) => refusals(evidence).length > 0,
  causes: (evidence) => {
    const cause = transientCause(refusals(evidence)[0])
    return cause === null ? [] : [cause]
  },
  texts: {
    title: 'AWS isn’t responding',
    happened: () => 'AWS STS gave no clear response, so this check is inconclusive.',
    why: () => 'AWS limits requests per second, and networks and services can fail for a while.',
    todo: () => [rechecks],
  },
})

export const vendorNotAllowed = diagnosis({
  ...fault,
  code: 'vendor-not-allowed',
  applies: (evidence) => callerPolicies(rightId(evidence)) !== null,
  causes: (evidence) => callerPolicies(rightId(evidence)) ?? [],
  texts: {
    title,
    happened: ({ vendor }) => `A policy in the account of ${vendor} blocks its application from assuming your role.`,
    why: () => 'AWS names a policy that applies to the caller, so it isn’t one of yours.',
    todo,
  },
})

/** Faults on the vendor's side, which end a check before it says anything about the customer's role. */
export const vendorFaults = [
  credentialsRefused,
  awsUnavailable,
  diagnosis({
    ...fault,
    code: 'vendor-identity-wrong',
    applies: (evidence) =>
      !isExpectedCaller(evidence) ||
      !evidence.outsiders.every((outsider) => isOutside(outsider, evidence)) ||
      rightId(evidence)?.hint === 'root-caller',
    causes: () => ['misdeployment'],
    texts: {
      title,
      happened: ({ vendor, vendorAccount }) =>
        `Our check is running under the wrong identity, not the one in account ${vendorAccount} that your role trusts, so ${vendor} stopped.`,
      why: () => 'The service that runs the check is misconfigured.',
      todo: ({ vendor }) => [nothingToDo, 'Don’t create the role from this page until this is fixed.', contact(vendor)],
    },
  }),
  {
    ...credentialsRefused,
    applies: (evidence: Evidence) => outcomeOf(evidence, 'right-id') === 'error' && credentialCauses(rightId(evidence)?.code) !== null,
    causes: (evidence: Evidence) => credentialCauses(rightId(evidence)?.code) ?? [],
  },
  vendorNotAllowed,
  diagnosis({
    ...fault,
    code: 'vendor-request-refused',
    applies: (evidence) =>
      outcomeOf(evidence, 'right-id') === 'error' &&
      (isDuration(rightId(evidence)?.hint) || requestCodes.includes(rightId(evidence)?.code ?? '')),
    causes: (evidence) => (isDuration(rightId(evidence)?.hint) ? ['vendor-duration'] : ['misdeployment', 'wrong-partition']),
    texts: {
      title,
      happened: ({ vendor }) => `AWS rejected the request of ${vendor} as invalid.`,
      why: () => 'It’s outside AWS’s limits, for example in its session duration.',
      todo,
    },
  }),
] as const
