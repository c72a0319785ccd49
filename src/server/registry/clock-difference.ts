import type { Log } from '#server/config/log.ts'
import type { Registry } from './registry.ts'

/** A lease ends this much later than the longest check, and the store of DynamoDB tells its time in whole seconds. */
const toleratedMs = 5000

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
  if (Math.max(aheadMs, behindMs) <= toleratedMs) return
  const differenceMs = aheadMs > 0 ? aheadMs : -behindMs
  log.warn({ differenceMs }, 'The clock of this server differs from that of the registry. Synchronize it, for example with NTP.')
}
