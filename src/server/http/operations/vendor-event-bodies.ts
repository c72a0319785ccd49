import { EventTest, ExplainedFailure, VendorEvent, VendorEvents } from '#core/events/vendor-event.ts'
import { body } from '#server/http/operation.ts'

const explainedFailure = body('EventFailure', ExplainedFailure, {
  code: 'Permanent. Programs decide by it.',
  status: 'The HTTP status. Absent where there was no response.',
  reason: 'The code of the system or of AWS.',
  detail: 'What happened and what to do, in English.',
})

export const vendorEventBody = body(
  'VendorEvent',
  VendorEvent,
  {
    id: 'The header `webhook-id` of every attempt.',
    type: 'As in the event.',
    connectionId: 'The connection.',
    tenant: 'Your customer: the `sub` of its launch tokens. `null` for an anonymous tenant.',
    tenantId: 'SHA-256 of the tenant, as in `VendorConnection`.',
    timestamp: 'UTC. When it happened.',
    status: '`pending`: waits to be sent. `delivered`: the receiver accepted it. `dead`: no longer tried.',
    attempts: 'How often it was sent, or started to be. A redelivery counts from zero again.',
    nextAttemptAt: 'UTC. Only while it is pending. An event is not sent before the earlier ones of its connection, so it can be later.',
    settledAt: 'UTC. When it was delivered or given up. `null` while it is pending.',
    failure: 'Why the last attempt failed. `null`: there was none, or it succeeded.',
  },
  [explainedFailure],
)

export const vendorEventsBody = body(
  'VendorEvents',
  VendorEvents,
  { events: 'At most 100, oldest first.', next: 'The `cursor` of the next page. Absent on the last page.' },
  [vendorEventBody],
)

export const eventTestBody = body(
  'EventTest',
  EventTest,
  {
    accepted: 'The receiver accepted the event.',
    status: 'The HTTP status. `null`: there was no response.',
    failure: 'Why it was not accepted. `null`: it was.',
  },
  [explainedFailure],
)
