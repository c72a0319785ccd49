import type { NearMissVariant } from '#core/connection/external-id/likeness.ts'
import type { RequestedCheck } from '#core/connection/role-policies.ts'
import type { SharedCause } from './causes.ts'
import type { Inspection } from './inspection/inspection.ts'
import type { DenialHint, PermissionCheckResult, Probe, ProbeName, VerdictKind } from './probe-result.ts'
import type { CallerIdentity, CanaryState, ExpectedCaller, Outsider } from './sts.ts'

type ExpectedProbe = { readonly name: ProbeName; readonly variant?: NearMissVariant | undefined }

export type OutsiderIdentity = { readonly name: Outsider['name']; readonly identity: CallerIdentity }

/** All that one check of a connection found, with what it should have found. `diagnose` knows nothing else. */
export type Evidence = {
  readonly identity: CallerIdentity
  readonly expectedCaller: ExpectedCaller
  readonly outsiders: readonly OutsiderIdentity[]
  readonly canary: CanaryState
  readonly probes: readonly Probe[]
  /** Each of them must be there for the answer `verified`. */
  readonly expectedProbes: readonly ExpectedProbe[]
  /** The session that the right external ID gave at first, null while there is none. */
  readonly assumedRoleArn: string | null
  /** The session that it gave at the end of the check. */
  readonly assumedAgainRoleArn: string | null
  /** The external IDs of other tenants' connections to this role, tried on it. They are in no probe, so no one learns them. */
  readonly otherExternalIds: readonly OtherExternalIdResult[]
  /** The vendor's config requires other permissions than the connection was made with. */
  readonly needsUpdate: boolean
  readonly expectedRoleArn: string
  readonly checks: readonly PermissionCheckResult[]
  readonly expectedChecks: readonly RequestedCheck[]
  /** The role's own policies, compared. Undefined where they were not read. */
  readonly inspection?: Inspection | undefined
  /** The vendor requires the permissions that reading takes. */
  readonly requiresReading?: boolean
  /** Since the connection was first checked. */
  readonly sinceFirstCheckMs: number
  /** Since the customer started to create the role, or since the first check where no client says when that was. Null: not started. */
  readonly waitedMs: number | null
  /** For how long AccessDenied may still be a change on its way through AWS. */
  readonly patienceMs: number
  /** The latest verdict that spoke about the role, see `verdictToCompare`. */
  readonly previous: PreviousVerdict | null
  /** From the previous verdict to this check; 0 where there is none. */
  readonly sincePreviousMs: number
}

/** A denial may still be a change on its way. A role that no one has started to create can't be late. */
export const mayBePropagating = ({ waitedMs, patienceMs }: Pick<Evidence, 'waitedMs' | 'patienceMs'>): boolean =>
  waitedMs === null || waitedMs < patienceMs

/** Part of a verdict. Diagnoses are made of evidence, so their codes are plain texts here. */
type PreviousVerdict = {
  readonly kind: VerdictKind
  readonly diagnosis: string
  readonly inspection?: Inspection | undefined
  readonly extraTrust?: boolean | undefined
  /** The role was verified before that verdict. */
  readonly wasVerified?: boolean | undefined
}

/** A verdict in between, such as on a missing permission or on a danger, doesn't end that. */
export const wasVerified = ({ previous }: Pick<Evidence, 'previous'>): boolean =>
  previous?.kind === 'verified' || previous?.kind === 'drifted' || previous?.wasVerified === true

export type OtherExternalIdResult = {
  readonly connectionId: string
  readonly outcome: Probe['outcome']
  /** The role accepted this ID at an earlier check, so only a clear denial clears it. */
  readonly wasAccepted: boolean
}

type Outcome = Probe['outcome'] | 'missing'

const positive: readonly ProbeName[] = ['right-id', 'right-id-again']

export const isNegative = (probe: Pick<Probe, 'name'>): boolean => !positive.includes(probe.name)

export function probeNamed(evidence: Pick<Evidence, 'probes'>, name: ProbeName): Probe | undefined {
  return evidence.probes.find((probe) => probe.name === name)
}

export function outcomeOf(evidence: Pick<Evidence, 'probes'>, name: ProbeName): Outcome {
  return probeNamed(evidence, name)?.outcome ?? 'missing'
}

export function wronglyAssumed(evidence: Pick<Evidence, 'probes'>): readonly Probe[] {
  return evidence.probes.filter((probe) => isNegative(probe) && probe.outcome === 'assumed')
}

// These policies act on the caller, so a denial by one of them says nothing about the customer's role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
const callerPolicyCauses: Partial<Readonly<Record<DenialHint, readonly SharedCause[]>>> = {
  'identity-policy': ['vendor-policy'],
  'permissions-boundary': ['permissions-boundary', 'vendor-policy'],
  'session-policy': ['vendor-policy'],
  'vpc-endpoint-policy': ['vendor-policy'],
  'service-control-policy': ['service-control-policy', 'vendor-policy'],
}

/** The vendor's own policies that denied a probe; null where none is named. */
export function callerPolicies(probe: Probe | undefined): readonly SharedCause[] | null {
  return probe?.outcome !== 'denied' || probe.hint === undefined ? null : (callerPolicyCauses[probe.hint] ?? null)
}

// A denial that names a policy of ours, a session tag, or a policy of a kind that we do not know proves nothing about the role.
const provingHints: readonly (DenialHint | undefined)[] = [undefined, 'trust-policy-silent', 'trust-policy-deny', 'resource-control-policy']

/** The role itself denied the call, as far as AWS says. */
export const provesDenial = ({ outcome, hint }: Probe): boolean => outcome === 'denied' && provingHints.includes(hint)

const is = (wanted: ExpectedProbe) => (probe: Probe) => probe.name === wanted.name && probe.variant === wanted.variant

/** Every expected call was made and answered as a secure role answers. Unknown is never success. */
export function probesAreClean({ probes, expectedProbes }: Pick<Evidence, 'probes' | 'expectedProbes'>): boolean {
  const answersWell = (probe: Probe) => (isNegative(probe) ? provesDenial(probe) : probe.outcome === 'assumed')
  const wanted: readonly ExpectedProbe[] = [
    { name: 'right-id' },
    { name: 'no-id' },
    { name: 'random-id' },
    { name: 'right-id-again' },
    ...expectedProbes,
  ]
  return probes.every(answersWell) && wanted.every((expected) => probes.some(is(expected)))
}

export function checksPassed({ checks, expectedChecks }: Pick<Evidence, 'checks' | 'expectedChecks'>): boolean {
  const isThere = (expected: RequestedCheck) =>
    checks.some(
      (check) => check.id === expected.id && check.permissionSet === expected.permissionSet && check.resource === expected.resource,
    )
  return checks.every((check) => check.outcome === 'passed') && expectedChecks.every(isThere)
}

const transientCauses: readonly (readonly [RegExp, SharedCause])[] = [
  [/^TooManyChecks$/, 'many-checks'],
  [/throttl|TooManyRequests|LimitExceeded(Exception)?$|SlowDown|^429$/i, 'throttled'],
  [/Network|Timeout|TimedOut|Abort|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE/i, 'network'],
  [/ServiceUnavailable|InternalFailure|InternalError|InternalServer|IncompleteAnswer|UnreadableAnswer|^5\d\d$/i, 'aws-error'],
]

/** Why AWS gave no answer; null where the code is an answer. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
export function transientCause(code: string | undefined): SharedCause | null {
  return transientCauses.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? null
}

const credentialCodes: Readonly<Record<string, readonly SharedCause[]>> = {
  ExpiredToken: ['credentials-expired', 'clock'],
  ExpiredTokenException: ['credentials-expired', 'clock'],
  RequestExpired: ['clock', 'credentials-expired'],
  RequestTimeTooSkewed: ['clock'],
  InvalidClientTokenId: ['wrong-partition', 'credentials-expired'],
  UnrecognizedClientException: ['wrong-partition', 'credentials-expired'],
  InvalidAccessKeyId: ['credentials-expired', 'wrong-partition'],
  SignatureDoesNotMatch: ['clock', 'credentials-expired'],
  IncompleteSignature: ['misdeployment'],
  MissingAuthenticationToken: ['misdeployment'],
  CredentialsProviderError: ['misdeployment', 'credentials-expired'],
}

/** Null if the code is not about the vendor's own credentials. */
export function credentialCauses(code: string | undefined): readonly SharedCause[] | null {
  return code !== undefined && Object.hasOwn(credentialCodes, code) ? (credentialCodes[code] ?? null) : null
}
