import type { Vendor } from '#core/connection/vendor.ts'
import { leaseMs } from '#server/aws/one-at-a-time.ts'
import type { ChangedConnection, UpdateMark } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { type NextMark, nextMark } from './update-mark.ts'

type CampaignOptions = {
  readonly registry: Pick<Registry, 'changes' | 'lastVerdict' | 'leases' | 'markUpdate'>
  readonly vendor: Vendor
  /** The copy of the server. */
  readonly holder: string
  readonly now: () => Date
  /** The rest is left to the next start. */
  readonly isStopping?: () => boolean
}

/** `delayed`: a check was in progress, or another copy was faster. The next round has them again. */
export type CampaignRound = { readonly told: number; readonly delayed: number }

const pageLength = 200

/** All connections, in pages. One that is marked comes again at the end, and is left as it is then. */
async function* allConnections({ registry }: CampaignOptions): AsyncGenerator<ChangedConnection> {
  const turn = inShortTurns()
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const page: Awaited<ReturnType<Registry['changes']>> = await registry.changes({}, { after, limit: pageLength })
    for (const entry of page?.entries ?? []) {
      await turn()
      yield entry
    }
    after = page?.next ?? undefined
  }
}

/** A check that came first has told of it already, without a mark. */
async function wasTold({ registry }: CampaignOptions, { connection, updateMark }: ChangedConnection): Promise<boolean> {
  return updateMark === null && (await registry.lastVerdict(connection.id))?.remembered.told === 'connection.needs-update'
}

async function markOf(options: CampaignOptions, changed: ChangedConnection, next: NonNullable<NextMark>): Promise<UpdateMark> {
  const at = options.now().toISOString()
  const subject = { tenant: changed.tenant, connectionId: changed.connection.id, at }
  const isNews = next.isNews && !(await wasTold(options, changed))
  return { before: changed.updateMark, after: next.text, at, event: isNews ? newEvent('connection.needs-update', subject) : null }
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

/** Compares the config with every connection, without AWS and without a check, and tells of each that needs an update. */
export async function tellOfUpdates(options: CampaignOptions): Promise<CampaignRound> {
  const { isStopping = () => false } = options
  const counts = { told: 0, unchanged: 0, delayed: 0 }
  for await (const changed of allConnections(options)) {
    if (isStopping()) break
    const next = nextMark(changed, options.vendor)
    if (next !== null) counts[await marked(options, changed, next)] += 1
  }
  return { told: counts.told, delayed: counts.delayed }
}

const retryMs = 60_000

/** At once, and again while some had to wait. Returns what ends it. */
export function tellOfUpdatesOnce(
  round: () => Promise<CampaignRound>,
  { onTold, onError }: { readonly onTold: (round: CampaignRound) => void; readonly onError: (error: unknown) => void },
): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  let isStopped = false
  async function next(): Promise<void> {
    const result = await round().catch((error: unknown) => {
      onError(error)
      return null
    })
    if (result !== null && result.told > 0) onTold(result)
    if (!isStopped && (result === null || result.delayed > 0)) schedule(retryMs)
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
