import * as z from 'zod/mini'
import { type EventRecord, eventExpiry, passedUntil } from '#server/registry/event-records.ts'
import { keys, outboxEntry } from './connection-documents.ts'
import type { Documents, Write } from './documents.ts'

export type Versioned<Value> = { readonly value: Value; readonly version: number }

/** The pending events of a connection, in their order. Only the first one that can be read is ever due. */
const Outbox = z.looseObject({
  events: z.array(z.looseObject({ id: z.string(), expiresAt: z.string() })),
  dueAt: z.string(),
  /** Equals `dueAt` while no event can be read. Another `dueAt` is that of an event, which was taken or postponed since. */
  passedUntil: z.optional(z.string()),
})
type Outbox = z.infer<typeof Outbox>
export type Waiting = Outbox['events'][number]

export const emptyOutbox: Outbox = { events: [], dueAt: '' }

/** Every writer of events writes it, so its version keeps two of them from missing each other. */
export function outboxWrite(connectionId: string, outbox: Outbox, version: number): Write {
  const key = keys.outbox(connectionId)
  const last = outbox.events.at(-1)
  if (last === undefined) return { ...key, kind: 'delete', over: version }
  const due = outboxEntry(connectionId, outbox.dueAt)
  return { ...key, kind: 'put', value: outbox, over: version, due, expiresAt: last.expiresAt }
}

export async function readOutbox(table: Documents, connectionId: string): Promise<Versioned<Outbox>> {
  const document = await table.get(keys.outbox(connectionId))
  const value = Outbox.safeParse(document?.value).data ?? emptyOutbox
  return { value, version: document?.version ?? 0 }
}

export function added({ events, dueAt, ...outbox }: Outbox, { id, queuedAt, ...delivery }: EventRecord): Outbox {
  const waiting = events.filter((each) => each.id !== id && each.expiresAt > queuedAt)
  const last = { id, expiresAt: eventExpiry({ queuedAt, ...delivery }) }
  const isPassed = outbox.passedUntil === dueAt && delivery.dueAt < dueAt
  return { ...outbox, events: [...waiting, last], dueAt: waiting.length === 0 || isPassed ? delivery.dueAt : dueAt }
}

export const passed = (now: string): Pick<Outbox, 'dueAt' | 'passedUntil'> => {
  const dueAt = passedUntil(now)
  return { dueAt, passedUntil: dueAt }
}
