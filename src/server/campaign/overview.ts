import { isDisconnecting } from '#core/connection/disconnection.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type ConnectionStatus, connectionStatus, type VendorOverview } from '#core/verify/vendor-overview.ts'
import { changedRole } from '#server/aws/requested-role.ts'
import { isCurrent, shownCheck } from '#server/aws/verdict-is-current.ts'
import { type ChangedConnection, type ChangesPage, changeCursor } from '#server/registry/connection-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { campaignOf, readMark } from './update-mark.ts'

type OverviewOptions = {
  readonly registry: Pick<Registry, 'changes'>
  readonly vendor: Vendor
  readonly now: () => Date
}

const pageLength = 200
/** A page that is open asks no more often than this. */
const freshMs = 30_000
/** Deleted connections are in no list of changes, so all are counted again after this. */
const completeMs = 60 * 60_000
/** Copies of the server write the time of a change by their own clocks, and an index is a moment behind. */
const overlapMs = 60_000

type Campaign = VendorOverview['campaign']

const statusOf = ({ connection, check, disconnectedAt }: ChangedConnection): ConnectionStatus =>
  connectionStatus({ ...connection, disconnectedAt, verdict: shownCheck(check) })

/** Null for a connection that is no part of the campaign. */
function stepOf(changed: ChangedConnection, vendor: Vendor): Exclude<keyof Campaign, 'total'> | null {
  const { connection, disconnectedAt, updateMark } = changed
  if (disconnectedAt !== null || isDisconnecting(connection)) return null
  if (permissionsUpdate(connection, vendor) !== null) return 'pending'
  if (readMark(updateMark)?.campaign !== campaignOf(vendor)) return null
  const check = shownCheck(changed.check)
  const isUpdated =
    check?.kind === 'verified' && isCurrent(check, connection, vendor) && changedRole(check.verifiedRole, connection, vendor) === null
  return isUpdated ? 'updated' : 'chosen'
}

/** A connection as it counts. */
type Counted = { readonly status: ConnectionStatus; readonly step: keyof Campaign | null }

type Known = { readonly completeAt: number; readonly changedAt: number; readonly connections: Map<string, Counted> }

type Totals = { readonly statuses: Readonly<Record<ConnectionStatus, number>>; readonly campaign: Campaign }

function totals(connections: Iterable<Counted>): Totals {
  const statuses = { ...noStatuses }
  const campaign = { total: 0, pending: 0, chosen: 0, updated: 0 }
  for (const { status, step } of connections) {
    statuses[status] += 1
    if (step === null) continue
    campaign[step] += 1
    campaign.total += 1
  }
  return { statuses, campaign }
}

const noStatuses: Record<ConnectionStatus, number> = {
  verified: 0,
  waiting: 0,
  'not-ready': 0,
  unsafe: 0,
  partial: 0,
  inconclusive: 0,
  'vendor-fault': 0,
  drifted: 0,
  unchecked: 0,
  disconnecting: 0,
  disconnected: 0,
}

/** A place in the list of changes before everything that changed since then. */
const placeAt = (ms: number): string => changeCursor({ changedAt: new Date(ms - overlapMs).toISOString(), id: '!' })

/** Every combination is one object, however many connections there are. */
function counting(vendor: Vendor): (changed: ChangedConnection) => Counted {
  const shared = new Map<string, Counted>()
  return (changed) => {
    const counted = { status: statusOf(changed), step: stepOf(changed, vendor) }
    const key = `${counted.status} ${counted.step}`
    const known = shared.get(key) ?? counted
    shared.set(key, known)
    return known
  }
}

/** The connections that are known, and the place from which the others are read. */
function startOf(before: Known | null, at: number): { readonly known: Known; readonly after: string | null } {
  if (before === null || at < before.changedAt || at - before.completeAt >= completeMs)
    return { known: { completeAt: at, changedAt: at, connections: new Map() }, after: null }
  return { known: { ...before, changedAt: at }, after: placeAt(before.changedAt) }
}

/** Reads all connections the first time, and then those that have changed. One that changes while pages are read comes again, and counts as it is then. */
async function read(
  registry: OverviewOptions['registry'],
  start: ReturnType<typeof startOf>,
  count: ReturnType<typeof counting>,
): Promise<Known> {
  const { known } = start
  const turn = inShortTurns()
  for (let after: string | null | undefined = start.after; after !== undefined; ) {
    const page: ChangesPage | null = await registry.changes({}, { after, limit: pageLength })
    for (const changed of page?.entries ?? []) {
      await turn()
      known.connections.set(changed.connection.id, count(changed))
    }
    after = page?.next ?? undefined
  }
  return known
}

/** Requests at the same time, and shortly after, get one count. */
export function overviews(options: OverviewOptions): () => Promise<VendorOverview> {
  const count = counting(options.vendor)
  let known: Known | null = null
  let last: { readonly at: number; readonly overview: Promise<VendorOverview> } | null = null
  async function counted(at: number): Promise<VendorOverview> {
    known = await read(options.registry, startOf(known, at), count)
    return { countedAt: new Date(at).toISOString(), ...totals(known.connections.values()) }
  }
  return () => {
    const at = options.now().getTime()
    if (last !== null && at >= last.at && at - last.at < freshMs) return last.overview
    const overview = counted(at)
    last = { at, overview }
    overview.catch(() => {
      known = null
      last = null
    })
    return overview
  }
}
