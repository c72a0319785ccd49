import { type CheckDue, repeatedly } from './aws/scheduled-checks.ts'
import { reportFailedCheck, reportFailedClock, reportFailedRemoval, reportOfUpdates } from './background-reports.ts'
import type { backgroundWork } from './background-work.ts'
import { type CampaignRound, tellOfUpdatesOnce } from './campaign/update-campaign.ts'
import type { Settings } from './config/environment.ts'
import type { Log } from './config/log.ts'
import type { Registry } from './registry/registry.ts'

const hourMs = 60 * 60_000

/** Does the work at once and then every hour, until it is stopped. */
export function hourly(work: () => Promise<unknown>, onError: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const start = () => {
    running = work().then(() => {}, onError)
  }
  start()
  const timer = setInterval(start, hourMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** A lease ends this much later than the longest check, and the store of DynamoDB tells its time in whole seconds. */
const toleratedDifferenceMs = 5000

type ClockOptions = { readonly registry: Pick<Registry, 'storeTime'>; readonly now: () => Date; readonly log: Log }

/**
 * Warns if the clock of this copy differs from that of the store by more than leases allow for: two copies could then check a connection at
 * the same time. The time that the answer took never counts as a difference.
 */
export async function reportClockDifference({ registry, now, log }: ClockOptions): Promise<void> {
  const askedMs = now().getTime()
  const store = await registry.storeTime()
  const answeredMs = now().getTime()
  if (store === null) return
  const [aheadMs, behindMs] = [askedMs - store.getTime(), store.getTime() - answeredMs]
  if (Math.max(aheadMs, behindMs) <= toleratedDifferenceMs) return
  const differenceMs = aheadMs > 0 ? aheadMs : -behindMs
  log.warn({ differenceMs }, 'The clock of this server differs from that of the registry. Synchronize it, for example with NTP.')
}

async function removeExpired({ events, handoffs, requestIds }: Registry, now: Date): Promise<void> {
  const time = now.toISOString()
  await events.removeExpired(time)
  await handoffs.removeExpired(time)
  await requestIds.removeExpired(time)
}

type Repeated = {
  readonly settings: Pick<Settings, 'scheduledChecks'>
  readonly registry: Registry
  readonly log: Log
  readonly checkDue: CheckDue
  readonly runsInBackground: boolean
  /** Returns what ends them. */
  readonly startEvents: () => () => Promise<void>
  /** Tells of connections that the config asks for an update. */
  readonly tellOfUpdates: () => Promise<CampaignRound>
  readonly now: () => Date
}

/** Everything that the server does again and again until it stops. */
export function startRepeatedWork({ until }: ReturnType<typeof backgroundWork>, repeated: Repeated): void {
  const { settings, registry, checkDue, log, runsInBackground, startEvents, tellOfUpdates, now } = repeated
  until(hourly(() => removeExpired(registry, now()), reportFailedRemoval(log)))
  until(hourly(() => reportClockDifference({ registry, now, log }), reportFailedClock(log)))
  if (settings.scheduledChecks === 'on') until(repeatedly(checkDue, reportFailedCheck(log)))
  if (!runsInBackground) return
  until(tellOfUpdatesOnce(tellOfUpdates, reportOfUpdates(log)))
  until(startEvents())
}
