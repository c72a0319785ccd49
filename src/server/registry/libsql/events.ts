import type Database from 'libsql'
import * as z from 'zod/mini'
import { changeCursor, readChangeCursor } from '#server/registry/connection-records.ts'
import {
  Delivery,
  deliveryAfter,
  type EventRecord,
  type EventRecords,
  eventExpiry,
  firstDelivery,
  NewEvent,
  passedUntil,
  readableTypes,
} from '#server/registry/event-records.ts'
import { CountRow, IdRow, jsonText, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { written } from './locks.ts'

export const eventExpirySchema = `
  alter table events add column expires_at text;
  create index events_by_expiry on events (expires_at);
`

/** Copies of an earlier version write events without these, which are never sent. */
export const deliverySchema = `
  alter table events add column connection_id text;
  alter table events add column number integer;
  alter table events add column happened_at text;
  alter table events add column status text not null default 'pending';
  alter table events add column delivery text;
  create index events_by_number on events (number);
  create index events_by_connection on events (connection_id, number) where status = 'pending';
  create index events_by_status on events (status, happened_at, id);
`

const EventRow = z.pipe(
  z.object({ event: jsonText(NewEvent), delivery: jsonText(Delivery) }),
  z.transform(({ event, delivery }): EventRecord => ({ ...event, ...delivery })),
)

/** An event that can't be read stays, and is not sent. */
const recordOf = (row: unknown): EventRecord | null => EventRow.safeParse(row).data ?? null

const nextNumber = '(select coalesce(max(number), 0) + 1 from events)'

export function eventWriter(database: Database.Database): (event: NewEvent) => void {
  const insert = database.prepare(
    `insert into events (id, tenant, connection_id, number, happened_at, due_at, attempts, event, expires_at, delivery)
     values (?, ?, ?, ${nextNumber}, ?, ?, 0, ?, ?, ?) on conflict do nothing`,
  )
  return (event) => {
    const { id, tenant, connectionId, at } = event
    const delivery = firstDelivery(at)
    insert.run(id, tenant, connectionId, at, at, JSON.stringify(event), eventExpiry(delivery), JSON.stringify(delivery))
  }
}

function deliveryWriter(database: Database.Database): (id: string, delivery: Delivery) => void {
  const update = database.prepare('update events set status = ?, due_at = ?, attempts = ?, expires_at = ?, delivery = ? where id = ?')
  return (id, delivery) => {
    const { status, dueAt, attempts } = delivery
    update.run(status, dueAt, attempts, eventExpiry(delivery), JSON.stringify(delivery), id)
  }
}

const types = readableTypes.map((type) => `'${type}'`).join(', ')

/** One of a later version has its place, and waits for a copy that can read it. */
const isReadable = (row: string): string =>
  `case when json_valid(${row}.event) then json_extract(${row}.event, '$.type') in (${types}) else false end`

/** One that was found to be unreadable has only the time in its column moved, see `pass`. */
const isNotPassed = (row: string): string =>
  `case when json_valid(${row}.delivery) then json_extract(${row}.delivery, '$.dueAt') = ${row}.due_at else false end`

function deliveries(database: Database.Database, report: UnreadableReport): Pick<EventRecords, 'take' | 'settle' | 'find' | 'redeliver'> {
  const due = database.prepare(
    `select * from events e where status = 'pending' and connection_id is not null and due_at <= ?1 and expires_at > ?1 and ${isReadable('e')}
       and not exists (select 1 from events earlier where earlier.connection_id = e.connection_id and earlier.status = 'pending'
         and earlier.number < e.number and earlier.expires_at > ?1 and ${isReadable('earlier')} and ${isNotPassed('earlier')})
     order by due_at, number limit ?2`,
  )
  const byId = database.prepare('select * from events where id = ?')
  const toEnd = database.prepare(`update events set number = ${nextNumber} where id = ?`)
  const write = deliveryWriter(database)
  const find = (id: string) => recordOf(byId.get(id))

  const pass = database.prepare('update events set due_at = ? where id = ?')
  const take = database.transaction((now: string, until: string, limit: number) =>
    due.all(now, limit).flatMap((row) => {
      const found = recordOf(row)
      if (found === null) {
        const { id } = IdRow.parse(row)
        pass.run(passedUntil(now), id)
        report({ table: 'events', id })
        return []
      }
      const taken = { ...found, attempts: found.attempts + 1, dueAt: until }
      write(taken.id, Delivery.parse(taken))
      return [taken]
    }),
  )
  const settle = database.transaction((taken: EventRecord, outcome: Parameters<EventRecords['settle']>[1]) => {
    const found = find(taken.id)
    if (found?.status === 'pending' && found.attempts === taken.attempts) write(taken.id, deliveryAfter(found, outcome))
  })
  const redeliver = database.transaction((id: string, at: string): EventRecord | null => {
    const found = find(id)
    if (found === null || found.status === 'pending') return found
    write(id, firstDelivery(at))
    toEnd.run(id)
    return find(id)
  })
  return {
    take: async ({ now, until, limit }) => take.immediate(now, until, limit),
    settle: async (taken, outcome) => settle.immediate(taken, outcome),
    find: async (id) => find(id),
    redeliver: async (id, at) => redeliver.immediate(id, at),
  }
}

/** An event that no copy could read was never sent. */
function removal(database: Database.Database, report: UnreadableReport): (now: string) => void {
  const lost = database.prepare(
    `select id from events e where expires_at <= ? and status = 'pending' and connection_id is not null
       and not (${isReadable('e')} and ${isNotPassed('e')})`,
  )
  // Copies of an earlier version wrote events without an expiry, with an external ID in them.
  const remove = database.prepare('delete from events where expires_at is null or expires_at <= ?')
  return (now) => {
    for (const row of lost.all(now)) report({ table: 'events', id: IdRow.parse(row).id, isExpired: true })
    remove.run(now)
  }
}

export function libsqlEvents(database: Database.Database, report: UnreadableReport): EventRecords {
  const page = database.prepare(
    `select * from events where status = ? and connection_id is not null and (happened_at, id) > (?, ?) order by happened_at, id limit ?`,
  )
  const count = database.prepare('select count(*) as count from events where status = ? and connection_id is not null')
  const countOf = (status: string) => CountRow.parse(count.get(status)).count
  const removeOld = written(database, removal(database, report))
  return {
    ...deliveries(database, report),
    list: async ({ status, after, limit }) => {
      const cursor = readChangeCursor(after)
      if (cursor === null) return null
      const found = page.all(status, cursor.changedAt, cursor.id, limit + 1)
      const rows = found.slice(0, limit)
      const last = found.length > limit ? z.extend(IdRow, { happened_at: z.string() }).parse(rows.at(-1)) : null
      return {
        events: rows.flatMap((row) => recordOf(row) ?? []),
        next: last === null ? null : changeCursor({ changedAt: last.happened_at, id: last.id }),
      }
    },
    counts: async () => ({ pending: countOf('pending'), dead: countOf('dead') }),
    removeExpired: async (now) => removeOld(now),
  }
}
