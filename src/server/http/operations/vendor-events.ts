import type { Context } from 'hono'
import * as z from 'zod/mini'
import { DeliveryStatus } from '#core/events/delivery.ts'
import type { EventTest, ExplainedFailure, VendorEvent, VendorEvents } from '#core/events/vendor-event.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { failureSentence } from '#server/events/send-result.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { note, shortHash } from '#server/http/request-facts.ts'
import { cursorInUrl, readCursorInUrl } from '#server/http/vendor-filter.ts'
import type { EventRecord } from '#server/registry/event-records.ts'
import { subjectOf } from '#server/sessions/sessions.ts'
import { eventTestBody, vendorEventBody, vendorEventsBody } from './vendor-event-bodies.ts'

const pageLength = 100

const explained = (failure: EventRecord['failure']): ExplainedFailure | null =>
  failure === null ? null : { ...failure, detail: failureSentence(failure) }

function vendorEvent(event: EventRecord): VendorEvent {
  const { id, type, connectionId, tenant, at, status, attempts, dueAt, settledAt, failure } = event
  return {
    id,
    type,
    connectionId,
    tenant: subjectOf(tenant),
    tenantId: sha256Hex(tenant),
    timestamp: at,
    status,
    attempts,
    nextAttemptAt: status === 'pending' ? dueAt : null,
    settledAt,
    failure: explained(failure),
  }
}

const Query = z.strictObject({ status: z._default(DeliveryStatus, 'dead'), cursor: z.optional(z.string()) })

const expected = {
  status: `Use one of ${DeliveryStatus.options.join(', ')}.`,
  cursor: 'Use the next of the previous page, with the same status.',
} as const

const query = [
  { name: 'status', required: false, description: '`pending`, `delivered`, or `dead` (default).' },
  { name: 'cursor', required: false, description: '`next` of the previous page. Left out for the first page.' },
] as const

function refused(issues: readonly z.core.$ZodIssue[]): Response {
  const names = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]))
  const messageOf = (name: string) => (name === 'status' || name === 'cursor' ? expected[name] : 'Use only status, cursor.')
  return problem('invalid', { issues: names.map((name) => ({ path: [name], code: 'value-invalid', message: messageOf(name) })) })
}

const unknownCursor = () => problem('invalid', { issues: [{ path: ['cursor'], code: 'value-invalid', message: expected.cursor }] })

/** A name that is given twice is rejected too. */
const queryOf = ({ req }: Context): unknown =>
  Object.fromEntries(Object.entries(req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))

const listEvents: Operation = {
  method: 'get',
  path: '/api/vendor/events',
  id: 'listEvents',
  title: 'List events by the state of their delivery',
  description:
    'In pages of 100, oldest first. Without `status`, the dead letters: events that the receiver did not accept in three days. They are kept for 30 days.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  query,
  responses: [{ status: 200, description: 'A page of events.', body: vendorEventsBody }],
  problems: ['invalid'],
  handler:
    ({ registry }) =>
    async (context) => {
      const reading = z.safeParse(Query, queryOf(context))
      if (!reading.success) return refused(reading.error.issues)
      const { status, cursor } = reading.data
      const after = cursor === undefined ? null : readCursorInUrl(cursor)
      const page = await registry.events.list({ status, after, limit: pageLength })
      if (page === null) return unknownCursor()
      const body: VendorEvents = {
        events: page.events.map(vendorEvent),
        ...(page.next === null ? {} : { next: cursorInUrl(page.next) }),
      }
      return context.json(body)
    },
}

const redeliverEvent: Operation = {
  method: 'post',
  path: '/api/vendor/events/:event/redelivery',
  id: 'redeliverEvent',
  title: 'Send an event again',
  description:
    'With the same `webhook-id`, after the events of its connection that are pending, and with all retries. The connection in it is as it is then. A pending event stays as it is.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'event.redelivered',
  responses: [{ status: 200, description: 'The event, which is pending.', body: vendorEventBody }],
  problems: ['not-found'],
  handler:
    ({ registry, now }) =>
    async (context) => {
      const at = now().toISOString()
      const event = await registry.events.redeliver(context.req.param('event') ?? '', at)
      if (event === null) return problem('not-found')
      const unchanged = event.queuedAt === at ? {} : { isUnchanged: true }
      note(context, { tenant: shortHash(event.tenant), connectionId: event.connectionId, event: event.id, ...unchanged })
      return context.json(vendorEvent(event))
    },
}

const testEvents: Operation = {
  method: 'post',
  path: '/api/vendor/events/test',
  id: 'testEvents',
  title: 'Send a test event',
  description:
    'Sends an event of the type `webhook.test` at once, without a retry, and returns what came back. It holds no data of a customer.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'event.tested',
  responses: [{ status: 200, description: 'What came back, also if the receiver did not accept it.', body: eventTestBody }],
  problems: ['events-off'],
  handler:
    ({ sendTestEvent }) =>
    async (context) => {
      if (sendTestEvent === null) return problem('events-off')
      const result = await sendTestEvent()
      const failure = result.kind === 'failed' ? result.failure : null
      const status = result.kind === 'accepted' ? result.status : (failure?.status ?? null)
      const body: EventTest = { accepted: failure === null, status, failure: explained(failure) }
      return context.json(body)
    },
}

export const vendorEventOperations: readonly Operation[] = [listEvents, testEvents, redeliverEvent]
