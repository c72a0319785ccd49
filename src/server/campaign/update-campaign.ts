import type { Vendor } from '#core/connection/vendor.ts'
import { leaseMs } from '#server/aws/one-at-a-time.ts'
import { changedRole, namedRoles } from '#server/aws/requested-role.ts'
import type { ChangedConnection, UpdateMark } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { configOf, type NextMark, nextMark } from './update-mark.ts'

type CampaignOptions = {
  readonly registry: Pick<Registry, 'campaigns' | 'changes' | 'lastVerdict' | 'leases' | 'markUpdate'>
  readonly vendor: Vendor
  /** The copy of the server. */
  readonly holder: string
  readonly now: () => Date
  /** The rest is left to the next start. */
  readonly isStopping?: () => boolean
}

/** `delayed`: at least so many are left to another round. A check was in progress, the time was up, or another copy was faster, or has all of them, or has a later config. */
export type CampaignRound = { readonly told: number; readonly delayed: number }

const pageLength = 200

/** A check that came first has told of it already, without a mark. No check tells of a changed role. */
async function wasTold({ registry, vendor }: CampaignOptions, { connection, check, updateMark }: ChangedConnection): Promise<boolean> {
  if (changedRole(check?.verifiedRole, connection, vendor) !== null) return false
  return updateMark === null && (await registry.lastVerdict(connection.id))?.remembered.told === 'connection.needs-update'
}

async function markOf(options: CampaignOptions, changed: ChangedConnection, next: NonNullable<NextMark>): Promise<UpdateMark> {
  const at = options.now().toISOString()
  const subject = { tenant: changed.tenant, connectionId: changed.connection.id, at }
  const isNews = next.isNews && !(await wasTold(options, changed))
  const event = isNews ? newEvent('connection.needs-update', subject) : null
  const { vendor } = options
  const applicationRoles = namedRoles(changed.connection, vendor)
  return { before: changed.updateMark, after: next.text, toldRole: next.toldRole, applicationRoles, at, event }
}

type Result = 'told' | 'unchanged' | 'delayed'

/** A check in progress compares its verdict with what was told before it, so the mark waits for its lease. */
async function marked(options: CampaignOptions, changed: ChangedConnection, next: NonNullable<NextMark>): Promise<Result> {
  const { registry, holder, now } = options
  const { id } = changed.connection
  const time = now()
  const until = new Date(time.getTime() + leaseMs()).toISOString()
  if (!(await registry.leases.take(id, { holder, now: time.toISOString(), until }))) return 'delayed'
  try {
    const mark = await markOf(options, changed, next)
    if (!(await registry.markUpdate(id, mark))) return 'delayed'
    return mark.event === null ? 'unchanged' : 'told'
  } finally {
    await registry.leases.release(id, holder)
  }
}

/** A copy that ends without a word holds up the others for this long. One page takes seconds. */
const holdMs = 3 * 60_000

type Counts = Record<Result, number>

/** False if the server stops. What is left of the page then counts as delayed. */
async function comparePage(options: CampaignOptions, entries: readonly ChangedConnection[], counts: Counts): Promise<boolean> {
  const { isStopping = () => false, vendor } = options
  const turn = inShortTurns()
  for (const [index, changed] of entries.entries()) {
    await turn()
    if (isStopping()) {
      counts.delayed += entries.length - index
      return false
    }
    const next = nextMark(changed, vendor)
    if (next !== null) counts[await marked(options, changed, next)] += 1
  }
  return true
}

/** In pages, from where an earlier holder has come to. One that is marked comes again at the end, and is left as it is then. */
async function compareAll(options: CampaignOptions, after: string | null): Promise<CampaignRound> {
  const { registry, vendor, holder, now } = options
  const counts: Counts = { told: 0, unchanged: 0, delayed: 0 }
  // A connection that had to wait is found again from the page where it was.
  let kept = after
  const reach = (ms: number, isFinished = false) =>
    registry.campaigns.reach({
      config: configOf(vendor),
      holder,
      after: kept,
      isFinished,
      until: new Date(now().getTime() + ms).toISOString(),
    })
  for (let place: string | null | undefined = after; place !== undefined; ) {
    const page: Awaited<ReturnType<Registry['changes']>> = await registry.changes({}, { after: place, limit: pageLength })
    if (!(await comparePage(options, page?.entries ?? [], counts))) {
      await reach(0)
      break
    }
    place = page?.next ?? undefined
    if (counts.delayed === 0 && place !== undefined) kept = place
    await (place === undefined ? reach(0, counts.delayed === 0) : reach(holdMs))
  }
  const { told, delayed } = counts
  return { told, delayed }
}

/**
 * Compares the config with every connection, without AWS and without a check, and tells of each that needs an update. Once for each config: a
 * start with one that was compared reads no connection, and of several copies one does it.
 */
export async function tellOfUpdates(options: CampaignOptions): Promise<CampaignRound> {
  const { registry, vendor, holder, now } = options
  const time = now()
  const until = new Date(time.getTime() + holdMs).toISOString()
  const begun = await registry.campaigns.begin({ config: configOf(vendor), holder, now: time.toISOString(), until })
  if (begun.kind === 'begun') return compareAll(options, begun.after)
  return { told: 0, delayed: begun.kind === 'finished' ? 0 : 1 }
}

type RoundReports = {
  readonly onTold: (round: CampaignRound) => void
  readonly onDelayed?: (round: CampaignRound) => void
  readonly onError: (error: unknown) => void
}

/** False if some are left to another round. */
async function isDone(round: () => Promise<CampaignRound>, { onTold, onDelayed, onError }: RoundReports): Promise<boolean> {
  const result = await round().catch((error: unknown) => {
    onError(error)
    return null
  })
  if (result !== null && result.told > 0) onTold(result)
  if (result !== null && result.delayed > 0) onDelayed?.(result)
  return result !== null && result.delayed === 0
}

/** One round, which fails for no one else. */
export async function reportedUpdates(round: () => Promise<CampaignRound>, reports: RoundReports): Promise<void> {
  await isDone(round, reports)
}

const retryMs = 60_000

/** At once, and again while some had to wait. Returns what ends it. */
export function tellOfUpdatesOnce(round: () => Promise<CampaignRound>, reports: RoundReports): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  let isStopped = false
  async function next(): Promise<void> {
    const isFinished = await isDone(round, reports)
    if (!isStopped && !isFinished) schedule(retryMs)
  }
  function schedule(ms: number): void {
    timer = setTimeout(() => {
      running = next()
    }, ms).unref()
  }
  running = next()
  return async () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
