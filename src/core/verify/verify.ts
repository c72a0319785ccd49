import type { RandomBytes } from '../external-id.ts'
import { partitionOf } from '../region.ts'
import { applicationRoleArn, vendorAccountId } from '../role-plan.ts'
import type { Vendor } from '../vendor.ts'
import { isSessionOf } from './assumed-role-arn.ts'
import { diagnose } from './diagnose.ts'
import { type Evidence, wronglyAssumed } from './evidence.ts'
import { nextCheckInMs } from './next-check.ts'
import { askedChecks, permissionChecks } from './permission-checks.ts'
import { nearCalls, type ProbeContext, probe, probesInOrder, rightIdCall, rightIdProbe, wrongIdCalls } from './probe.ts'
import { wasVerified } from './trust-rules.ts'
import { vendorRules } from './vendor-rules.ts'
import type { Verdict } from './verdict.ts'

/**
 * How long AccessDenied counts as a change on its way. AWS promises no time; reports go from 2 s to about 2 min.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
 */
export const defaultPatienceMs = 120_000

export type VerifyOptions = ProbeContext & {
  readonly vendor: Vendor
  /** The last verdict that said something of the role, see `rememberedVerdict`. */
  readonly previous: Verdict | null
  /** When this connection was first looked at, ISO. */
  readonly firstLookAt: string
  readonly randomBytes: RandomBytes
  /** See `defaultPatienceMs`. */
  readonly patienceMs: number
  readonly simulated: boolean
}

type Found = Pick<Evidence, 'probes' | 'assumedRoleArn' | 'checks'>

const isVendorFault = (evidence: Evidence) => vendorRules.some((rule) => rule.applies(evidence))

/** Who calls, and what would have to be found; nothing has been sent to the customer's role yet. */
async function evidenceBefore(options: VerifyOptions): Promise<Evidence> {
  const { sts, connection, vendor, previous, firstLookAt, now, patienceMs } = options
  const partition = partitionOf(connection.region)
  return {
    identity: await sts.callerIdentity(connection.region),
    expectedCaller: { accountId: vendorAccountId(vendor, partition), applicationRoleArn: applicationRoleArn(vendor, partition) },
    probes: [],
    expectedProbes: nearCalls(options).map(({ name, variant }) => ({ name, variant })),
    assumedRoleArn: null,
    expectedRoleArn: connection.roleArn,
    checks: [],
    expectedChecks: askedChecks(connection, vendor),
    waitedMs: Math.max(0, now().getTime() - Date.parse(firstLookAt)),
    patienceMs,
    previous,
    sincePreviousMs: previous === null ? 0 : Math.max(0, now().getTime() - Date.parse(previous.checkedAt)),
  }
}

/**
 * Past patience, a denied right ID may mean an inverted condition, which refuses the right ID and accepts other calls.
 * Before that a denial is a change on its way, and costs one call.
 */
const mayBeInverted = (evidence: Evidence) => wasVerified(evidence) || evidence.waitedMs >= evidence.patienceMs

async function look(before: Evidence, options: VerifyOptions): Promise<Found> {
  const { probe: rightId, session, region } = await rightIdProbe(options)
  const first: Found = { probes: [rightId], assumedRoleArn: session?.assumedRoleArn ?? null, checks: [] }
  const evidence = { ...before, ...first }
  const wrongIds = wrongIdCalls(options, options.randomBytes)
  if (session === null) {
    const asksFurther = rightId.outcome === 'denied' && mayBeInverted(evidence) && !isVendorFault(evidence)
    return asksFurther ? { ...first, probes: [rightId, ...(await probesInOrder(wrongIds, region, options))] } : first
  }
  if (!isSessionOf(session.assumedRoleArn, before.expectedRoleArn)) return first
  const probes = [rightId, ...(await probesInOrder([...wrongIds, ...nearCalls(options)], region, options))]
  // Every wrong call has been made, so the customer sees them all; a role that is not safe is not used for anything else.
  if (wronglyAssumed({ probes }).length > 0) return { ...first, probes }
  const again = await probe(rightIdCall('right-id-again', options), region, options)
  const checks =
    again.session === null ? [] : await permissionChecks(again.session, askedChecks(options.connection, options.vendor), options.now)
  return { ...first, probes: [...probes, again.probe], checks }
}

/** Looks at one connection: who we are, whether the role answers, whether it refuses what it must refuse, what it may do. */
export async function verify(options: VerifyOptions): Promise<Verdict> {
  const before = await evidenceBefore(options)
  const found: Found = isVendorFault(before) ? before : await look(before, options)
  const { probes, checks } = found
  const result = diagnose({ ...before, ...found })
  return {
    ...result,
    probes: [...probes],
    checks: [...checks],
    checkedAt: options.now().toISOString(),
    nextCheckInMs: nextCheckInMs({ ...result, waitedMs: before.waitedMs }),
    simulated: options.simulated,
  }
}
