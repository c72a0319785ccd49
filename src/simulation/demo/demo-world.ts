import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { defaultHandoffLifetimeMs } from '#core/connection/handoff.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import { defaultPatienceMs } from '#core/verify/verify.ts'
import { createReadiness } from '#server/aws/readiness.ts'
import { roleVerification } from '#server/aws/role-verification.ts'
import { createApp } from '#server/http/app.ts'
import { noMetrics } from '#server/http/measurements.ts'
import type { Receipts } from '#server/http/receipts.ts'
import { unlimited } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import { createSessions } from '#server/sessions/sessions.ts'
import { seededBytes } from '#simulation/aws/identifiers.ts'
import { credentialsInPage } from '#simulation/aws/metadata.ts'
import { createSimulator, type Simulator } from '#simulation/aws/simulator.ts'
import { simulatedUserKey } from '#simulation/aws/vendor-user.ts'
import type { DemoClock, Pace } from './demo-clock.ts'
import { demoTemplates } from './demo-vendor.ts'
import { memoryRegistry } from './memory-registry.ts'
import { simulatedSts } from './simulated-sts.ts'

export type DemoWorldOptions = {
  readonly vendor: Vendor
  readonly clock: DemoClock
  /** The same actions with the same seed give the same IDs of connections, roles, stacks, and requests, and the same external IDs. */
  readonly seed: string
  readonly receipts: Receipts
  /** Called after each change in AWS, with the body of the request. */
  readonly onChange?: (body: string) => void
}

export type DemoWorld = {
  /** All routes of the server, including simulated AWS. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Ends the scenario of the account. */
  readonly fixAccount: (accountId: string) => void
}

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** The simulator's default: until a stack is ready, and until STS knows a change. */
export const delayMs = 3000
/** Time that the pace `instant` skips after each change. Every scenario account takes less to show it. */
export const leapMs = 35_000

/** How long AccessDenied counts as a pending change. At the pace `instant` nothing is pending before the first change. */
const patienceMs: Readonly<Record<Pace, (hasChanged: boolean) => number>> = {
  instant: (hasChanged) => (hasChanged ? leapMs / 2 : Number.MAX_SAFE_INTEGER),
  step: (hasChanged) => (hasChanged ? 10_000 : Number.MAX_SAFE_INTEGER),
  realistic: () => defaultPatienceMs,
}

function applicationCredentials(simulator: Simulator, vendor: Vendor, partition: Partition) {
  const userKey = simulatedUserKey(vendor, partition)
  return userKey === null ? credentialsInPage(simulator, `${partition}/application`) : async () => ({ ...userKey, sessionToken: null })
}

function stsOf(simulator: Simulator, { clock, vendor }: DemoWorldOptions): (partition: Partition) => Sts {
  const byPartition = new Map<Partition, Sts>()
  return (partition) => {
    const sts =
      byPartition.get(partition) ??
      simulatedSts({
        simulator,
        credentials: applicationCredentials(simulator, vendor, partition),
        controlCredentials: credentialsInPage(simulator, `${partition}/control`),
        secondRoleCredentials: credentialsInPage(simulator, `${partition}/second-role`),
        now: clock.now,
      })
    byPartition.set(partition, sts)
    return sts
  }
}

const isChange = (body: string): boolean => /(?:^|&)Action=(?:Create|Delete|Update|Put|Attach|Detach)/.test(body)

function memoryStore() {
  let text: string | null = null
  return {
    load: () => text,
    save: (next: string) => {
      text = next
    },
  }
}

function simulatedAccounts({ vendor, clock, seed, onChange }: DemoWorldOptions) {
  const fixed = new Set<string>()
  let changes = 0
  const simulator = createSimulator({
    vendor,
    store: memoryStore(),
    now: clock.now,
    delayMs,
    templates: demoTemplates(vendor),
    isFixed: (accountId) => fixed.has(accountId),
    // The number of checks depends on the machine, so repeated calls between two changes get the same IDs.
    bytesFor: (request) => seededBytes(`${seed} aws ${changes} ${request}`),
  })

  async function simulatedAws(request: Request): Promise<Response> {
    const body = await request.clone().text()
    const response = await simulator.fetch(request)
    if (!response.ok || !isChange(body)) return response
    changes += 1
    if (clock.pace() === 'instant') clock.pass(leapMs)
    onChange?.(body)
    return response
  }

  return { simulator, simulatedAws, fixAccount: (accountId: string) => void fixed.add(accountId), changes: () => changes }
}

/** Browsers expire sessions by their own clock, not the demo's. */
function demoSessions({ seed, vendor }: DemoWorldOptions, { sessions: records }: Registry) {
  const randomBytes = seededBytes(`${seed} sessions`)
  return createSessions({
    secret: randomBytes(32),
    launch: { kind: 'none' },
    anonymous: 'allowed',
    audiences: () => [],
    vendor,
    records,
    now: () => new Date(),
    randomBytes,
  })
}

export function createDemoWorld(options: DemoWorldOptions): DemoWorld {
  const { vendor, clock, seed, receipts } = options
  const randomBytes = seededBytes(`${seed} server`)
  const now = () => new Date(clock.now())
  const { simulator, simulatedAws, fixAccount, changes } = simulatedAccounts(options)
  const sts = stsOf(simulator, options)
  const registry = memoryRegistry()
  const app = createApp({
    vendor,
    simulated: true,
    launch: 'optional',
    origin: null,
    registry,
    receipts,
    sessions: demoSessions(options, registry),
    readVendorToken: null,
    sendTestEvent: null,
    ...roleVerification({
      vendor,
      registry,
      stsFor: ({ region }) => sts(partitionOf(region)),
      limits: unlimited,
      simulated: true,
      now,
      settings: () => ({
        randomBytes: seededBytes(`${seed} look ${changes()}`),
        patienceMs: patienceMs[clock.pace()](changes() > 0),
      }),
    }),
    readiness: createReadiness({ vendor, stsIn: (region) => sts(partitionOf(region)), now }),
    limits: unlimited,
    clientAddress: () => 'page',
    handoffLifetimeMs: defaultHandoffLifetimeMs,
    now,
    randomBytes,
    log: silent,
    metrics: noMetrics,
    metricsToken: null,
    isStopping: () => false,
    simulatedAws,
    pages: null,
  })
  return { fetch: async (request) => app.fetch(request), fixAccount }
}
