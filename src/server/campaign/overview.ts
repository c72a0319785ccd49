import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { ConnectionStatus } from '#core/verify/vendor-connection.ts'
import type { VendorOverview } from '#core/verify/vendor-overview.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import type { ChangedConnection, ChangesPage } from '#server/registry/connection-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { campaignOf, readMark } from './update-mark.ts'

type OverviewOptions = {
  readonly registry: Pick<Registry, 'changes'>
  readonly vendor: Vendor
  readonly now: () => Date
}

const pageLength = 200
/** Reads every connection, so that a page which is open asks for it no more often than this. */
const freshMs = 30_000

type Campaign = VendorOverview['campaign']

const statusOf = ({ check, disconnectedAt }: ChangedConnection): ConnectionStatus =>
  disconnectedAt === null ? (check?.kind ?? 'unchecked') : 'disconnected'

/** Null for a connection that is no part of the campaign. */
function stepOf(changed: ChangedConnection, vendor: Vendor): Exclude<keyof Campaign, 'total'> | null {
  const { connection, check, disconnectedAt, updateMark } = changed
  if (disconnectedAt !== null) return null
  if (permissionsUpdate(connection, vendor) !== null) return 'pending'
  if (readMark(updateMark)?.campaign !== campaignOf(vendor)) return null
  return check?.kind === 'verified' && isCurrent(check, connection, vendor) ? 'updated' : 'chosen'
}

type Counts = { readonly statuses: Record<ConnectionStatus, number>; readonly campaign: Record<keyof Campaign, number> }

const noCounts = (): Counts => ({
  statuses: {
    verified: 0,
    waiting: 0,
    'not-ready': 0,
    unsafe: 0,
    partial: 0,
    inconclusive: 0,
    'vendor-fault': 0,
    drifted: 0,
    unchecked: 0,
    disconnected: 0,
  },
  campaign: { total: 0, pending: 0, chosen: 0, updated: 0 },
})

function add({ statuses, campaign }: Counts, changed: ChangedConnection, vendor: Vendor): void {
  statuses[statusOf(changed)] += 1
  const step = stepOf(changed, vendor)
  if (step === null) return
  campaign[step] += 1
  campaign.total += 1
}

/** One that changes while pages are read comes again, and counts as it is then. */
async function counted({ registry, vendor, now }: OverviewOptions): Promise<VendorOverview> {
  const found = new Map<string, ChangedConnection>()
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const page: ChangesPage | null = await registry.changes({}, { after, limit: pageLength })
    for (const entry of page?.entries ?? []) found.set(entry.connection.id, entry)
    after = page?.next ?? undefined
  }
  const counts = noCounts()
  const turn = inShortTurns()
  for (const changed of found.values()) {
    await turn()
    add(counts, changed, vendor)
  }
  return { countedAt: now().toISOString(), ...counts }
}

/** Requests at the same time, and shortly after, get one count. */
export function overviews(options: OverviewOptions): () => Promise<VendorOverview> {
  let last: { readonly at: number; readonly overview: Promise<VendorOverview> } | null = null
  return () => {
    const at = options.now().getTime()
    if (last !== null && at >= last.at && at - last.at < freshMs) return last.overview
    const overview = counted(options)
    last = { at, overview }
    overview.catch(() => {
      if (last?.overview === overview) last = null
    })
    return overview
  }
}
