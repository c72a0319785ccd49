import { type CheckDue, repeatedly } from './aws/scheduled-checks.ts'
import { reportFailedCheck, reportFailedClock, reportFailedRemoval, reportOfUpdates } from './background-reports.ts'
import type { backgroundWork } from './background-work.ts'
import { type CampaignRound, tellOfUpdatesOnce } from './campaign/update-campaign.ts'
import type { Settings } from './config/environment.ts'
import type { Log } from './config/log.ts'
import { hourly } from './hourly.ts'
import { reportClockDifference } from './registry/clock-difference.ts'
import type { Registry } from './registry/registry.ts'

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
