import { mkdirSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { reportedReadiness, vendorFaultReport } from './aws/fault-reports.ts'
import { liveAws } from './aws/live-aws.ts'
import { type PartitionSts, stsByPartition } from './aws/partition-access.ts'
import { createReadiness, firstRegions } from './aws/readiness.ts'
import { newHolder, roleVerification } from './aws/role-verification.ts'
import { type CheckDue, scheduledChecks } from './aws/scheduled-checks.ts'
import { auditOfRotations, auditOfSchedule, reportFailedCheck, reportNoTime, reportOfUpdates } from './background-reports.ts'
import { backgroundWork } from './background-work.ts'
import { reportedUpdates, tellOfUpdates } from './campaign/update-campaign.ts'
import { type AwsIdentity, ownAws, type Settings, simulatedAws } from './config/environment.ts'
import { keptReceiptKey, keptSessionSecret, previousReceiptKeys, previousSessionSecret } from './config/kept-secrets.ts'
import type { Log } from './config/log.ts'
import { createApp } from './http/app.ts'
import type { AppDependencies, Pages } from './http/app-dependencies.ts'
import { createMetrics } from './http/metrics.ts'
import { servedVendor } from './http/operations/public-files.ts'
import { clientAddress, rateLimits } from './http/rate-limits.ts'
import { createReceipts, newReceiptKey, type Receipts } from './http/receipts.ts'
import type { Identified } from './http/request-facts.ts'
import { measured } from './measured.ts'
import { refuseWrongRoles, reportAllOwnPolicies } from './own-roles.ts'
import { checkFileModes } from './registry/file-modes.ts'
import { openRegistry } from './registry/open-registry.ts'
import type { Registry } from './registry/registry.ts'
import { startRepeatedWork } from './repeated-work.ts'
import { createSessions } from './sessions/sessions.ts'
import { vendorTokenReader } from './sessions/vendor-tokens.ts'
import type { SimulatedAws } from './simulated-aws.ts'
import { type EventDelivery, eventDelivery } from './webhooks/event-delivery.ts'

type AssembledApp = {
  readonly app: Hono<Identified>
  readonly aws: AwsIdentity
  /** Null with live AWS. */
  readonly simulatorEndpoint: string | null
  /** Checks some of the connections whose scheduled check is due. */
  readonly checkDue: CheckDue
  readonly deliverAllDue: EventDelivery['deliverAllDue']
  /** Compares the config with the connections, where that is left, and tells of those that need an update. */
  readonly tellOfUpdates: (isTimeLeft: () => boolean) => Promise<void>
  /** From now on no check begins on its own, and the server says that it is not ready. It still answers. */
  readonly beginStop: () => void
  /** Waits for the checks in progress. */
  readonly stop: () => Promise<void>
}

type Parts = {
  readonly settings: Settings
  readonly vendor: Vendor
  readonly log: Log
  /** True: an empty registry is created where one was lost. */
  readonly isNewRegistryAllowed?: boolean
  readonly pages: ((served: ServedVendor) => Promise<Pages>) | null
  /** Known once the server listens, where `PORT` is 0. */
  readonly port: () => number
  /** Undefined: a server of its own, whose clients connect to it. */
  readonly platform?: Platform
}

/** Tasks that a platform for functions takes over from a server. */
export type Platform = {
  readonly peerAddress: (context: Context) => string | undefined
  /** False where nothing runs once a request has been answered. */
  readonly runsInBackground: boolean
}

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const now = () => new Date()

/** With real AWS the simulator is never loaded. */
async function simulation({ settings, vendor }: Parts): Promise<SimulatedAws | null> {
  if (settings.aws === 'live') return null
  const { startSimulatedAws } = await import('./simulated-aws.ts')
  return startSimulatedAws(vendor, settings)
}

type AwsParts = Pick<AppDependencies, 'verification' | 'checkRemoval' | 'readiness' | 'limits' | 'simulated' | 'metrics'> & {
  readonly checkDue: CheckDue
}

type Served = {
  readonly settings: Settings
  readonly isSimulated: boolean
  readonly vendor: Vendor
  readonly registry: Registry
  readonly stsOf: (partition: Partition) => PartitionSts
  readonly metrics: ReturnType<typeof createMetrics>
  readonly log: Log
  readonly runsInBackground: boolean
}

function awsParts({ runsInBackground, settings, isSimulated, vendor, registry, stsOf, metrics, log }: Served): AwsParts {
  const limits = rateLimits()
  const reportFault = vendorFaultReport(log)
  const { patienceMs } = settings
  const holder = newHolder(randomBytes)
  const of = ({ region }: Pick<Connection, 'region'>) => stsOf(partitionOf(region))
  const ofRoles = roleVerification({
    vendor,
    registry,
    stsFor: (connection) => of(connection).stsOfCheck(),
    queueOf: (connection) => of(connection).queue,
    limits,
    simulated: isSimulated,
    now,
    settings: () => ({ randomBytes, patienceMs }),
    holder,
    runsInBackground,
    onError: reportFailedCheck(log),
    onRotated: auditOfRotations(log),
    onVerdict: (verdict, connection) => {
      metrics.countVerdict(verdict)
      log.info({ connectionId: connection.id, verdict: verdict.kind, diagnosis: verdict.diagnosis }, 'checked a role')
      reportFault(connection, verdict)
    },
  })
  const readiness = reportedReadiness(createReadiness({ vendor, stsIn: (region) => of({ region }).stsOfCheck(), now }), log)
  const partitions = firstRegions(vendor).map((region) => partitionOf(region))
  metrics.measure(measured({ registry, readiness, partitions, stsOf, nowMs: () => performance.now() }))
  return {
    simulated: isSimulated,
    limits,
    metrics,
    ...ofRoles,
    checkDue: scheduledChecks({
      ...ofRoles,
      registry,
      holder,
      atOnce: Math.max(10, settings.stsPerSecond),
      readiness,
      now,
      ...auditOfSchedule(log),
      onError: reportFailedCheck(log),
    }),
    readiness,
  }
}

/** Throws if there are connections in a partition without an account in the config: their roles couldn't be verified. */
async function openedRegistry(
  { settings, vendor: { accounts }, log, isNewRegistryAllowed = false }: Parts,
  aws: AwsIdentity,
): Promise<Registry> {
  const registry = await openRegistry({
    url: settings.registryUrl,
    dataFolder: settings.dataFolder,
    isNewAllowed: isNewRegistryAllowed,
    isMigration: false,
    aws,
    log,
  })
  const forgotten = (await registry.partitions()).filter((partition) => accounts[partition] === undefined)
  if (forgotten.length === 0) return registry
  await registry.close()
  throw new Error(
    `The registry has connections in ${forgotten.join(' and ')}, but the vendor config names no account of yours there. Add it again under "accounts": their roles trust it.`,
  )
}

/** The audiences of launch tokens and of the vendor API. Never from the `Host` header, which anyone can write. */
const audiences = ({ settings: { origin }, port }: Parts): readonly string[] =>
  origin === null ? [`http://localhost:${port()}`, `http://127.0.0.1:${port()}`] : [origin]

const launchOf = ({ anonymous }: Settings): ServedVendor['launch'] => (anonymous === 'denied' ? 'required' : 'optional')

function admission(parts: Parts, vendor: Vendor, registry: Registry): Pick<AppDependencies, 'sessions' | 'readVendorToken' | 'launch'> {
  const { launch, anonymous, sessionSecret, previous, dataFolder, vendorApi } = parts.settings
  const sessions = createSessions({
    secret: sessionSecret ?? keptSessionSecret(dataFolder, randomBytes),
    previousSecret: previous.sessionSecret ?? previousSessionSecret(dataFolder),
    launch,
    anonymous,
    audiences: () => audiences(parts),
    vendor,
    records: registry.sessions,
    now,
    randomBytes,
  })
  const readVendorToken = vendorTokenReader({ keys: vendorApi, audiences: () => audiences(parts), now })
  return { sessions, readVendorToken, launch: launchOf(parts.settings) }
}

async function receiptsOf({ receiptKey, previous, dataFolder }: Settings): Promise<Receipts> {
  const key = receiptKey ?? (await keptReceiptKey(dataFolder, newReceiptKey))
  return createReceipts(key, [...previous.receiptKeys, ...previousReceiptKeys(dataFolder)])
}

const untrustedProxy =
  'A request had an X-Forwarded-For header, which is not trusted, so limits count by the address of the peer. If your own proxies are in front of this server, set ROLEBRIDGE_TRUSTED_PROXIES to their number.'

/** Closed to other users: the registry holds external IDs and the notes of colleagues. */
function openDataFolder(folder: string, log: Log): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  checkFileModes(folder, log)
}

/** One after the other, because each uses the next. */
async function stopped(parts: readonly ({ readonly stop: () => Promise<unknown> } | null)[]): Promise<void> {
  for (const part of parts) await part?.stop()
}

type App = { readonly app: Hono<Identified>; readonly checkDue: CheckDue; readonly events: EventDelivery }

type Outside = { readonly simulated: SimulatedAws | null; readonly isStopping: () => boolean }

async function appOf(parts: Parts, served: Served, { simulated, isStopping }: Outside): Promise<App> {
  const { settings, vendor, registry, log, isSimulated } = served
  const { checkDue, ...partsOfAws } = awsParts(served)
  const receipts = await receiptsOf(settings)
  const { profiles } = simulated ?? settings
  const { credentials } = simulated ?? {}
  const events = eventDelivery({ ...served, settings: { ...settings, profiles }, credentials, receipts, now, randomBytes })
  const simulatedAws = simulated?.fetch ?? null
  const pages = await parts.pages?.(servedVendor(vendor, { simulated: isSimulated, simulatedAws, launch: launchOf(settings) }))
  const onUntrusted = parts.platform ? undefined : () => log.warn({}, untrustedProxy)
  const app = createApp({
    ...partsOfAws,
    vendor,
    origin: settings.origin,
    registry,
    ...admission(parts, vendor, registry),
    receipts,
    sendTestEvent: events.sendTestEvent,
    clientAddress: clientAddress(settings.trustedProxies, onUntrusted, parts.platform?.peerAddress),
    metricsToken: settings.metricsToken,
    isStopping,
    handoffLifetimeMs: settings.handoffLifetimeMs,
    now,
    randomBytes,
    log,
    simulatedAws,
    pages: pages ?? null,
  })
  return { app, checkDue, events }
}

/** The app with everything behind it, as Node runs it. */
export async function assembleApp(parts: Parts): Promise<AssembledApp> {
  const { settings, log, platform } = parts
  openDataFolder(settings.dataFolder, log)
  const aws = settings.aws === 'simulator' ? simulatedAws : await liveAws(parts.vendor, settings)
  const registry = await openedRegistry(parts, aws)
  const simulated = await simulation(parts)
  const isSimulated = aws !== ownAws
  const vendor = simulated?.vendor ?? parts.vendor
  const background = backgroundWork(log)
  const metrics = createMetrics({ isOfProcess: true })
  const ofStore = { forcePathStyle: isSimulated, slots: registry.stsSlots, onCall: metrics.countStsCall }
  const stsOf = stsByPartition({ ...settings, ...simulated, ...ofStore })
  await refuseWrongRoles({ settings, vendor, stsOf, log })
  background.later(0, () => reportAllOwnPolicies({ vendor, stsOf, log, profiles: (simulated ?? settings).profiles, simulated }))
  const { runsInBackground = true } = platform ?? {}
  const served = { settings, isSimulated, vendor, registry, stsOf, metrics, log, runsInBackground }
  const { app, checkDue, events } = await appOf(parts, served, { simulated, isStopping: background.isStopping })
  const closed = () => firstRegions(vendor).map((region) => stsOf(partitionOf(region)).queue.close())
  // Until the last request is answered, checks go on. Scheduled ones that still wait then leave the queue, so that their round ends.
  const allChecks = { stop: () => Promise.all([background.stop(), ...closed()]) }
  const compared = (isStopping: () => boolean) => tellOfUpdates({ registry, vendor, holder: newHolder(randomBytes), now, isStopping })
  startRepeatedWork(background, {
    settings,
    registry,
    log,
    checkDue,
    runsInBackground,
    startEvents: events.start,
    tellOfUpdates: () => compared(background.isStopping),
    now,
  })
  const stop = () => stopped([allChecks, simulated, { stop: registry.close }])
  const beginStop = () => void background.stop()
  const simulatorEndpoint = simulated?.endpoint ?? null
  const { deliverAllDue } = events
  const ofUpdates = (isTimeLeft: () => boolean) => {
    const reports = reportOfUpdates(log)
    return reportedUpdates(() => compared(() => !isTimeLeft()), isTimeLeft() ? reports : { ...reports, onDelayed: reportNoTime(log) })
  }
  return { app, aws, simulatorEndpoint, checkDue, deliverAllDue, tellOfUpdates: ofUpdates, beginStop, stop }
}
