import * as z from 'zod/mini'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { Connection } from '#core/connection/connection.ts'
import type { DeliveryStatus } from '#core/events/delivery.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { changeCursor } from '#server/registry/connection-records.ts'
import { parsedFrom } from '#server/registry/parsed-once.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import { readable, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { RememberedVerdict } from '#server/registry/remembered-verdict.ts'
import { withUnknownFields } from '#server/registry/unknown-fields.ts'
import { accountSortOf, accountWrites } from './account-entries.ts'
import { Meta, padded } from './connection-meta.ts'
import type { Document, Documents, IndexEntry, Key, Write } from './documents.ts'

/** Every kind of item and its key. */
export const keys = {
  claim: (externalId: string): Key => ({ pk: `CLAIM#${sha256Hex(externalId)}`, sk: 'CLAIM' }),
  connection: (id: string): Key => ({ pk: `CONN#${id}`, sk: 'META' }),
  outbox: (id: string): Key => ({ pk: `CONN#${id}`, sk: 'OUTBOX' }),
  event: (id: string, eventId: string): Key => ({ pk: `CONN#${id}`, sk: `EVENT#${eventId}` }),
  history: (id: string, version: number): Key => ({ pk: `CONN#${id}`, sk: `HISTORY#${padded(version)}` }),
  count: (tenant: string): Key => ({ pk: `TENANT#${tenant}`, sk: 'COUNT' }),
  listed: (tenant: string, number: number): Key => ({ pk: `TENANT#${tenant}`, sk: `CONN#${padded(number)}` }),
  ended: (tenant: string, number: number): Key => ({ pk: `TENANT#${tenant}`, sk: `ENDED#${padded(number)}` }),
}

const readMeta = parsedFrom(Meta)
const readConnection = parsedFrom(Connection)
const readLast = parsedFrom(z.object({ verdict: Verdict, remembered: RememberedVerdict, asked: z.string() }))

/** `value` is what `meta` was read from. */
export type Stored = { readonly meta: Meta; readonly value: unknown; readonly version: number }

export const connectionIdOf = ({ pk }: Key): string => pk.slice(keys.connection('').pk.length)

/** Throws `UnreadableConnection`. */
function storedOf(document: Document, report: UnreadableReport): Stored {
  const [found] = readableOf([document], report)
  if (found === undefined) throw new UnreadableConnection(connectionIdOf(document))
  return found
}

/** Those that can be read. The others are reported. */
export const readableOf = (found: readonly Document[], report: UnreadableReport): readonly Stored[] =>
  found.flatMap(({ value, version, ...key }) => {
    const meta = readable(() => readMeta(value), { table: 'connections', id: connectionIdOf(key) }, report)
    return meta === null ? [] : [{ meta, value, version }]
  })

/** Throws `UnreadableConnection`. */
export function connectionOf({ id, connection }: Meta, report: UnreadableReport): Connection {
  const read = readable(() => readConnection(connection), { table: 'connections', id }, report)
  if (read === null) throw new UnreadableConnection(id)
  return read
}

export function lastOf({ id, last }: Meta, report: UnreadableReport) {
  return last === null ? null : readable(() => readLast(last), { table: 'verdicts', id }, report)
}

type Last = NonNullable<ReturnType<typeof lastOf>>

/** The stored value of the last verdict after a change of it. Fields that a newer version has added stay. */
export function lastAfter(meta: Meta, after: (last: Last | null) => Last | null, report: UnreadableReport): Meta['last'] {
  const read = lastOf(meta, report)
  const next = after(read)
  return next === null ? meta.last : withUnknownFields(meta.last, read, next, { remembered: { verifiedRole: {} } })
}

/** Spread over so many partitions of an index. */
export const indexPartitions = 8
const partitionsOf = (name: string): readonly string[] => Array.from({ length: indexPartitions }, (_, index) => `${name}#${index}`)
const partitionFor = (name: string, id: string): string => `${name}#${Number.parseInt(sha256Hex(id).slice(0, 4), 16) % indexPartitions}`

export const changePartitions = partitionsOf('CHANGES')
export const checkPartitions = (partition: string): readonly string[] => partitionsOf(`CHECKS#${partition}`)
export const outboxPartitions = partitionsOf('OUTBOX')
export const outboxEntry = (id: string, dueAt: string): IndexEntry => ({ partition: partitionFor('OUTBOX', id), sort: `${dueAt} ${id}` })
export const deliveryPartitions = (status: DeliveryStatus): readonly string[] => partitionsOf(`EVENTS#${status}`)
export const deliveryEntry = (status: DeliveryStatus, place: Parameters<typeof changeCursor>[0]): IndexEntry => ({
  partition: partitionFor(`EVENTS#${status}`, place.id),
  sort: changeCursor(place),
})

export const requestKey = (id: string, requestId: string): Key => ({ pk: `CONN#${id}`, sk: `REQUEST#${requestId}` })
/** Each request ID has a partition of the index. */
export const requestEntry = (id: string, requestId: string): IndexEntry => ({ partition: `REQUEST#${requestId}`, sort: id })

const later = (one: string, other: string): string => (one > other ? one : other)

/** While it is leased, a connection is due no earlier than the lease ends. */
function dueEntry({ id, tenant, partition, nextCheckAt, lease, disconnectedAt }: Meta): IndexEntry | null {
  if (nextCheckAt === null || disconnectedAt !== null) return null
  const at = lease === null ? nextCheckAt : later(nextCheckAt, lease.until)
  return { partition: partitionFor(`CHECKS#${partition}`, id), sort: `${at} ${sha256Hex(tenant).slice(0, 16)} ${id}` }
}

/** The time and the tenant, by a part of its hash, of an entry of what is due. */
export function dueOf(sort: string): { readonly at: string; readonly tenant: string } {
  const [at = '', tenant = ''] = sort.split(' ')
  return { at, tenant }
}

const connectionWithin = { rotation: {}, disconnection: {} }

/** Fields that a newer version has added to the item stay. A connection that can't be read is never another one afterwards. */
function itemOf(after: Meta, { meta, value }: Stored): Meta {
  const { connection } = after
  const isSame = typeof connection !== 'object' || connection === null || connection === meta.connection
  const kept = isSame ? connection : withUnknownFields(meta.connection, readConnection(meta.connection), connection, connectionWithin)
  return withUnknownFields(value, meta, { ...after, connection: kept })
}

/** The item of a connection and what is derived from it. The version of the one guards them all. */
export function connectionWrites(meta: Meta, before: Stored | null, entry: HistoryEntry | null = null): readonly Write[] {
  const version = before?.version ?? 0
  const due = dueEntry(meta)
  const changedAt = entry !== null && entry.at > meta.changedAt ? entry.at : meta.changedAt
  const changed = { ...meta, changedAt, accountSort: accountSortOf(meta) }
  const change = { partition: partitionFor('CHANGES', meta.id), sort: changeCursor(changed) }
  const isEnding = before !== null && before.meta.disconnectedAt === null && meta.disconnectedAt !== null
  const { tenant, number, id } = meta
  return [
    { ...keys.connection(id), kind: 'put', value: before === null ? changed : itemOf(changed, before), over: version, due, change },
    ...accountWrites(changed, before?.meta ?? null),
    ...(before === null ? [{ ...keys.listed(tenant, number), kind: 'put' as const, value: { id }, over: 0 }] : []),
    ...(isEnding
      ? [
          { ...keys.listed(tenant, number), kind: 'delete' as const, over: null },
          { ...keys.ended(tenant, number), kind: 'put' as const, value: { id }, over: null },
        ]
      : []),
    ...(entry === null || before === null ? [] : [{ ...keys.history(id, version + 1), kind: 'put' as const, value: entry, over: null }]),
  ]
}

const Count = z.looseObject({ number: z.int(), pending: z.int() })
export type StoredCount = { readonly count: z.infer<typeof Count>; readonly version: number }

export async function readCount(table: Documents, tenant: string): Promise<StoredCount> {
  const document = await table.get(keys.count(tenant))
  return document === null
    ? { count: { number: 0, pending: 0 }, version: 0 }
    : { count: Count.parse(document.value), version: document.version }
}

export const countWrite = (tenant: string, { count, version }: StoredCount): Write => ({
  ...keys.count(tenant),
  kind: 'put',
  value: count,
  over: version,
})

/** Throws `UnreadableConnection`. */
export async function stored(table: Documents, id: string, report: UnreadableReport): Promise<Stored | null> {
  const document = await table.get(keys.connection(id))
  return document === null ? null : storedOf(document, report)
}

/** The place of a connection in the list of its tenant, also of one that cannot be read otherwise. */
const Placed = z.object({ tenant: z.string(), number: z.int() })

export const placeOf = (document: Document | null): z.infer<typeof Placed> | null => Placed.safeParse(document?.value).data ?? null

/** Null if it is absent, disconnected, or belongs to another tenant. */
export async function ownStored(table: Documents, tenant: string, id: string, report: UnreadableReport): Promise<Stored | null> {
  const found = await stored(table, id, report)
  return found?.meta.tenant === tenant && found.meta.disconnectedAt === null ? found : null
}

/** One connection fewer that was never verified. */
export async function noLongerPending(table: Documents, { tenant }: Meta): Promise<Write> {
  const { count, version } = await readCount(table, tenant)
  return countWrite(tenant, { count: { ...count, pending: Math.max(0, count.pending - 1) }, version })
}

export const partitionIn = ({ region }: Pick<Connection, 'region'>): Partition => partitionOf(region)
