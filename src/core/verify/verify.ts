import { isSessionOf } from '#core/aws/arn.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { routineBytesLength } from '#core/connection/external-id/likeness.ts'
import { inspectionActions } from '#core/connection/inspection-set.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import { applicationPrincipalArns, type RolePlan, rolePlan, vendorAccountId } from '#core/connection/role-plan.ts'
import { requestedChecks } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { vendorFaults } from './diagnoses/vendor-faults.ts'
import { type Evidence, type OtherExternalIdResult, probesAreClean, provesDenial, wasVerified, wronglyAssumed } from './evidence.ts'
import { type Inspection, inspected, isInspected, withKnownRoles } from './inspection/inspection.ts'
import { readRole } from './inspection/read-role.ts'
import { nextCheckInMs } from './next-check.ts'
import {
  checkingCall,
  nearCalls,
  outOfTime,
  type ProbeContext,
  type ProbeScope,
  permissionChecks,
  probe,
  probes,
  rightIdProbe,
  wrongIdCalls,
} from './probe.ts'
import type { Probe } from './probe-result.ts'
import { type RotationCheck, type RotationStep, rotationAfter, rotationCalls, rotationPauseMs } from './rotation-check.ts'
import type { Permission } from './session-policy.ts'
import type { AssumedSession } from './sts.ts'
import { leftUntested, untested, untriedRoles } from './untested.ts'
import type { Verdict } from './verdict.ts'
import { diagnose } from './verdict.ts'
import type { ComparedVerdict, Wait, WaitStart } from './verdict-history.ts'

/**
 * For this long, AccessDenied counts as a change that AWS is applying. AWS promises no time; reports say 2 s to about 2 min.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
 */
export const defaultPatienceMs = 120_000

/** No call starts later. The last one takes up to 5 s more. */
export const checkDeadlineMs = 9_000

/** The external ID of another tenant's connection to the same role. */
type OtherExternalId = Pick<OtherExternalIdResult, 'connectionId' | 'wasAccepted'> & { readonly externalId: string }

export type VerifyOptions = Omit<ProbeContext, 'deadlineMs'> & {
  readonly connection: Connection
  readonly vendor: Vendor
  /** The latest verdict that spoke about the role, see `verdictToCompare`. `wasVerified`: an earlier one verified it. */
  readonly previous: (ComparedVerdict & { readonly wasVerified?: boolean }) | null
  readonly start: WaitStart
  readonly randomBytes: RandomBytes
  /** See `defaultPatienceMs`. */
  readonly patienceMs: number
  readonly simulated: boolean
  /** A routine check of a role that a full check has verified. */
  readonly isRoutine: boolean
  readonly otherExternalIds: readonly OtherExternalId[]
  /** See `TrustPlan`. */
  readonly retiredRoles?: readonly string[]
  /** The result of the check before, on the same request. Null: there was none, or the external ID wasn't being replaced. */
  readonly rotationBefore: RotationCheck | null
}

export type Verification = {
  readonly verdict: Verdict
  /** For the registry alone: neither the verdict nor anything made of it names them. */
  readonly otherExternalIds: readonly OtherExternalIdResult[]
  readonly wait: Wait
  /** Null: the external ID isn't being replaced, or nothing more is known of it than before. */
  readonly rotationStep: RotationStep | null
}

type Found = Pick<Evidence, 'probes' | 'assumedRoleArn' | 'assumedAgainRoleArn' | 'checks' | 'canary' | 'otherExternalIds' | 'inspection'>

const nothingFound: Found = {
  probes: [],
  assumedRoleArn: null,
  assumedAgainRoleArn: null,
  checks: [],
  canary: 'absent',
  otherExternalIds: [],
}

export const isVendorFault = (evidence: Evidence) => vendorFaults.some((rule) => rule.applies(evidence))

function scopeOf({ isRoutine, previous, randomBytes }: VerifyOptions): ProbeScope {
  if (!isRoutine || previous === null) return { kind: 'full' }
  // Drawn once: the calls that are made must be those that are expected.
  const drawn = randomBytes(routineBytesLength)
  return {
    kind: 'routine',
    tried: previous.probes.flatMap(({ variant }) => variant ?? []),
    randomBytes: (length) => drawn.slice(0, length),
  }
}

const expectedProbes = (context: ProbeContext, scope: ProbeScope): Evidence['expectedProbes'] =>
  nearCalls(context, scope).map(({ name, variant }) => ({ name, variant }))

/** The callers and the expected answers of a check; nothing has been sent to the customer's role yet. */
export async function evidenceBefore(options: VerifyOptions, scope: ProbeScope, deadlineMs: number): Promise<Evidence> {
  const { sts, connection, vendor, previous, start, now, patienceMs } = options
  const sinceMs = (at: string) => Math.max(0, now().getTime() - Date.parse(at))
  const { firstCheckAt, launchedAt = firstCheckAt } = start
  const { region } = connection
  const partition = partitionOf(region)
  const [identity, ...outsiders] = await Promise.all([
    sts.callerIdentity(region),
    ...sts.outsiders.map(({ callerIdentity }) => callerIdentity(region)),
  ])
  return {
    ...nothingFound,
    identity,
    expectedCaller: {
      accountId: vendorAccountId(vendor, partition),
      applicationPrincipalArns: applicationPrincipalArns(vendor, partition),
    },
    outsiders: sts.outsiders.flatMap(({ name }, index) => {
      const caller = outsiders[index]
      return caller === undefined ? [] : [{ name, identity: caller }]
    }),
    expectedProbes: expectedProbes({ ...options, deadlineMs }, scope),
    expectedRoleArn: connection.roleArn,
    expectedChecks: requestedChecks(connection, vendor),
    needsUpdate: permissionsUpdate(connection, vendor) !== null,
    requiresReading: vendor.roleInspection === 'required',
    sinceFirstCheckMs: sinceMs(firstCheckAt),
    waitedMs: launchedAt === null ? null : sinceMs(launchedAt),
    patienceMs,
    previous,
    sincePreviousMs: previous === null ? 0 : sinceMs(previous.checkedAt),
  }
}

/**
 * After patience, a denied right ID may mean an inverted condition, which denies the right ID and accepts other calls, whether or not the
 * role's creation is known to have started. Before that a denial is a change on its way, and costs one call.
 */
const mayBeInverted = (evidence: Evidence) => wasVerified(evidence) || evidence.sinceFirstCheckMs >= evidence.patienceMs

type Context = VerifyOptions & ProbeContext

function clearOutcome(result: Probe | undefined): Probe['outcome'] {
  if (result?.outcome === 'denied') return provesDenial(result) ? 'denied' : 'error'
  return result?.outcome ?? 'error'
}

/** Tried only on a role that accepts this connection's own ID and denies every guess: for any other role it would tell nothing new. */
async function tryOtherIds(region: Region, context: Context): Promise<readonly OtherExternalIdResult[]> {
  const { assumeRole } = context.sts
  const calls = context.otherExternalIds.map(({ externalId }) => ({ name: 'random-id', externalId, assumeRole }) as const)
  const results = await probes(calls, region, context)
  return context.otherExternalIds.map(({ connectionId, wasAccepted }, index) => ({
    connectionId,
    wasAccepted,
    outcome: clearOutcome(results[index]),
  }))
}

/** The right ID is denied, or AWS gave no answer. */
async function withoutSession(first: Found, region: Region, before: Evidence, context: Context): Promise<Found> {
  const evidence = { ...before, ...first }
  const isDenied = first.probes.every(({ outcome }) => outcome === 'denied')
  if (!isDenied || !mayBeInverted(evidence) || isVendorFault(evidence)) return first
  return { ...first, probes: [...first.probes, ...(await probes(wrongIdCalls(context, context.randomBytes), region, context))] }
}

/** Null for a role that may not be read. */
function inspectedPlan({ connection, vendor }: Context): RolePlan | null {
  const plan = rolePlan(connection, vendor)
  return isInspected(plan) ? plan : null
}

const inspectionPermissions = (plan: RolePlan | null): readonly Permission[] =>
  plan === null ? [] : inspectionActions.map((action) => ({ action, arns: [plan.roleArn] }))

/** Late calls are not sent: a reading that takes long must not delay the verdict. */
async function inspectionOf(session: AssumedSession, plan: RolePlan | null, context: Context): Promise<Inspection | undefined> {
  if (plan === null) return undefined
  const { connection, previous, now, deadlineMs, retiredRoles = [] } = context
  const send = session.iam(connection.region)
  const reading = await readRole(async (parameters) => (now().getTime() >= deadlineMs ? outOfTime : send(parameters)), plan)
  return withKnownRoles(inspected(reading, { ...plan, retiredRoles }, now().toISOString()), previous?.inspection, plan)
}

/** Tries the permissions of the role, only once the role has denied everything else. */
async function withChecks(denied: Found, region: Region, before: Evidence, context: Context): Promise<Found> {
  const plan = inspectedPlan(context)
  const { probe: again, session } = await probe(checkingCall(before.expectedChecks, inspectionPermissions(plan), context), region, context)
  const found: Found = { ...denied, probes: [...denied.probes, again], assumedAgainRoleArn: session?.assumedRoleArn ?? null }
  if (session === null || !isSessionOf(session.assumedRoleArn, before.expectedRoleArn)) return found
  const otherExternalIds = probesAreClean({ ...before, ...found }) ? await tryOtherIds(region, context) : []
  if (otherExternalIds.some(({ outcome }) => outcome === 'assumed')) return { ...found, otherExternalIds }
  const [checks, inspection] = await Promise.all([
    permissionChecks(session, before.expectedChecks, context),
    inspectionOf(session, plan, context),
  ])
  return { ...found, otherExternalIds, checks, inspection }
}

async function probeRole(before: Evidence, scope: ProbeScope, context: Context): Promise<Found> {
  const { probe: rightId, session, region } = await rightIdProbe(context)
  const first: Found = { ...nothingFound, probes: [rightId], assumedRoleArn: session?.assumedRoleArn ?? null }
  if (session === null) return withoutSession(first, region, before, context)
  if (!isSessionOf(session.assumedRoleArn, before.expectedRoleArn)) return first
  const wrongCalls = [...wrongIdCalls(context, context.randomBytes), ...nearCalls(context, scope)]
  const [canary, denials] = await Promise.all([context.sts.canary(region), probes(wrongCalls, region, context)])
  const found: Found = { ...first, canary, probes: [rightId, ...denials] }
  // Every wrong call has been made, so the customer sees them all; a role that is not secure is not used for anything else.
  return wronglyAssumed(found).length > 0 ? found : withChecks(found, region, before, context)
}

type Begun = { readonly before: Evidence; readonly scope: ProbeScope; readonly context: Context }

/** A new external ID that the role accepts is verified as if it were in use already, with every probe. */
function begunWith(connection: Connection, begun: Begun): Begun {
  const { before, context } = begun
  if (connection === context.connection) return begun
  const [scope, changed] = [{ kind: 'full' } as const, { ...context, connection }]
  return { scope, context: changed, before: { ...before, expectedProbes: expectedProbes(changed, scope) } }
}

const pauseMs = (usualMs: number, rotation: RotationCheck | null): number =>
  rotation === null ? usualMs : Math.min(usualMs, rotationPauseMs)

/** Verifies one connection: who we are, whether the role can be assumed, whether it denies what it must deny, what it can do. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const deadlineMs = options.now().getTime() + checkDeadlineMs
  const given = { scope: scopeOf(options), context: { ...options, deadlineMs } }
  const evidence = await evidenceBefore(options, given.scope, deadlineMs)
  const isFault = isVendorFault(evidence)
  const calls = isFault ? null : await rotationCalls(given.context)
  const { before, scope, context } = begunWith(calls?.connection ?? options.connection, { ...given, before: evidence })
  const found: Found = isFault ? before : await probeRole(before, scope, context)
  const result = diagnose({ ...before, ...found })
  const { check: rotation, step } =
    calls === null
      ? { check: null, step: null }
      : rotationAfter(calls, {
          ...{ before: options.rotationBefore, kind: result.kind, inspection: found.inspection },
          hasSeveralRoles: before.expectedCaller.applicationPrincipalArns.length > 1,
        })
  const turnsVerified = result.kind === 'verified' && options.previous?.kind !== 'verified'
  const verdict: Verdict = {
    ...result,
    probes: [...found.probes],
    checks: [...found.checks],
    ...(rotation === null ? {} : { rotation }),
    ...(found.inspection === undefined ? {} : { inspection: found.inspection }),
    untested: leftUntested(untested(options.connection, options.vendor, options.sts), found.inspection),
    ...untriedRoles(before, found.inspection),
    checkedAt: options.now().toISOString(),
    nextCheckInMs: pauseMs(nextCheckInMs({ ...result, ...before, turnsVerified }), rotation),
    simulated: options.simulated,
  }
  return { verdict, otherExternalIds: found.otherExternalIds, wait: before, rotationStep: step }
}
