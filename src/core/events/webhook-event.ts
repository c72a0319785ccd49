import * as z from 'zod/mini'
import { VendorConnection } from '#core/verify/vendor-connection.ts'
import { Verdict } from '#core/verify/verdict.ts'

const Changed = z.object({ connection: VendorConnection })
const Found = z.extend(Changed, { verdict: Verdict })
/** The receipt is a compact JWS. Absent where the verdict no longer holds for what is requested. */
const Verified = z.extend(Found, { receipt: z.optional(z.string()) })
/** Your config requests more, or a check has found that the role lacks it. */
const Outdated = z.extend(Changed, { verdict: z.optional(Verdict) })

const event = <const Type extends string, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data })

/** Every event for the vendor's back end, by type. Types are permanent. */
export const eventSchemas = {
  'connection.created': event('connection.created', Changed),
  'connection.verified': event('connection.verified', Verified),
  'connection.drifted': event('connection.drifted', Found),
  'connection.recovered': event('connection.recovered', Verified),
  'connection.lost': event('connection.lost', Found),
  'connection.needs-update': event('connection.needs-update', Outdated),
  'connection.disconnecting': event('connection.disconnecting', Changed),
  'connection.disconnected': event('connection.disconnected', Changed),
  'external-id.rotated': event('external-id.rotated', Changed),
  'vendor.fault': event('vendor.fault', Found),
  /** Sent on request alone. */
  'webhook.test': event('webhook.test', z.object({})),
} as const

export const WebhookEvent = z.discriminatedUnion('type', [
  eventSchemas['connection.created'],
  eventSchemas['connection.verified'],
  eventSchemas['connection.drifted'],
  eventSchemas['connection.recovered'],
  eventSchemas['connection.lost'],
  eventSchemas['connection.needs-update'],
  eventSchemas['connection.disconnecting'],
  eventSchemas['connection.disconnected'],
  eventSchemas['external-id.rotated'],
  eventSchemas['vendor.fault'],
  eventSchemas['webhook.test'],
])
export type WebhookEvent = z.infer<typeof WebhookEvent>

export type EventType = WebhookEvent['type']

/** Types of events about a connection, which wait in the registry to be sent. */
export const ConnectionEventType = z.enum([
  'connection.created',
  'connection.verified',
  'connection.drifted',
  'connection.recovered',
  'connection.lost',
  'connection.needs-update',
  'connection.disconnecting',
  'connection.disconnected',
  'external-id.rotated',
  'vendor.fault',
])
export type ConnectionEventType = z.infer<typeof ConnectionEventType>
