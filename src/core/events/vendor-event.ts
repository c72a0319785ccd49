import * as z from 'zod/mini'
import { DeliveryFailure, DeliveryStatus } from './delivery.ts'
import { ConnectionEventType } from './webhook-event.ts'

/** The failure of an attempt, with a sentence that says what to do. */
export const ExplainedFailure = z.extend(DeliveryFailure, { detail: z.string() })
export type ExplainedFailure = z.infer<typeof ExplainedFailure>

/** An event in the list of events, which says how far its delivery is. */
export const VendorEvent = z.object({
  id: z.string(),
  type: ConnectionEventType,
  connectionId: z.string(),
  /** Null: an anonymous tenant. */
  tenant: z.nullable(z.string()),
  tenantId: z.string(),
  timestamp: z.iso.datetime(),
  status: DeliveryStatus,
  attempts: z.int(),
  nextAttemptAt: z.nullable(z.iso.datetime()),
  settledAt: z.nullable(z.iso.datetime()),
  failure: z.nullable(ExplainedFailure),
})
export type VendorEvent = z.infer<typeof VendorEvent>

export const VendorEvents = z.object({ events: z.array(VendorEvent), next: z.optional(z.string()) })
export type VendorEvents = z.infer<typeof VendorEvents>

/** The receiver's answer to a test event. `status` is null without an HTTP response. */
export const EventTest = z.object({ accepted: z.boolean(), status: z.nullable(z.int()), failure: z.nullable(ExplainedFailure) })
export type EventTest = z.infer<typeof EventTest>
