import { ConnectionDeletion, DisconnectionRecord } from '#core/connection/disconnection.ts'
import { RotationRecord } from '#core/connection/rotation.ts'
import type { DeliveryStatus } from '#core/events/delivery.ts'
import { EventTest, VendorEvent, VendorEvents } from '#core/events/vendor-event.ts'
import { ConnectionHistory } from '#core/verify/connection-history.ts'
import {
  CreatedConnection,
  TenantDeletion,
  VendorConnection,
  type VendorConnectionRequest,
  VendorConnections,
} from '#core/verify/vendor-connection.ts'
import { type ConnectionStatus, VendorOverview } from '#core/verify/vendor-overview.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { type Answer, type ClientOptions, request } from './request.ts'

export type { VendorConnection } from '#core/verify/vendor-connection.ts'

export type ConnectionFilter = {
  /** Your customer: the `sub` of its launch tokens. */
  readonly tenant?: string
  readonly status?: ConnectionStatus
  /** The customer account, 12 digits. */
  readonly account?: string
  /** Only connections that changed at this time or later. */
  readonly updatedSince?: Date
  /** The request ID of an AWS call: the connection whose check made the call. */
  readonly requestId?: string
  /** `next` of the last page that was read. */
  readonly cursor?: string
}

export type EventFilter = {
  readonly status?: DeliveryStatus
  /** `next` of the last page that was read. */
  readonly cursor?: string
}

export type RolebridgeClient = {
  /** Pages of 200, in the order of their last change. Ends after the last page, or after the first failure. */
  readonly connections: (filter?: ConnectionFilter) => AsyncGenerator<Answer<VendorConnections>, void, undefined>
  readonly connection: (id: string) => Promise<Answer<VendorConnection>>
  /** Every change of a connection in pages of 100, oldest first. Ends as `connections` does. `cursor`: `next` of the last page that was read. */
  readonly history: (id: string, cursor?: string) => AsyncGenerator<Answer<ConnectionHistory>, void, undefined>
  /** `now`: a verdict that is more than one second old is not enough. */
  readonly verify: (id: string, urgency?: { readonly now?: boolean }) => Promise<Answer<Verdict>>
  /** Before the customer comes, or with `roleArn` the import of a role that exists. A repetition returns the existing connection. */
  readonly createConnection: (terms: VendorConnectionRequest) => Promise<Answer<CreatedConnection>>
  /** Starts the end of a connection, or goes on with it. The record is dated once AWS denies access to the role. */
  /** `roleDeleted` says that the role is deleted, which is needed where the record has `needsConfirmation`. */
  readonly disconnect: (id: string, options?: { readonly roleDeleted?: boolean }) => Promise<Answer<DisconnectionRecord>>
  /** Adds a second external ID, or returns the one that was added before. The customer then updates the role, and `externalId` of the connection stays the one to use. */
  readonly rotate: (id: string) => Promise<Answer<RotationRecord>>
  /** Everything of a disconnected connection but the hashes of its external IDs. */
  readonly deleteRecord: (id: string) => Promise<Answer<ConnectionDeletion>>
  /** Everything of the customer but the hashes of its external IDs. `tenant` is the `sub` of its launch tokens. */
  readonly deleteTenant: (tenant: string) => Promise<Answer<TenantDeletion>>
  /** The number of connections by status, and how far an update of your config is. A count is at most 30 seconds old. */
  readonly overview: () => Promise<Answer<VendorOverview>>
  /** Pages of 100, oldest first, by default of the dead letters: events that your receiver did not accept in three days. Ends as `connections` does. */
  readonly events: (filter?: EventFilter) => AsyncGenerator<Answer<VendorEvents>, void, undefined>
  /** Sends an event again with the same ID, after the pending ones of its connection. A pending event stays as it is. */
  readonly redeliverEvent: (id: string) => Promise<Answer<VendorEvent>>
  /** Sends an event without data of a customer at once, and returns what came back. */
  readonly testEvents: () => Promise<Answer<EventTest>>
}

const path = '/api/vendor/connections'
const eventsPath = '/api/vendor/events'

function queryOf(given: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value)
  return query
}

const connectionQuery = ({ updatedSince, ...filter }: ConnectionFilter): URLSearchParams =>
  queryOf({ ...filter, updatedSince: updatedSince?.toISOString() })

const withQuery = (path: string, query: URLSearchParams): string => (query.size === 0 ? path : `${path}?${query}`)

async function* pages<Page extends { readonly next?: string | undefined }>(
  get: (query: URLSearchParams) => Promise<Answer<Page>>,
  query: URLSearchParams,
): AsyncGenerator<Answer<Page>, void, undefined> {
  const rest = new URLSearchParams(query)
  while (true) {
    const page = await get(rest)
    yield page
    const next = page.kind === 'answer' ? page.value.next : undefined
    if (next === undefined) return
    rest.set('cursor', next)
  }
}

/** Reads pages, and sends requests that change the delivery of events. */
function eventCalls(options: ClientOptions): Pick<RolebridgeClient, 'events' | 'redeliverEvent' | 'testEvents'> {
  const list = (query: URLSearchParams) => request(options, { method: 'GET', path: withQuery(eventsPath, query) }, VendorEvents)
  return {
    events: (filter = {}) => pages(list, queryOf({ ...filter })),
    redeliverEvent: (id) => request(options, { method: 'POST', path: `${eventsPath}/${encodeURIComponent(id)}/redelivery` }, VendorEvent),
    testEvents: () => request(options, { method: 'POST', path: `${eventsPath}/test` }, EventTest),
  }
}

/** Calls the vendor API. Everything that can go wrong with a request is a value; nothing is thrown. */
export function rolebridgeClient(options: ClientOptions): RolebridgeClient {
  const at = (id: string): string => `${path}/${encodeURIComponent(id)}`
  const list = (query: URLSearchParams) => request(options, { method: 'GET', path: withQuery(path, query) }, VendorConnections)
  const history = (id: string, query: URLSearchParams) =>
    request(options, { method: 'GET', path: withQuery(`${at(id)}/history`, query) }, ConnectionHistory)
  return {
    ...eventCalls(options),
    overview: () => request(options, { method: 'GET', path: '/api/vendor/overview' }, VendorOverview),
    connections: (filter = {}) => pages(list, connectionQuery(filter)),
    history: (id, cursor) => pages((query) => history(id, query), queryOf({ cursor })),
    connection: (id) => request(options, { method: 'GET', path: at(id) }, VendorConnection),
    verify: (id, urgency = {}) => request(options, { method: 'POST', path: `${at(id)}/verify`, body: urgency }, Verdict),
    createConnection: (terms) => request(options, { method: 'POST', path, body: terms }, CreatedConnection),
    disconnect: (id, { roleDeleted } = {}) => {
      const query = queryOf({ roleDeleted: roleDeleted === true ? 'true' : undefined })
      return request(options, { method: 'DELETE', path: withQuery(at(id), query) }, DisconnectionRecord)
    },
    rotate: (id) => request(options, { method: 'POST', path: `${at(id)}/rotation` }, RotationRecord),
    deleteRecord: (id) => request(options, { method: 'DELETE', path: `${at(id)}/record` }, ConnectionDeletion),
    deleteTenant: (tenant) =>
      request(options, { method: 'DELETE', path: `/api/vendor/tenants/${encodeURIComponent(tenant)}` }, TenantDeletion),
  }
}
