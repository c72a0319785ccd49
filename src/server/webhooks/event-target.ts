import type { EventType } from '#core/events/webhook-event.ts'
import type { SendResult } from '#server/events/send-result.ts'

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
