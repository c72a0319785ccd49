import type { RemovalCheck } from '#core/connection/disconnection.ts'
import type { Evidence } from './evidence.ts'
import { provesDenial } from './evidence.ts'
import { type ProbeCall, probes, rightIdProbe, wrongIdCalls } from './probe.ts'
import type { Probe } from './probe-result.ts'
import { othersThan } from './untested.ts'
import { checkDeadlineMs, evidenceBefore, isVendorFault, type VerifyOptions } from './verify.ts'

export type RemovalOptions = Pick<VerifyOptions, 'sts' | 'connection' | 'vendor' | 'now' | 'randomBytes' | 'simulated'> & {
  /** ARNs of application roles that the role trusted when it was verified last, or that the customer was told to trust. It may still. */
  readonly trustedBefore?: readonly string[]
}

type Calls = { readonly made: readonly Probe[]; readonly evidence: Evidence }

/** While the external ID is replaced, the role may accept another one. */
function secondIdCalls({ sts, connection }: RemovalOptions): readonly ProbeCall[] {
  const externalId = connection.rotation?.externalId
  return externalId === undefined ? [] : [{ name: 'right-id', externalId, assumeRole: sts.assumeRole }]
}

/** One call while the role can be assumed. After a denial also the calls that an inverted condition would allow. */
async function calls(options: RemovalOptions): Promise<Calls> {
  const { now, randomBytes } = options
  const at = now().toISOString()
  const deadlineMs = now().getTime() + checkDeadlineMs
  const whole = {
    ...options,
    previous: null,
    start: { firstCheckAt: at },
    patienceMs: 0,
    isRoutine: false,
    otherExternalIds: [],
    rotationBefore: null,
  }
  const evidence = await evidenceBefore(whole, { kind: 'full' }, deadlineMs)
  if (isVendorFault(evidence)) return { made: [], evidence }
  const context = { ...options, deadlineMs }
  const { probe: rightId, region } = await rightIdProbe(context)
  if (rightId.outcome !== 'denied') return { made: [rightId], evidence }
  const calls = [...secondIdCalls(context), ...wrongIdCalls(context, randomBytes)]
  const [canary, others] = await Promise.all([options.sts.canary(region), probes(calls, region, context)])
  return { made: [rightId, ...others], evidence: { ...evidence, canary } }
}

/** A denial counts only if the role made it, and if our own policies let the call through. */
function outcomeOf({ made, evidence }: Calls): RemovalCheck['outcome'] {
  if (made.some(({ outcome }) => outcome === 'assumed')) return 'allowed'
  const isBlind = evidence.canary === 'blind' || evidence.canary === 'unknown'
  if (made.length === 0 || isBlind || isVendorFault({ ...evidence, probes: made })) return 'unknown'
  return made.every(provesDenial) ? 'denied' : 'unknown'
}

/** A denial of one application role says nothing of the others. */
const untried = ({ identity, expectedCaller }: Evidence, trustedBefore: readonly string[] = []): readonly string[] =>
  othersThan(identity, [...new Set([...expectedCaller.applicationPrincipalArns, ...trustedBefore])])

/** Tells whether a role that is to be removed can still be assumed, with its external ID or without it. */
export async function checkRemoval(options: RemovalOptions): Promise<RemovalCheck> {
  const found = await calls(options)
  const others = untried(found.evidence, options.trustedBefore)
  return {
    outcome: outcomeOf(found),
    at: options.now().toISOString(),
    requestIds: found.made.flatMap(({ requestId }) => (requestId === '' ? [] : [requestId])),
    simulated: options.simulated,
    ...(others.length === 0 ? {} : { untried: [...others] }),
  }
}
