import * as z from 'zod/mini'
import { DeliveryFailure, DeliveryStatus } from '#core/events/delivery.ts'
import { ConnectionEventType } from '#core/events/webhook-event.ts'

/** A fact for the vendor's back end. It names its connection by ID alone, and never holds an external ID. */
export const NewEvent = z.object({
  id: z.string(),
  tenant: z.string(),
  connectionId: z.string(),
  type: ConnectionEventType,
  at: z.string(),
  data: z.unknown(),
})
export type NewEvent = z.infer<typeof NewEvent>

type Subject = Pick<NewEvent, 'tenant' | 'connectionId' | 'at'>

/** A connection has one event of a type at a time, so a repeated write has the same ID. */
export function newEvent(type: ConnectionEventType, { tenant, connectionId, at }: Subject, data: unknown = {}): NewEvent {
  const id = `evt_${connectionId}_${Date.parse(at)}_${type.slice(type.indexOf('.') + 1)}`
  return { id, tenant, connectionId, type, at, data }
}

/** Null for a text that `newEvent` doesn't make. */
export const connectionOfEvent = (id: string): string | null => /^evt_(.+)_\d+_[a-z-]+$/s.exec(id)?.[1] ?? null

/** A later version knows more. Its copies send those, and this one passes them by. */
export const readableTypes: readonly string[] = ConnectionEventType.options

/** How far the delivery of an event is. */
export const Delivery = z.object({
  status: DeliveryStatus,
  /** How often it was taken, this time included. */
  attempts: z.int(),
  /** Retries end some days after this: the time of the event, or that of the request to deliver it again. */
  queuedAt: z.string(),
  /** No one takes it before. */
  dueAt: z.string(),
  /** Null while it is pending. */
  settledAt: z.nullable(z.string()),
  /** The failure of the last attempt. A later version knows more codes, and one that can't be read is no reason to send nothing. */
  failure: z.nullable(z.catch(DeliveryFailure, { code: 'connection-failed' })),
})
export type Delivery = z.infer<typeof Delivery>

export type EventRecord = NewEvent & Delivery

export const firstDelivery = (at: string): Delivery => ({
  status: 'pending',
  attempts: 0,
  queuedAt: at,
  dueAt: at,
  settledAt: null,
  failure: null,
})

export type Outcome =
  | { readonly kind: 'delivered'; readonly at: string }
  | { readonly kind: 'postponed'; readonly until: string; readonly failure: DeliveryFailure }
  | { readonly kind: 'dead'; readonly at: string; readonly failure: DeliveryFailure }

export function deliveryAfter({ attempts, queuedAt, dueAt }: Delivery, outcome: Outcome): Delivery {
  if (outcome.kind === 'postponed')
    return { status: 'pending', attempts, queuedAt, dueAt: outcome.until, settledAt: null, failure: outcome.failure }
  const failure = outcome.kind === 'dead' ? outcome.failure : null
  return { status: outcome.kind, attempts, queuedAt, dueAt, settledAt: outcome.at, failure }
}

const day = 24 * 60 * 60_000

/** How long an event is kept after it was queued, delivered, or given up. docs/events.md says so too. */
const lifetimesMs: Readonly<Record<DeliveryStatus, number>> = { pending: 4 * day, delivered: 7 * day, dead: 30 * day }

export const eventExpiry = ({ status, queuedAt, settledAt }: Pick<Delivery, 'status' | 'queuedAt' | 'settledAt'>): string =>
  new Date(Date.parse(settledAt ?? queuedAt) + lifetimesMs[status]).toISOString()

/** Many times a lease, so that events that can't be read leave room for the others. A copy of a later version waits no longer. */
const passedMs = 10 * 60_000

/** When an event that can't be read is tried again. */
export const passedUntil = (now: string): string => new Date(Date.parse(now) + passedMs).toISOString()

type TakeRequest = { readonly now: string; readonly until: string; readonly limit: number }

type EventPageRequest = {
  readonly status: DeliveryStatus
  /** The `next` of the page before; null for the first page. */
  readonly after: string | null
  readonly limit: number
}

export type EventPage = { readonly events: readonly EventRecord[]; readonly next: string | null }

/** Events for the vendor's back end. Those of a connection are sent in the order in which they were written, one at a time. */
export type EventRecords = {
  /**
   * The oldest pending event of each connection that can be read, where it is due. Others are passed by: a later version probably wrote them. They
   * stay for a copy of that version, and hold up no other event. No other copy of the server gets it before `until`, nor a later event of
   * its connection.
   */
  readonly take: (request: TakeRequest) => Promise<readonly EventRecord[]>
  /** Does nothing if another copy has taken the event since. */
  readonly settle: (taken: EventRecord, outcome: Outcome) => Promise<void>
  readonly find: (id: string) => Promise<EventRecord | null>
  /** Oldest first. Null for a cursor that isn't one. */
  readonly list: (page: EventPageRequest) => Promise<EventPage | null>
  /** Sends it again, after the pending events of its connection. A pending one stays as it is. Null if it is absent. */
  readonly redeliver: (id: string, at: string) => Promise<EventRecord | null>
  /** How many have each status. A store can end to count at some thousands. */
  readonly counts: () => Promise<Readonly<Record<'pending' | 'dead', number>>>
  /** Expired events are never taken, and stay no longer than until this is called. */
  readonly removeExpired: (now: string) => Promise<void>
}
