import * as z from 'zod/mini'
import type { Partition } from '#core/aws/partition.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { Disconnection } from '#core/connection/disconnection.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { ConnectionStatus } from '#core/verify/vendor-overview.ts'
import type { LastCheck } from '#core/verify/verdict.ts'
import type { NewEvent } from './event-records.ts'
import type { VerifiedRole } from './remembered-verdict.ts'

/** `asked` is the hash of the request at that time, see `requestedSha256`. Null: written by an earlier version. */
export type StoredCheck = LastCheck & {
  readonly asked: string | null
  readonly verifiedRole?: VerifiedRole
  /** See `RememberedVerdict`. A check that isn't later tells nothing of the role. */
  readonly disconnectionToldAt?: string
}

export type ListedConnection = { readonly connection: Connection; readonly check: StoredCheck | null }

export type PageRequest = {
  /** The `next` of the page before; null for the first page. */
  readonly after: string | null
  readonly limit: number
}

export type ConnectionPage = {
  readonly entries: readonly ListedConnection[]
  /** Connections of this page that the registry holds and cannot read. */
  readonly unreadable: number
  /** Null at the end of the list. */
  readonly next: string | null
}

/** `next` as in other pages: null at the end. Entries that can't be read are left out. */
export type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly next: string | null }

/** The number of the last entry of a page. Numbers rise, with gaps. */
export const HistoryCursor = z.string().check(z.regex(/^\d{1,12}$/))

/** -1 for the first page. Null for a text that isn't a cursor. */
export function readHistoryCursor(text: string | null): number | null {
  if (text === null) return -1
  return HistoryCursor.safeParse(text).success ? Number(text) : null
}

/** A page of `limit` of the entries found, of which there is one more if there is a next page. */
export function historyPage(found: readonly NumberedEntry[], limit: number): HistoryPage {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: page.flatMap(({ entry }) => entry ?? []),
    next: last !== undefined && found.length > limit ? String(last.number) : null,
  }
}

/** Null: it can't be read. */
type NumberedEntry = { readonly number: number; readonly entry: HistoryEntry | null }

export type ChangeFilter = {
  readonly tenant?: string
  readonly accountId?: string
  /** `disconnecting` and `disconnected`, whatever was found before. Otherwise the kind of the last verdict, or `unchecked` for none since a canceled disconnection. */
  readonly status?: ConnectionStatus
  readonly changedSince?: string
  /** A request ID of AWS, of a call of a check that is searched, see `searchedRequests`. */
  readonly requestId?: string
}

export type ChangedConnection = ListedConnection & {
  readonly tenant: string
  readonly changedAt: string
  readonly disconnectedAt: string | null
  /** The text that `markUpdate` wrote. Null: never. */
  readonly updateMark: string | null
}

/** An update that the vendor's config asks for is told once: the mark that was read is replaced, and nothing is written if another copy was faster. */
export type UpdateMark = {
  readonly before: string | null
  readonly after: string
  readonly at: string
  /** See `VerifiedRole`. Null: the connection needs no update to another role, or no longer. */
  readonly toldRole: string | null
  /** The application's roles in the config that was compared. */
  readonly applicationRoles?: readonly string[]
  /** Written together with the mark, in the history, and as the last status that was told. Null: there is nothing to tell. */
  readonly event: NewEvent | null
}

export type VerdictKindsPage = { readonly kinds: readonly string[]; readonly next: string | null }

export type ChangesPage = {
  readonly entries: readonly ChangedConnection[]
  readonly unreadable: number
  readonly next: string | null
}

/** The connections of all tenants in the order of their last change. One that changes while pages are read comes again. Null for a cursor that isn't one. */
export type ChangedConnections = (filter: ChangeFilter, page: PageRequest) => Promise<ChangesPage | null>

const ChangeCursor = z.pipe(
  z.string().check(z.regex(/^[\x21-\x7e]{1,64} [\x21-\x7e]{1,256}$/)),
  z.transform((text) => {
    const [changedAt = '', id = ''] = text.split(' ')
    return { changedAt, id }
  }),
)
type ChangeCursor = z.output<typeof ChangeCursor>

const firstCursor: ChangeCursor = { changedAt: '', id: '' }

/** Null for a text that isn't a cursor. */
export function readChangeCursor(text: string | null): ChangeCursor | null {
  return text === null ? firstCursor : (ChangeCursor.safeParse(text).data ?? null)
}

export const changeCursor = ({ changedAt, id }: ChangeCursor): string => `${changedAt} ${id}`

export type OwnedConnection = { readonly tenant: string; readonly connection: Connection }

export type LeaseRequest = {
  /** One copy of the server, or one check in it. */
  readonly holder: string
  readonly now: string
  readonly until: string
}

export type DueRequest = LeaseRequest & {
  readonly limit: number
  /** Connections in other partitions stay as they are. */
  readonly partitions: readonly Partition[]
}

/** The right to check a connection, which one holder has at a time, over all copies of the server. */
export type Leases = {
  /** False while another holder has it. The same holder can prolong it. */
  readonly take: (id: string, request: LeaseRequest) => Promise<boolean>
  /** True if `take` would succeed now. Only reads, for those who wait. */
  readonly isFree: (id: string, request: Pick<LeaseRequest, 'holder' | 'now'>) => Promise<boolean>
  /** Does nothing if another holder has it by now. */
  readonly release: (id: string, holder: string) => Promise<void>
  /** Connections whose scheduled check is due, each with a lease for this holder, in the order of `inTurns`. */
  readonly takeDue: (request: DueRequest) => Promise<readonly OwnedConnection[]>
}

export type RotationResult =
  | { readonly kind: 'started'; readonly connection: Connection }
  /** Another one was started before. */
  | { readonly kind: 'existing'; readonly connection: Connection }
  | { readonly kind: 'external-id-taken' }
  | { readonly kind: 'disconnecting' }
  | { readonly kind: 'absent' }

/** `secondId` is that of the rotation when it was read, so that a result is never stored for a rotation that was started later. */
export type RotationStep = { readonly secondId: ExternalId; readonly at: string }

/**
 * The replacement of external IDs. Each connection belongs to the tenant, and has not ended. While it is being disconnected, nothing
 * changes: the removal of the role is confirmed only if it denies each ID that it may accept.
 */
export type Rotations = {
  /** Claims the new ID as `claim` does. The connection is due for a check. */
  readonly start: (tenant: string, id: string, request: { readonly externalId: ExternalId; readonly at: string }) => Promise<RotationResult>
  /** The new ID is in use from now on, and the old one is the second. Null if it isn't that rotation, or was confirmed before. */
  readonly confirm: (tenant: string, id: string, step: RotationStep) => Promise<Connection | null>
  /** The ID that isn't in use is only claimed from now on. Null if it isn't that rotation, or its new ID isn't confirmed. */
  readonly complete: (tenant: string, id: string, step: RotationStep) => Promise<Connection | null>
  /** The new ID stays claimed, and is to be removed. A rotation whose new ID is confirmed stays. Null if the connection is absent. */
  readonly cancel: (tenant: string, id: string, at: string) => Promise<Connection | null>
}

/** Connections that someone ends. Each belongs to the tenant, and has not ended. */
export type Disconnections = {
  /** Its role is checked from now on. One that was started before stays as it is. Null if the connection is absent. */
  readonly start: (tenant: string, id: string, at: string) => Promise<Connection | null>
  /** The connection stays. Null if it is absent. */
  readonly cancel: (tenant: string, id: string, at: string) => Promise<Connection | null>
  /** Stores the result of a check. False if the disconnection was canceled meanwhile. */
  readonly save: (tenant: string, id: string, found: Disconnection, nextCheckAt: string) => Promise<boolean>
}
