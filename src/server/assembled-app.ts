import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { RandomBytes } from '#core/external-id.ts'
import { type Partition, partitionIds } from '#core/partition.ts'
import { partitionOf } from '#core/region.ts'
import type { ServedVendor, Vendor } from '#core/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verify } from '#core/verify/verify.ts'
import { createApp } from './app.ts'
import type { AppDependencies, Log, Pages } from './app-dependencies.ts'
import { awsSts } from './aws-sts.ts'
import { clientAddress } from './client-address.ts'
import type { Profiles, Settings } from './environment.ts'
import { createMetrics } from './metrics.ts'
import { rateLimits } from './rate-limits.ts'
import { createReadiness } from './readiness.ts'
import { keptReceiptKey } from './receipt-key-file.ts'
import { createReceipts } from './receipts.ts'
import type { Registry } from './registry.ts'
import { libsqlRegistry } from './registry-libsql.ts'
import type { Identified } from './request-log.ts'
import { keptSessionSecret } from './session-secret.ts'
import { createSessions } from './sessions.ts'
import type { SimulatedAws } from './simulated-aws.ts'
import { createVerification, type LookRequest } from './verification.ts'

type AssembledApp = {
  readonly app: Hono<Identified>
  /** Null where AWS is live. */
  readonly simulatorEndpoint: string | null
  readonly stop: () => Promise<void>
}

type Parts = {
  readonly settings: Settings
  readonly vendor: Vendor
  readonly log: Log
  readonly pages: ((served: ServedVendor) => Promise<Pages>) | null
}

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const now = () => new Date()

function stsByPartition(profiles: Profiles, controlProfiles: Profiles): (partition: Partition) => Sts {
  const forcePathStyle = process.env['AWS_ENDPOINT_URL'] !== undefined
  const byPartition = new Map(
    partitionIds.map((partition) => [
      partition,
      awsSts({ profile: profiles[partition], controlProfile: controlProfiles[partition], forcePathStyle }),
    ]),
  )
  return (partition) => {
    const sts = byPartition.get(partition)
    if (sts === undefined) throw new Error(`No access to ${partition}`)
    return sts
  }
}

/** The simulator is loaded only where it is asked for. */
async function simulation({ settings, vendor }: Parts): Promise<SimulatedAws | null> {
  if (settings.aws === 'live') return null
  const { startSimulatedAws } = await import('./simulated-aws.ts')
  return startSimulatedAws(vendor, settings)
}

type Served = {
  readonly settings: Settings
  readonly vendor: Vendor
  readonly registry: Registry
  readonly stsOf: (partition: Partition) => Sts
}

function awsParts({
  settings,
  vendor,
  registry,
  stsOf,
}: Served): Pick<AppDependencies, 'verification' | 'readiness' | 'limits' | 'simulated' | 'metrics'> {
  const limits = rateLimits()
  const metrics = createMetrics()
  const { patienceMs } = settings
  const simulated = settings.aws === 'simulator'
  async function look(request: LookRequest): Promise<Verdict> {
    const sts = stsOf(partitionOf(request.connection.region))
    const verdict = await verify({ sts, vendor, now, randomBytes, patienceMs, simulated, ...request })
    metrics.countVerdict(verdict)
    return verdict
  }
  return {
    simulated,
    limits,
    metrics,
    verification: createVerification({ vendor, registry, look, looksPerAccount: limits.looksPerAccount, now }),
    readiness: createReadiness({ vendor, callerIdentity: (region) => stsOf(partitionOf(region)).callerIdentity(region), now }),
  }
}

/** Throws where there are connections in a partition in which the config names no account: nothing could be asked or said of their roles. */
async function openRegistry(path: string, { accounts }: Vendor): Promise<Registry> {
  const registry = libsqlRegistry(path)
  const forgotten = (await registry.partitions()).filter((partition) => accounts[partition] === undefined)
  if (forgotten.length === 0) return registry
  registry.close()
  throw new Error(
    `There are connections in ${forgotten.join(' and ')}, and the vendor config names no account of yours there. Name it again under "accounts": their roles trust it.`,
  )
}

/** The app with everything behind it, as Node runs it. */
export async function assembleApp(parts: Parts): Promise<AssembledApp> {
  const { settings, log, pages } = parts
  // For nobody else on this machine: the registry holds external IDs, and what colleagues wrote to each other.
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  const registry = await openRegistry(join(settings.dataFolder, 'registry.db'), parts.vendor)
  const simulated = await simulation(parts)
  const vendor = simulated?.vendor ?? parts.vendor
  const { profiles, controlProfiles } = simulated ?? settings
  const secret = settings.sessionSecret ?? keptSessionSecret(settings.dataFolder, randomBytes)
  const app = createApp({
    ...awsParts({ settings, vendor, registry, stsOf: stsByPartition(profiles, controlProfiles) }),
    vendor,
    origin: settings.origin,
    registry,
    sessions: createSessions({ secret, launch: settings.launch, now, randomBytes }),
    receipts: await createReceipts(settings.receiptKey ?? (await keptReceiptKey(settings.dataFolder))),
    clientAddress: clientAddress(settings.trustedProxies),
    metricsToken: settings.metricsToken,
    handoffLifetimeMs: settings.handoffLifetimeMs,
    now,
    randomBytes,
    log,
    simulatedAws: simulated?.fetch ?? null,
    pages: (await pages?.({ ...vendor, simulated: settings.aws === 'simulator' })) ?? null,
  })
  const stop = async () => {
    await simulated?.stop()
    registry.close()
  }
  return { app, simulatorEndpoint: simulated?.endpoint ?? null, stop }
}
