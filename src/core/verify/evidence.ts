import type { NearMissVariant } from '../external-id-likeness.ts'
import type { CallerIdentity, ExpectedCaller } from './sts.ts'
import type { Cause, PermissionCheckResult, Probe, ProbeName, Verdict } from './verdict.ts'

export type ExpectedProbe = { readonly name: ProbeName; readonly variant?: NearMissVariant | undefined }
export type ExpectedCheck = Pick<PermissionCheckResult, 'id' | 'permissionSet' | 'call' | 'resource'>

/** All that one look at a connection found, beside what would have to be found. `diagnose` knows nothing else. */
export type Evidence = {
  readonly identity: CallerIdentity
  readonly expectedCaller: ExpectedCaller
  readonly probes: readonly Probe[]
  /** Each of them must be there for the answer `verified`. */
  readonly expectedProbes: readonly ExpectedProbe[]
  /** The session that the right external ID gave, null while there is none. */
  readonly assumedRoleArn: string | null
  readonly expectedRoleArn: string
  readonly checks: readonly PermissionCheckResult[]
  readonly expectedChecks: readonly ExpectedCheck[]
  /** Since the connection was first looked at. */
  readonly waitedMs: number
  /** For how long AccessDenied may still be a change on its way through AWS. */
  readonly patienceMs: number
  /** The last verdict that said something of the role, see `rememberedVerdict`. */
  readonly previous: Verdict | null
  /** From the previous verdict to this look; 0 where there is none. */
  readonly sincePreviousMs: number
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

const is = (wanted: ExpectedProbe) => (probe: Probe) => probe.name === wanted.name && probe.variant === wanted.variant

/** Every expected call was made, and answered as a safe role answers. Unknown is never success. */
export function probesAreClean({ probes, expectedProbes }: Pick<Evidence, 'probes' | 'expectedProbes'>): boolean {
  const answersWell = (probe: Probe) => probe.outcome === (isNegative(probe) ? 'denied' : 'assumed')
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
  const isThere = (expected: ExpectedCheck) =>
    checks.some(
      (check) => check.id === expected.id && check.permissionSet === expected.permissionSet && check.resource === expected.resource,
    )
  return checks.every((check) => check.outcome === 'passed') && expectedChecks.every(isThere)
}

const transientCauses: readonly (readonly [RegExp, Cause])[] = [
  [/throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i, 'throttled'],
  [/Network|Timeout|Abort|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE/i, 'network'],
  [/ServiceUnavailable|InternalFailure|InternalError|InternalServer|^5\d\d$/i, 'aws-error'],
]

/** Why AWS gave no answer; null where the code is an answer. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
export function transientCause(code: string | undefined): Cause | null {
  return transientCauses.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? null
}

const credentialCodes: Readonly<Record<string, readonly Cause[]>> = {
  ExpiredToken: ['credentials-expired', 'clock'],
  ExpiredTokenException: ['credentials-expired', 'clock'],
  RequestExpired: ['clock', 'credentials-expired'],
  InvalidClientTokenId: ['wrong-partition', 'credentials-expired'],
  UnrecognizedClientException: ['wrong-partition', 'credentials-expired'],
  InvalidAccessKeyId: ['credentials-expired', 'wrong-partition'],
  SignatureDoesNotMatch: ['clock', 'credentials-expired'],
  IncompleteSignature: ['misdeployment'],
  MissingAuthenticationToken: ['misdeployment'],
  CredentialsProviderError: ['misdeployment', 'credentials-expired'],
}

/** What is wrong with the vendor's own credentials when AWS answers with this code; null where it does not speak of them. */
export function credentialCauses(code: string | undefined): readonly Cause[] | null {
  return code !== undefined && Object.hasOwn(credentialCodes, code) ? (credentialCodes[code] ?? null) : null
}
