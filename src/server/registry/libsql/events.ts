import type Database from 'libsql'
import * as z from 'zod/mini'
import { type EventRecords, NewEvent } from '#server/registry/event-records.ts'
import { jsonText } from '#server/registry/registry-rows.ts'

const EventRow = z.object({ id: z.string(), attempts: z.int(), event: jsonText(NewEvent) })

export function eventWriter(database: Database.Database): (event: NewEvent) => void {
  const insert = database.prepare('insert into events (id, tenant, due_at, attempts, event) values (?, ?, ?, 0, ?) on conflict do nothing')
  return (event) => void insert.run(event.id, event.tenant, event.at, JSON.stringify(event))
}

/** An event that can't be read stays, and is not sent. */
export function libsqlEvents(database: Database.Database): EventRecords {
  const due = database.prepare('select id from events where due_at <= ? order by due_at, id limit ?')
  const hide = database.prepare('update events set due_at = ?, attempts = attempts + 1 where id = ? returning id, attempts, event')
  const postpone = database.prepare('update events set due_at = ? where id = ?')
  const remove = database.prepare('delete from events where id = ?')
  const take = database.transaction((now: string, until: string, limit: number) =>
    due.all(now, limit).flatMap((row) => {
      const taken = EventRow.safeParse(hide.get(until, z.object({ id: z.string() }).parse(row).id)).data
      return taken === undefined ? [] : [{ ...taken.event, attempts: taken.attempts }]
    }),
  )
  return {
    take: async ({ now, until, limit }) => take.immediate(now, until, limit),
    postpone: async (id, until) => void postpone.run(until, id),
    remove: async (id) => void remove.run(id),
  }
}
