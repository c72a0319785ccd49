import type Database from 'libsql'
import * as z from 'zod/mini'
import { type EventRecords, eventExpiry, NewEvent } from '#server/registry/event-records.ts'
import { jsonText } from '#server/registry/registry-rows.ts'
import { written } from './locks.ts'

export const eventExpirySchema = `
  alter table events add column expires_at text;
  create index events_by_expiry on events (expires_at);
`

const EventRow = z.object({ id: z.string(), attempts: z.int(), event: jsonText(NewEvent) })

export function eventWriter(database: Database.Database): (event: NewEvent) => void {
  const insert = database.prepare(
    'insert into events (id, tenant, due_at, attempts, event, expires_at) values (?, ?, ?, 0, ?, ?) on conflict do nothing',
  )
  return (event) => void insert.run(event.id, event.tenant, event.at, JSON.stringify(event), eventExpiry(event))
}

/** An event that can't be read stays, and is not sent. */
export function libsqlEvents(database: Database.Database): EventRecords {
  const due = database.prepare('select id from events where due_at <= ?1 and expires_at > ?1 order by due_at, id limit ?2')
  const hide = database.prepare('update events set due_at = ?, attempts = attempts + 1 where id = ? returning id, attempts, event')
  const postpone = database.prepare('update events set due_at = ? where id = ?')
  const remove = database.prepare('delete from events where id = ?')
  // Copies of an earlier version write events without an expiry, with an external ID in them.
  const removeExpired = database.prepare('delete from events where expires_at is null or expires_at <= ?')
  const take = database.transaction((now: string, until: string, limit: number) =>
    due.all(now, limit).flatMap((row) => {
      const taken = EventRow.safeParse(hide.get(until, z.object({ id: z.string() }).parse(row).id)).data
      return taken === undefined ? [] : [{ ...taken.event, attempts: taken.attempts }]
    }),
  )
  const postponeOne = written(database, (until: string, id: string) => void postpone.run(until, id))
  const removeOne = written(database, (id: string) => void remove.run(id))
  const removeOld = written(database, (now: string) => void removeExpired.run(now))
  return {
    take: async ({ now, until, limit }) => take.immediate(now, until, limit),
    postpone: async (id, until) => postponeOne(until, id),
    remove: async (id) => removeOne(id),
    removeExpired: async (now) => removeOld(now),
  }
}
