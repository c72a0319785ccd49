import { DisconnectionRecord } from '#core/connection/disconnection.ts'
import { RotationRecord } from '#core/connection/rotation.ts'
import {
  type ConnectionStatus,
  CreatedConnection,
  TenantDeletion,
  VendorConnection,
  type VendorConnectionRequest,
  VendorConnections,
} from '#core/verify/vendor-connection.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { type Answer, type ClientOptions, request } from './request.ts'

export type ConnectionFilter = {
  /** Your customer: the `sub` of its launch tokens. */
  readonly tenant?: string
  readonly status?: ConnectionStatus
  /** The customer account, 12 digits. */
  readonly account?: string
  /** Only connections that changed at this time or later. */
  readonly updatedSince?: Date
  /** `next` of the last page that was read. */
  readonly cursor?: string
}

export type RolebridgeClient = {
  /** Pages of 200, in the order of their last change. Ends after the last page, or after the first failure. */
  readonly connections: (filter?: ConnectionFilter) => AsyncGenerator<Answer<VendorConnections>, void, undefined>
  readonly connection: (id: string) => Promise<Answer<VendorConnection>>
  /** `now`: a verdict that is more than one second old is not enough. */
  readonly verify: (id: string, urgency?: { readonly now?: boolean }) => Promise<Answer<Verdict>>
  /** Before the customer comes, or with `roleArn` the import of a role that exists. A repetition returns the existing connection. */
  readonly createConnection: (terms: VendorConnectionRequest) => Promise<Answer<CreatedConnection>>
  /** Starts the end of a connection, or goes on with it. The record is dated once AWS denies access to the role. */
  readonly disconnect: (id: string) => Promise<Answer<DisconnectionRecord>>
  /** Adds a second external ID, or returns the one that was added before. The customer then updates the role, and `externalId` of the connection stays the one to use. */
  readonly rotate: (id: string) => Promise<Answer<RotationRecord>>
  /** Everything of the customer but the hashes of its external IDs. `tenant` is the `sub` of its launch tokens. */
  readonly deleteTenant: (tenant: string) => Promise<Answer<TenantDeletion>>
}

const path = '/api/vendor/connections'

function queryOf({ tenant, status, account, updatedSince, cursor }: ConnectionFilter): string {
  const given = { tenant, status, account, updatedSince: updatedSince?.toISOString(), cursor }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value)
  return query.size === 0 ? '' : `?${query}`
}

async function* pages(options: ClientOptions, filter: ConnectionFilter): AsyncGenerator<Answer<VendorConnections>, void, undefined> {
  let next: ConnectionFilter | null = filter
  while (next !== null) {
    const page: Answer<VendorConnections> = await request(options, { method: 'GET', path: path + queryOf(next) }, VendorConnections)
    yield page
    const cursor: string | undefined = page.kind === 'answer' ? page.value.next : undefined
    next = cursor === undefined ? null : { ...filter, cursor }
  }
}

/** Calls the vendor API. Everything that can go wrong with a request is a value; nothing is thrown. */
export function rolebridgeClient(options: ClientOptions): RolebridgeClient {
  const at = (id: string): string => `${path}/${encodeURIComponent(id)}`
  return {
    connections: (filter = {}) => pages(options, filter),
    connection: (id) => request(options, { method: 'GET', path: at(id) }, VendorConnection),
    verify: (id, urgency = {}) => request(options, { method: 'POST', path: `${at(id)}/verify`, body: urgency }, Verdict),
    createConnection: (terms) => request(options, { method: 'POST', path, body: terms }, CreatedConnection),
    disconnect: (id) => request(options, { method: 'DELETE', path: at(id) }, DisconnectionRecord),
    rotate: (id) => request(options, { method: 'POST', path: `${at(id)}/rotation` }, RotationRecord),
    deleteTenant: (tenant) =>
      request(options, { method: 'DELETE', path: `/api/vendor/tenants/${encodeURIComponent(tenant)}` }, TenantDeletion),
  }
}
