import * as z from 'zod/mini'
import type { LeaseRequest, Leases, OwnedConnection } from '#server/registry/connection-records.ts'
import { consideredFor, dueWindow, inTurns } from '#server/registry/due-connections.ts'
import { type EventRecords, eventExpiry, NewEvent, type StoredEvent } from '#server/registry/event-records.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { reserved, type StsSlots } from '#server/registry/sts-slots.ts'
import {
  checkPartitions,
  connectionOf,
  connectionWrites,
  dueOf,
  eventEntry,
  eventPartitions,
  indexPartitions,
  stored,
} from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import { type Documents, type IndexedKey, type Key, nothing, type Write } from './documents.ts'

const bySort = (one: IndexedKey, other: IndexedKey): number => (one.sort < other.sort ? -1 : 1)

/** Keys that are due by `now`, at most `limit` of each partition of the index, longest overdue first. */
async function dueKeys(table: Documents, partitions: readonly string[], now: string, limit: number): Promise<readonly IndexedKey[]> {
  const range = { after: '', before: `${now} \uffff`, limit }
  const found = await Promise.all(partitions.map((partition) => table.queryIndex('due', partition, range)))
  return found.flat().sort(bySort)
}

const isFree = ({ lease, disconnectedAt }: Meta, { now, holder }: Pick<LeaseRequest, 'now' | 'holder'>): boolean =>
  disconnectedAt === null && (lease === null || lease.until <= now || lease.holder === holder)

const idOf = ({ pk }: Key): string => pk.slice(pk.indexOf('#') + 1)

type Taken = OwnedConnection & { readonly at: string }

export function dynamoDbLeases(table: Documents, report: UnreadableReport): Leases {
  const leased = (id: string, request: LeaseRequest, isWanted: (meta: Meta) => boolean): Promise<Meta | null> =>
    table.transact(async () => {
      const before = await stored(table, id, report)
      const isTakeable = before !== null && isFree(before.meta, request) && isWanted(before.meta)
      if (!isTakeable) return nothing<Meta | null>(null)
      const { holder, until } = request
      return { writes: connectionWrites({ ...before.meta, lease: { holder, until } }, before), result: before.meta }
    })

  async function takeDue(id: string, request: LeaseRequest): Promise<readonly Taken[]> {
    const { now } = request
    const isDue = ({ nextCheckAt, lease }: Meta) => nextCheckAt !== null && nextCheckAt <= now && (lease === null || lease.until <= now)
    try {
      const meta = await leased(id, request, isDue)
      if (meta === null) return []
      return [{ tenant: meta.tenant, connection: connectionOf(meta, report), at: meta.nextCheckAt ?? '' }]
    } catch (error) {
      // Those of all other tenants are due all the same.
      if (error instanceof UnreadableConnection) return []
      throw error
    }
  }

  return {
    isFree: async (id, request) => {
      const found = await stored(table, id, report)
      return found !== null && isFree(found.meta, request)
    },
    take: async (id, request) => (await leased(id, request, () => true)) !== null,
    release: (id, holder) =>
      table.transact(async () => {
        const before = await stored(table, id, report)
        if (before === null || before.meta.lease?.holder !== holder) return nothing(undefined)
        return { writes: connectionWrites({ ...before.meta, lease: null }, before), result: undefined }
      }),
    takeDue: async ({ limit, partitions, ...request }) => {
      const found = await dueKeys(table, partitions.flatMap(checkPartitions), request.now, dueWindow / indexPartitions)
      const turns = inTurns(found.map((key) => ({ id: idOf(key), ...dueOf(key.sort) })))
      const taken: Taken[] = []
      for (const { id } of turns.slice(0, consideredFor(limit))) {
        if (taken.length >= limit) break
        taken.push(...(await takeDue(id, request)))
      }
      // A lease that has ended moves a connection back in the index, not in the order of what is due.
      return inTurns(taken).map(({ tenant, connection }) => ({ tenant, connection }))
    },
  }
}

const eventKey = (id: string): Key => ({ pk: `EVENT#${id}`, sk: 'EVENT' })
const listedKey = (tenant: string, id: string): Key => ({ pk: `TENANT#${tenant}`, sk: `EVENT#${id}` })

const EventValue = z.object({ event: NewEvent, attempts: z.int(), dueAt: z.string() })
type EventValue = z.infer<typeof EventValue>

function eventWrite(value: EventValue, over: number | null): Write {
  const { event, dueAt } = value
  return { ...eventKey(event.id), kind: 'put', value, over, due: eventEntry(event.id, dueAt), expiresAt: eventExpiry(event) }
}

export const eventWrites = (event: NewEvent): readonly Write[] => [
  eventWrite({ event, attempts: 0, dueAt: event.at }, null),
  { ...listedKey(event.tenant, event.id), kind: 'put', value: { id: event.id }, over: null, expiresAt: eventExpiry(event) },
]

const removal = (tenant: string, id: string): readonly Write[] =>
  [eventKey(id), listedKey(tenant, id)].map((key) => ({ ...key, kind: 'delete', over: null }))

export async function eventRemovals(table: Documents, tenant: string): Promise<readonly (readonly Write[])[]> {
  const listed = await table.query(`TENANT#${tenant}`, { prefix: 'EVENT#' })
  return listed.map(({ sk }) => removal(tenant, idOf({ pk: sk, sk })))
}

/** An event that can't be read stays, and is not sent. */
export function dynamoDbEvents(table: Documents): EventRecords {
  async function read(id: string) {
    const document = await table.get(eventKey(id))
    const value = EventValue.safeParse(document?.value).data
    return document === null || value === undefined ? null : { value, version: document.version }
  }

  const takeOne = (id: string, now: string, until: string): Promise<StoredEvent | null> =>
    table.transact(async () => {
      const found = await read(id)
      if (found === null || found.value.dueAt > now) return nothing<StoredEvent | null>(null)
      const { event } = found.value
      // DynamoDB can take days to delete it, and until then it would be found before the others.
      if (eventExpiry(event) <= now) return { writes: removal(event.tenant, id), result: null }
      const attempts = found.value.attempts + 1
      return { writes: [eventWrite({ event, attempts, dueAt: until }, found.version)], result: { ...event, attempts } }
    })

  return {
    take: async ({ now, until, limit }) => {
      const taken: StoredEvent[] = []
      for (const key of await dueKeys(table, eventPartitions, now, limit)) {
        if (taken.length >= limit) break
        const event = await takeOne(idOf(key), now, until)
        if (event !== null) taken.push(event)
      }
      return taken
    },
    postpone: (id, until) =>
      table.transact(async () => {
        const found = await read(id)
        if (found === null) return nothing(undefined)
        return { writes: [eventWrite({ ...found.value, dueAt: until }, found.version)], result: undefined }
      }),
    remove: (id) =>
      table.transact(async () => {
        const found = await read(id)
        return found === null ? nothing(undefined) : { writes: removal(found.value.event.tenant, id), result: undefined }
      }),
    // DynamoDB does it.
    removeExpired: async () => {},
  }
}

const SlotLine = z.object({ nextAtMs: z.number() })

/** DynamoDB has no clock, so those of the copies must agree, as they do on AWS's machines. */
export function dynamoDbSlots(table: Documents): StsSlots {
  return {
    reserve: (request) =>
      table.transact(async () => {
        const key = { pk: 'STS', sk: request.partition }
        const known = await table.get(key)
        const line = reserved(known === null ? null : SlotLine.parse(known.value).nextAtMs, request)
        if (line.count === 0) return nothing(line)
        const value = { nextAtMs: line.nextAtMs }
        return { writes: [{ ...key, kind: 'put', value, over: known?.version ?? 0 }], result: line }
      }),
  }
}
