import * as z from 'zod/mini'
import type { DeliveryStatus } from '#core/events/delivery.ts'
import { changeCursor, readChangeCursor } from '#server/registry/connection-records.ts'
import {
  Delivery,
  deliveryAfter,
  type EventPage,
  type EventRecord,
  type EventRecords,
  eventExpiry,
  firstDelivery,
  NewEvent,
  passedUntil,
  readableTypes,
} from '#server/registry/event-records.ts'
import { CountRow, IdRow, jsonText, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { inTransaction } from './database.ts'
import { part, type Query, type Sql } from './sql.ts'

/** A part of the transaction of what it tells. */
export async function addEvent(query: Query, event: NewEvent): Promise<void> {
  const { id, tenant, connectionId, at } = event
  const delivery = firstDelivery(at)
  await query`
    insert into events (id, tenant, connection_id, happened_at, due_at, attempts, event, expires_at, delivery)
    values (${id}, ${tenant}, ${connectionId}, ${at}, ${at}, 0, ${JSON.stringify(event)}, ${eventExpiry(delivery)}, ${JSON.stringify(delivery)})
    on conflict do nothing`
}

const EventRow = z.pipe(
  z.object({ event: jsonText(NewEvent), delivery: jsonText(Delivery) }),
  z.transform(({ event, delivery }): EventRecord => ({ ...event, ...delivery })),
)

/** An event that can't be read stays, and is not sent. */
const recordOf = (row: unknown): EventRecord | null => EventRow.safeParse(row).data ?? null

async function write(query: Query, id: string, delivery: Delivery): Promise<void> {
  const { status, dueAt, attempts } = delivery
  await query`
    update events set status = ${status}, due_at = ${dueAt}, attempts = ${attempts}, expires_at = ${eventExpiry(delivery)},
      delivery = ${JSON.stringify(delivery)} where id = ${id}`
}

async function locked(query: Query, id: string): Promise<EventRecord | null> {
  const [row] = await query`select * from events where id = ${id} for update`
  return recordOf(row)
}

/** The first one in the text: nothing before it can have a quotation mark that isn't escaped. */
const typeOf = part`substring(e.event from '"type":"([^"]*)"')`
const typeOfEarlier = part`substring(earlier.event from '"type":"([^"]*)"')`

/** One that was found to be unreadable has only the time in its column moved, see `pass`. */
const isNotPassedEarlier = part`substring(earlier.delivery from '"dueAt":"([^"]*)"') = earlier.due_at`

const pass = (query: Query, row: unknown, now: string): Promise<unknown> =>
  query`update events set due_at = ${passedUntil(now)} where id = ${IdRow.parse(row).id}`

/** An event of a later version has its place, and waits for a copy that can read it. */
async function take(
  query: Query,
  { now, until, limit }: Parameters<EventRecords['take']>[0],
  report: UnreadableReport,
): Promise<readonly EventRecord[]> {
  const rows = await query`
    select * from events e where status = 'pending' and connection_id is not null and due_at <= ${now} and expires_at > ${now}
      and ${typeOf} = any(${readableTypes})
      and not exists (select 1 from events earlier where earlier.connection_id = e.connection_id and earlier.status = 'pending'
        and earlier.number < e.number and earlier.expires_at > ${now} and ${typeOfEarlier} = any(${readableTypes})
        and ${isNotPassedEarlier})
    order by due_at, number limit ${limit} for update of e skip locked`
  const taken = rows.flatMap((row) => {
    const found = recordOf(row)
    return found === null ? [] : [{ ...found, attempts: found.attempts + 1, dueAt: until }]
  })
  const unreadable = rows.filter((row) => recordOf(row) === null)
  await Promise.all([
    ...taken.map((event) => write(query, event.id, Delivery.parse(event))),
    ...unreadable.map((row) => pass(query, row, now)),
  ])
  for (const row of unreadable) report({ table: 'events', id: IdRow.parse(row).id })
  return taken
}

async function redeliver(query: Query, id: string, at: string): Promise<EventRecord | null> {
  const found = await locked(query, id)
  if (found === null || found.status === 'pending') return found
  await write(query, id, firstDelivery(at))
  await query`update events set number = default where id = ${id}`
  return locked(query, id)
}

const PlaceRow = z.extend(IdRow, { happened_at: z.string() })

async function page(sql: Sql, { status, after, limit }: Parameters<EventRecords['list']>[0]): Promise<EventPage | null> {
  const cursor = readChangeCursor(after)
  if (cursor === null) return null
  const found = await sql`
    select * from events where status = ${status} and connection_id is not null
      and (happened_at, id) > (${cursor.changedAt}, ${cursor.id}) order by happened_at, id limit ${limit + 1}`
  const rows = found.slice(0, limit)
  const last = found.length > limit ? PlaceRow.parse(rows.at(-1)) : null
  return {
    events: rows.flatMap((row) => recordOf(row) ?? []),
    next: last === null ? null : changeCursor({ changedAt: last.happened_at, id: last.id }),
  }
}

async function countOf(sql: Sql, status: DeliveryStatus): Promise<number> {
  const [row] = await sql`select count(*)::int as count from events where status = ${status} and connection_id is not null`
  return CountRow.parse(row).count
}

/** An event that no copy could read was never sent. */
async function removeExpired(sql: Sql, now: string, report: UnreadableReport): Promise<void> {
  const lost = await sql`
    select id from events e where expires_at <= ${now} and status = 'pending' and connection_id is not null
      and (${typeOf} = any(${readableTypes}) and substring(e.delivery from '"dueAt":"([^"]*)"') = e.due_at) is not true`
  for (const row of lost) report({ table: 'events', id: IdRow.parse(row).id, isExpired: true })
  // Copies of an earlier version wrote events without an expiry, with an external ID in them.
  await sql`delete from events where expires_at is null or expires_at <= ${now}`
}

export function postgresEvents(sql: Sql, report: UnreadableReport): EventRecords {
  return {
    take: (request) => inTransaction(sql, (query) => take(query, request, report)),
    settle: (taken, outcome) =>
      inTransaction(sql, async (query) => {
        const found = await locked(query, taken.id)
        if (found?.status === 'pending' && found.attempts === taken.attempts) await write(query, taken.id, deliveryAfter(found, outcome))
      }),
    find: async (id) => {
      const [row] = await sql`select * from events where id = ${id}`
      return recordOf(row)
    },
    list: (request) => page(sql, request),
    redeliver: (id, at) => inTransaction(sql, (query) => redeliver(query, id, at)),
    counts: async () => ({ pending: await countOf(sql, 'pending'), dead: await countOf(sql, 'dead') }),
    removeExpired: (now) => removeExpired(sql, now, report),
  }
}
