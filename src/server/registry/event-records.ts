import * as z from 'zod/mini'

/** A fact for the vendor's back end. It names its connection by ID alone, and never holds an external ID. */
export const NewEvent = z.object({ id: z.string(), tenant: z.string(), type: z.string(), at: z.string(), data: z.unknown() })
export type NewEvent = z.infer<typeof NewEvent>

export type StoredEvent = NewEvent & {
  /** How often it was taken, this time included. */
  readonly attempts: number
}

const day = 24 * 60 * 60_000

/** An event that could not be sent in this time is removed. docs/operations.md says so too. */
const eventLifetimeMs = 4 * day

export const eventExpiry = ({ at }: Pick<NewEvent, 'at'>): string => new Date(Date.parse(at) + eventLifetimeMs).toISOString()

type TakeRequest = { readonly now: string; readonly until: string; readonly limit: number }

/** Events that wait to be sent. */
export type EventRecords = {
  /** Events that are due, oldest first. No other copy of the server gets them before `until`. */
  readonly take: (request: TakeRequest) => Promise<readonly StoredEvent[]>
  readonly postpone: (id: string, until: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Expired events are never taken, and stay no longer than until this is called. */
  readonly removeExpired: (now: string) => Promise<void>
}
