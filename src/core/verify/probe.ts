import { readRoleArn } from '#core/aws/arn.ts'
import { partitions } from '#core/aws/partition.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { codeMeaning } from '#core/checks/checks.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { type NearMissVariant, nearMisses, randomExternalIdLike, routineNearMisses } from '#core/connection/external-id/likeness.ts'
import type { RequestedCheck } from '#core/connection/role-policies.ts'
import type { PermissionCheckResult, Probe, ProbeName } from './probe-result.ts'
import { checkPermissions, noPermissions, type Permission, sessionPolicy } from './session-policy.ts'
import type { AssumedSession, AwsRefusal, CheckAnswer, Sts } from './sts.ts'

/** The customer sees it in CloudTrail. */
export const verifySessionName = 'rolebridge-verify'

export type ProbeContext = {
  readonly sts: Sts
  readonly connection: Pick<Connection, 'roleArn' | 'region' | 'externalId'>
  readonly now: () => Date
  /** Milliseconds since the epoch, after which no call is sent any more. */
  readonly deadlineMs: number
}

export type ProbeCall = {
  readonly name: ProbeName
  readonly variant?: NearMissVariant
  /** Undefined sends none. */
  readonly externalId: string | undefined
  readonly assumeRole: Sts['assumeRole']
  /** By default the session may do nothing. */
  readonly sessionPolicy?: string
}

type ProbeAnswer = { readonly probe: Probe; readonly session: AssumedSession | null }

/** The only codes that are a denial. Any other error says nothing about the role. */
export const denialCodes: readonly string[] = ['AccessDenied', 'AccessDeniedException']

function probeOf({ name, variant }: ProbeCall, answer: AssumedSession | AwsRefusal, call: Pick<Probe, 'region' | 'at'>): Probe {
  const named = { name, ...(variant === undefined ? {} : { variant }), requestId: answer.requestId, ...call }
  if (answer.kind === 'assumed') return { ...named, outcome: 'assumed' }
  const { code, hint } = answer
  return { ...named, outcome: denialCodes.includes(code) ? 'denied' : 'error', code, ...(hint === null ? {} : { hint }) }
}

/** Nothing was sent: the check has taken as long as it may. */
export const outOfTime: AwsRefusal = { kind: 'refused', code: 'CheckTimeout', hint: null, requestId: '' }

export async function probe(call: ProbeCall, region: Region, { connection, now, deadlineMs }: ProbeContext): Promise<ProbeAnswer> {
  const { externalId, sessionPolicy = noPermissions } = call
  const request = { roleArn: connection.roleArn, externalId, region, sessionName: verifySessionName, sessionPolicy }
  const answer = now().getTime() >= deadlineMs ? outOfTime : await call.assumeRole(request)
  return { probe: probeOf(call, answer, { region, at: now().toISOString() }), session: answer.kind === 'assumed' ? answer : null }
}

/** All at once; the results are in the order of the calls. A session that was given wrongly is dropped. */
export async function probes(calls: readonly ProbeCall[], region: Region, context: ProbeContext): Promise<Probe[]> {
  return (await Promise.all(calls.map((call) => probe(call, region, context)))).map((answer) => answer.probe)
}

function rightIdCall(name: 'right-id' | 'right-id-again', { sts, connection }: ProbeContext): ProbeCall {
  return { name, externalId: connection.externalId, assumeRole: sts.assumeRole }
}

/** The right ID at the end, whose session makes the checks, reads the role where `more` allows it, and may do nothing else. */
export function checkingCall(requested: readonly RequestedCheck[], more: readonly Permission[], context: ProbeContext): ProbeCall {
  const { roleArn, region } = context.connection
  const place = {
    partition: partitionOf(region),
    region,
    accountId: readRoleArn(roleArn)?.accountId ?? '',
    today: context.now().toISOString().slice(0, 10),
  }
  return { ...rightIdCall('right-id-again', context), sessionPolicy: sessionPolicy([...checkPermissions(requested, place), ...more]) }
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

/** The calls without the external ID or with another value, which a secure role denies. */
export function wrongIdCalls({ sts, connection: { externalId } }: ProbeContext, randomBytes: RandomBytes): readonly ProbeCall[] {
  const { assumeRole } = sts
  return [
    { name: 'no-id', externalId: undefined, assumeRole },
    { name: 'random-id', externalId: randomExternalIdLike(externalId, randomBytes), assumeRole },
  ]
}

/** A role that is known to be secure needs fewer probes. */
export type ProbeScope =
  | { readonly kind: 'full' }
  /** `tried`: the near misses of the check before, so that this one can try others. */
  | { readonly kind: 'routine'; readonly tried: readonly NearMissVariant[]; readonly randomBytes: RandomBytes }

/** Calls of a full check, the right ID at its beginning and end included. */
const fullCheckMaximum = 16
const fixedCalls = 4

/** The other calls that a secure role denies: almost the right external ID, and the right one from another account or role. */
export function nearCalls({ sts, connection: { externalId } }: ProbeContext, scope: ProbeScope): readonly ProbeCall[] {
  const outsiders = sts.outsiders.map(({ name, assumeRole }): ProbeCall => ({ name, externalId, assumeRole }))
  const misses =
    scope.kind === 'full'
      ? nearMisses(externalId).slice(0, fullCheckMaximum - fixedCalls - outsiders.length)
      : routineNearMisses(externalId, scope.tried, scope.randomBytes)
  return [...misses.map((miss): ProbeCall => ({ name: 'near-miss', ...miss, assumeRole: sts.assumeRole })), ...outsiders]
}

function checkResult(requested: RequestedCheck, answer: CheckAnswer, at: string): PermissionCheckResult {
  const { requestId } = answer
  if (answer.kind === 'passed') return { ...requested, outcome: 'passed', requestId, at }
  const { code, action, hint } = answer
  const meaning = codeMeaning(requested.call, code)
  // The session policy is ours, so its denial says nothing about the role.
  const isOfRole = (meaning === 'denied' && hint !== 'session-policy') || meaning === 'absent'
  const said = { code, ...(action === undefined ? {} : { action }), ...(hint === null ? {} : { hint }) }
  return { ...requested, outcome: isOfRole ? 'failed' : 'error', ...said, requestId, at }
}

/** All at once: no check depends on another. */
export async function permissionChecks(
  session: AssumedSession,
  requested: readonly RequestedCheck[],
  { connection: { region }, now, deadlineMs }: Pick<ProbeContext, 'connection' | 'now' | 'deadlineMs'>,
): Promise<PermissionCheckResult[]> {
  const isLate = now().getTime() >= deadlineMs
  return Promise.all(
    requested.map(async (check) => checkResult(check, isLate ? outOfTime : await session.check({ ...check, region }), now().toISOString())),
  )
}
