import { changeCursor, readChangeCursor } from '#server/registry/connection-records.ts'
import {
  deliveryAfter,
  type EventRecord,
  type EventRecords,
  eventExpiry,
  firstDelivery,
  type NewEvent,
} from '#server/registry/event-records.ts'

export type MemoryEvents = EventRecords & {
  readonly add: (event: NewEvent) => void
  readonly removeOfTenant: (tenant: string) => void
  readonly removeOfConnection: (connectionId: string) => void
}

const placeOf = ({ at, id }: EventRecord): string => changeCursor({ changedAt: at, id })

/** In the order in which they were written. */
type Events = Map<string, EventRecord>

const withStatus = (events: Events, status: EventRecord['status']): readonly EventRecord[] =>
  [...events.values()].filter((event) => event.status === status)

/** The oldest pending event of each connection. */
function heads(events: Events, now: string): readonly EventRecord[] {
  const first = new Map<string, EventRecord>()
  for (const event of withStatus(events, 'pending'))
    if (eventExpiry(event) > now && !first.has(event.connectionId)) first.set(event.connectionId, event)
  return [...first.values()]
}

function deliveries(events: Events): Pick<EventRecords, 'take' | 'settle' | 'redeliver'> {
  return {
    take: async ({ now, until, limit }) =>
      heads(events, now)
        .filter(({ dueAt }) => dueAt <= now)
        .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
        .slice(0, limit)
        .map((event) => {
          const taken = { ...event, attempts: event.attempts + 1, dueAt: until }
          events.set(event.id, taken)
          return taken
        }),
    settle: async ({ id, attempts }, outcome) => {
      const found = events.get(id)
      if (found?.status === 'pending' && found.attempts === attempts) events.set(id, { ...found, ...deliveryAfter(found, outcome) })
    },
    redeliver: async (id, at) => {
      const found = events.get(id)
      if (found === undefined || found.status === 'pending') return found ?? null
      const event = { ...found, ...firstDelivery(at) }
      events.delete(id)
      events.set(id, event)
      return event
    },
  }
}

export function memoryEvents(): MemoryEvents {
  const events: Events = new Map()
  return {
    ...deliveries(events),
    add: (event) => {
      if (!events.has(event.id)) events.set(event.id, { ...event, ...firstDelivery(event.at) })
    },
    removeOfTenant: (tenant) => {
      for (const [id, event] of events) if (event.tenant === tenant) events.delete(id)
    },
    removeOfConnection: (connectionId) => {
      for (const [id, event] of events) if (event.connectionId === connectionId) events.delete(id)
    },
    find: async (id) => events.get(id) ?? null,
    list: async ({ status, after, limit }) => {
      const cursor = readChangeCursor(after)
      if (cursor === null) return null
      const found = withStatus(events, status)
        .filter((event) => placeOf(event) > changeCursor(cursor))
        .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return { events: page, next: last !== undefined && found.length > limit ? placeOf(last) : null }
    },
    counts: async () => ({ pending: withStatus(events, 'pending').length, dead: withStatus(events, 'dead').length }),
    removeExpired: async (now) => {
      for (const [id, event] of events) if (eventExpiry(event) <= now) events.delete(id)
    },
  }
}
