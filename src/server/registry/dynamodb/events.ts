import * as z from 'zod/mini'
import { changeCursor, readChangeCursor } from '#server/registry/connection-records.ts'
import {
  connectionOfEvent,
  Delivery,
  deliveryAfter,
  type EventRecord,
  type EventRecords,
  eventExpiry,
  firstDelivery,
  NewEvent,
  readableTypes,
} from '#server/registry/event-records.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { withUnknownFields } from '#server/registry/unknown-fields.ts'
import { deliveryEntry, deliveryPartitions, keys, outboxPartitions } from './connection-documents.ts'
import { type Documents, type IndexedKey, type Key, nothing, type Write } from './documents.ts'
import { dueKeys, takenInTurn } from './due-keys.ts'
import { added, emptyOutbox, outboxWrite, passed, readOutbox, type Versioned, type Waiting } from './outbox.ts'

const EventValue = z.extend(NewEvent, Delivery.shape)

/** `stored` is what `value` was read from. */
type StoredEvent = Versioned<EventRecord> & { readonly stored: unknown }

function eventWrite(event: EventRecord, before: StoredEvent | null): Write {
  const { id, connectionId, at, status } = event
  const change = deliveryEntry(status, { changedAt: at, id })
  const value = before === null ? event : withUnknownFields(before.stored, before.value, event)
  return { ...keys.event(connectionId, id), kind: 'put', value, over: before?.version ?? null, change, expiresAt: eventExpiry(event) }
}

/** `later`: a later version wrote it, and a copy of that one sends it. */
type Unreadable = 'later' | 'damaged'

const LaterType = z.object({ type: z.string().check(z.refine((type) => !readableTypes.includes(type))) })

async function storedEvent(table: Documents, connectionId: string, id: string): Promise<StoredEvent | Unreadable | null> {
  const document = await table.get(keys.event(connectionId, id))
  if (document === null) return null
  const value = EventValue.safeParse(document.value).data
  if (value === undefined) return LaterType.safeParse(document.value).success ? 'later' : 'damaged'
  return { value, version: document.version, stored: document.value }
}

/** Null for an event that is absent or can't be read. */
async function readEvent(table: Documents, connectionId: string, id: string): Promise<StoredEvent | null> {
  const event = await storedEvent(table, connectionId, id)
  return typeof event === 'string' ? null : event
}

const pendingEvent = (event: NewEvent): EventRecord => ({ ...event, ...firstDelivery(event.at) })

/** The event of a new connection, which has no other. */
export const firstEventWrites = (event: NewEvent): readonly Write[] => [
  eventWrite(pendingEvent(event), null),
  outboxWrite(event.connectionId, added(emptyOutbox, pendingEvent(event)), 0),
]

/** A part of the transaction of what it tells. */
export async function eventWrites(table: Documents, event: NewEvent): Promise<readonly Write[]> {
  const { value, version } = await readOutbox(table, event.connectionId)
  return [eventWrite(pendingEvent(event), null), outboxWrite(event.connectionId, added(value, pendingEvent(event)), version)]
}

type Store = { readonly table: Documents; readonly report: UnreadableReport }

type Head = { readonly events: readonly Waiting[]; readonly head: StoredEvent | null }

/** Null for one that is gone, or expired. */
async function readReported({ table, report }: Store, connectionId: string, { id, expiresAt }: Waiting, now: string) {
  const isExpired = expiresAt <= now
  const found = await storedEvent(table, connectionId, id)
  if (found === 'damaged' && !isExpired) report({ table: 'events', id })
  if (typeof found === 'string' && isExpired) report({ table: 'events', id, isExpired })
  return isExpired ? null : found
}

/** Leaves out events that are gone. Those that can't be read keep their place and are passed by, so that they don't hold up the others. */
async function headOf(store: Store, connectionId: string, events: readonly Waiting[], now: string): Promise<Head> {
  const unreadable: Waiting[] = []
  for (const [index, event] of events.entries()) {
    const found = await readReported(store, connectionId, event, now)
    if (found === null) continue
    if (typeof found !== 'string') return { events: [...unreadable, ...events.slice(index)], head: found }
    unreadable.push(event)
  }
  return { events: unreadable, head: null }
}

async function takeOne(store: Store, connectionId: string, now: string, until: string): Promise<EventRecord | null> {
  const { table } = store
  return table.transact(async () => {
    const { value: outbox, version } = await readOutbox(table, connectionId)
    if (outbox.events.length === 0 || outbox.dueAt > now) return nothing<EventRecord | null>(null)
    const { events, head } = await headOf(store, connectionId, outbox.events, now)
    const due = head === null ? passed(now) : { dueAt: until }
    const queue = outboxWrite(connectionId, { ...outbox, events: [...events], ...due }, version)
    if (head === null) return { writes: [queue], result: null }
    const taken = { ...head.value, attempts: head.value.attempts + 1, dueAt: until }
    return { writes: [eventWrite(taken, head), queue], result: taken }
  })
}

function settle(table: Documents, { id, connectionId, attempts }: EventRecord, outcome: Parameters<EventRecords['settle']>[1]) {
  return table.transact(async () => {
    const found = await readEvent(table, connectionId, id)
    if (found?.value.status !== 'pending' || found.value.attempts !== attempts) return nothing(undefined)
    const { value: outbox, version } = await readOutbox(table, connectionId)
    const after =
      outcome.kind === 'postponed'
        ? { ...outbox, dueAt: outcome.until }
        : { ...outbox, events: outbox.events.filter((each) => each.id !== id), dueAt: outcome.at }
    const event = { ...found.value, ...deliveryAfter(found.value, outcome) }
    return { writes: [eventWrite(event, found), outboxWrite(connectionId, after, version)], result: undefined }
  })
}

function redeliver(table: Documents, connectionId: string, id: string, at: string): Promise<EventRecord | null> {
  return table.transact(async () => {
    const found = await readEvent(table, connectionId, id)
    if (found === null || found.value.status === 'pending') return nothing(found?.value ?? null)
    const { value: outbox, version } = await readOutbox(table, connectionId)
    const event = { ...found.value, ...firstDelivery(at) }
    return { writes: [eventWrite(event, found), outboxWrite(connectionId, added(outbox, event), version)], result: event }
  })
}

const connectionIn = ({ pk }: Key): string => pk.slice(pk.indexOf('#') + 1)
const bySort = (one: IndexedKey, other: IndexedKey): number => (one.sort < other.sort ? -1 : 1)
const last = '\uffff'

/** Keys with one status in the order of their time, from after the cursor. An index is some milliseconds behind. */
async function withStatus(table: Documents, status: EventRecord['status'], after: string, limit: number): Promise<readonly IndexedKey[]> {
  const partitions = deliveryPartitions(status)
  const found = await Promise.all(partitions.map((partition) => table.queryIndex('changes', partition, { after, before: last, limit })))
  return found.flat().sort(bySort)
}

const countMaximum = 1000

export function dynamoDbEvents(table: Documents, report: UnreadableReport): EventRecords {
  const count = async (status: EventRecord['status']) => (await withStatus(table, status, '', countMaximum)).length
  const ofKeys = async (found: readonly IndexedKey[]) =>
    (await table.getMany(found)).flatMap(({ value }): EventRecord[] => [EventValue.safeParse(value).data ?? []].flat())
  return {
    take: async ({ now, until, limit }) => {
      const due = await dueKeys(table, outboxPartitions, now, limit)
      return takenInTurn(due, limit, (key) => takeOne({ table, report }, connectionIn(key), now, until))
    },
    settle: (taken, outcome) => settle(table, taken, outcome),
    find: async (id) => {
      const connectionId = connectionOfEvent(id)
      return connectionId === null ? null : ((await readEvent(table, connectionId, id))?.value ?? null)
    },
    list: async ({ status, after, limit }) => {
      const cursor = readChangeCursor(after)
      if (cursor === null) return null
      const found = await withStatus(table, status, after === null ? '' : changeCursor(cursor), limit + 1)
      const page = found.slice(0, limit)
      // The index is behind the events, so it can name one whose status is another by now.
      const events = (await ofKeys(page)).filter((event) => event.status === status)
      return { events, next: found.length > limit ? (page.at(-1)?.sort ?? null) : null }
    },
    redeliver: async (id, at) => {
      const connectionId = connectionOfEvent(id)
      return connectionId === null ? null : redeliver(table, connectionId, id, at)
    },
    counts: async () => ({ pending: await count('pending'), dead: await count('dead') }),
    // DynamoDB does it.
    removeExpired: async () => {},
  }
}
