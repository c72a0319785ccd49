import * as z from 'zod/mini'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { EventType } from '#core/events/webhook-event.ts'
import { receipt, receiptExpiry } from '#core/verify/receipt.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import type { SendResult } from '#server/events/send-result.ts'
import type { Receipts } from '#server/http/receipts.ts'
import { vendorConnection } from '#server/http/vendor-connections.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'
import type { EventRecord } from '#server/registry/event-records.ts'

export type EventMessage = {
  /** The same for each attempt, so that a receiver can tell repeated ones. */
  readonly id: string
  readonly type: EventType
  /** When it happened, in UTC. */
  readonly timestamp: string
  /** The role that it is about. Null for a test. */
  readonly roleArn: string | null
  /** JSON. */
  readonly text: string
}

/** A receiver of events. `send` never rejects, and never takes longer than `sendDeadlineMs`. */
export type EventTarget = { readonly send: (message: EventMessage) => Promise<SendResult> }

type MessageOptions = { readonly vendor: Vendor; readonly receipts: Receipts; readonly now: () => Date }

/** The verdict is sent as it was stored, because one of a later version can have what this one doesn't know. */
const StoredData = z.catch(z.object({ verdict: z.unknown(), asked: z.catch(z.optional(z.string()), undefined) }), { verdict: undefined })
type StoredData = z.infer<typeof StoredData>

/** Null where the verdict proves nothing about what is requested now, or no longer. */
async function signedReceipt(
  { id }: EventRecord,
  { verdict: stored, asked }: StoredData,
  { connection }: ChangedConnection,
  { vendor, receipts, now }: MessageOptions,
): Promise<string | null> {
  const verdict = Verdict.safeParse(stored).data
  if (verdict === undefined || !isCurrent({ asked: asked ?? null }, connection, vendor)) return null
  if (receiptExpiry(verdict) * 1000 <= now().getTime()) return null
  const content = receipt({ plan: rolePlan(connection, vendor), connectionId: connection.id, verdict, now: now(), jti: id })
  return content === null ? null : receipts.signed(content)
}

/** The connection as it is now, and the verdict as it was found then. */
export async function eventMessage(event: EventRecord, changed: ChangedConnection, options: MessageOptions): Promise<EventMessage> {
  const { id, type, at: timestamp } = event
  const stored = StoredData.parse(event.data)
  const signed = await signedReceipt(event, stored, changed, options)
  const data = {
    connection: vendorConnection(changed, options.vendor),
    ...(stored.verdict === undefined ? {} : { verdict: stored.verdict }),
    ...(signed === null ? {} : { receipt: signed }),
  }
  return { id, type, timestamp, roleArn: changed.connection.roleArn, text: JSON.stringify({ type, timestamp, data }) }
}

/** A message about nothing, to try the target. */
export function testMessage(id: string, now: Date): EventMessage {
  const timestamp = now.toISOString()
  return { id, type: 'webhook.test', timestamp, roleArn: null, text: JSON.stringify({ type: 'webhook.test', timestamp, data: {} }) }
}
