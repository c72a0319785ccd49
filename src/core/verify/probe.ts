import type { Connection } from '../connection.ts'
import type { RandomBytes } from '../external-id.ts'
import { type NearMissVariant, nearMisses, randomExternalIdLike } from '../external-id-likeness.ts'
import { partitions } from '../partition.ts'
import { partitionOf, Region } from '../region.ts'
import type { AssumedSession, AwsRefusal, Sts } from './sts.ts'
import type { Probe, ProbeName } from './verdict.ts'

/** The customer sees it in CloudTrail. */
export const verifySessionName = 'rolebridge-verify'

export type ProbeContext = { readonly sts: Sts; readonly connection: Connection; readonly now: () => Date }

export type ProbeCall = {
  readonly name: ProbeName
  readonly variant?: NearMissVariant
  /** Undefined sends none. */
  readonly externalId: string | undefined
  readonly assumeRole: Sts['assumeRole']
}

type ProbeAnswer = { readonly probe: Probe; readonly session: AssumedSession | null }

// Only this code is a refusal; any other error says nothing of the role.
const denialCodes = ['AccessDenied', 'AccessDeniedException']

function probeOf({ name, variant }: ProbeCall, answer: AssumedSession | AwsRefusal, seen: Pick<Probe, 'region' | 'at'>): Probe {
  const named = { name, ...(variant === undefined ? {} : { variant }), requestId: answer.requestId, ...seen }
  if (answer.kind === 'assumed') return { ...named, outcome: 'assumed' }
  const { code, hint } = answer
  return { ...named, outcome: denialCodes.includes(code) ? 'denied' : 'error', code, ...(hint === null ? {} : { hint }) }
}

export async function probe(call: ProbeCall, region: Region, { connection, now }: ProbeContext): Promise<ProbeAnswer> {
  const answer = await call.assumeRole({
    roleArn: connection.roleArn,
    externalId: call.externalId,
    region,
    sessionName: verifySessionName,
  })
  return { probe: probeOf(call, answer, { region, at: now().toISOString() }), session: answer.kind === 'assumed' ? answer : null }
}

/** In order, and what a wrongly accepted one gives is dropped at once. */
export async function probesInOrder(calls: readonly ProbeCall[], region: Region, context: ProbeContext): Promise<Probe[]> {
  const probes: Probe[] = []
  for (const call of calls) probes.push((await probe(call, region, context)).probe)
  return probes
}

export function rightIdCall(name: 'right-id' | 'right-id-again', { sts, connection }: ProbeContext): ProbeCall {
  return { name, externalId: connection.externalId, assumeRole: sts.assumeRole }
}

/**
 * The account that owns the role can switch STS off in a region, but not in the home region of the partition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
 */
export async function rightIdProbe(context: ProbeContext): Promise<ProbeAnswer & { readonly region: Region }> {
  const { region } = context.connection
  const call = rightIdCall('right-id', context)
  const answer = await probe(call, region, context)
  const homeRegion = Region.parse(partitions[partitionOf(region)].homeRegion)
  if (answer.probe.code !== 'RegionDisabledException' || homeRegion === region) return { ...answer, region }
  return { ...(await probe(call, homeRegion, context)), region: homeRegion }
}

/** The calls without the external ID or with another value, which a safe role refuses. */
export function wrongIdCalls({ sts, connection: { externalId } }: ProbeContext, randomBytes: RandomBytes): readonly ProbeCall[] {
  const { assumeRole } = sts
  return [
    { name: 'no-id', externalId: undefined, assumeRole },
    { name: 'random-id', externalId: randomExternalIdLike(externalId, randomBytes), assumeRole },
  ]
}

/** The further calls that a safe role refuses: almost the right external ID, and the right one from another account. */
export function nearCalls({ sts, connection: { externalId } }: ProbeContext): readonly ProbeCall[] {
  const { assumeRole, assumeRoleFromControlAccount } = sts
  const otherAccount: readonly ProbeCall[] =
    assumeRoleFromControlAccount === null ? [] : [{ name: 'other-account', externalId, assumeRole: assumeRoleFromControlAccount }]
  return [...nearMisses(externalId).map((miss): ProbeCall => ({ name: 'near-miss', ...miss, assumeRole })), ...otherAccount]
}
