import { createTurns } from '#server/http/connection-page.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { anyConnectionInPath, vendorConnection, vendorConnections } from '#server/http/vendor-connections.ts'
import { readFilter, unknownCursor } from '#server/http/vendor-filter.ts'
import { vendorConnectionBody, vendorConnectionsBody } from './vendor-bodies.ts'

const pageLength = 200

const query = [
  { name: 'tenant', required: false, description: 'The `sub` of the customer’s launch tokens.' },
  {
    name: 'status',
    required: false,
    description:
      '`disconnected`, `disconnecting`, or for the other connections the `kind` of the last verdict, or `unchecked`. A verdict that is no longer `current` counts too.',
  },
  { name: 'account', required: false, description: 'The customer account, 12 digits.' },
  {
    name: 'updatedSince',
    required: false,
    description: 'UTC. Only connections that changed at this time or later. Use the last `changedAt` that you have, less one minute.',
  },
  {
    name: 'requestId',
    required: false,
    description:
      'The request ID of an AWS call, which verdicts and CloudTrail show: the connection whose check made the call. Of the last 30 days, and not of checks that found again that all is well.',
  },
  { name: 'cursor', required: false, description: '`next` of the previous page. Left out for the first page.' },
] as const

const listVendorConnections: Operation = {
  method: 'get',
  path: '/api/vendor/connections',
  id: 'listVendorConnections',
  title: 'List the connections of all customers',
  description:
    'In pages of 200, in the order of their last change, with disconnected ones. Request the next page with `cursor` and the same filters while the response has `next`. A connection that changes in the meantime comes again. Unknown parameters are rejected.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  query,
  responses: [{ status: 200, description: 'A page of connections.', body: vendorConnectionsBody }],
  problems: ['invalid'],
  handler: ({ registry, vendor }) => {
    // Many pages at once would keep every other request waiting for all of them.
    const inTurn = createTurns()
    return async (context) => {
      const reading = readFilter(context)
      if (reading.kind === 'refused') return problem('invalid', { issues: reading.issues })
      const { filter, after } = reading
      const page = await inTurn(context.get('caller').subject, async () => {
        const found = await registry.changes(filter, { after, limit: pageLength })
        return found === null ? null : vendorConnections(found, vendor)
      })
      return page === null ? problem('invalid', { issues: unknownCursor }) : context.json(page)
    }
  },
}

const getVendorConnection: Operation = {
  method: 'get',
  path: '/api/vendor/connections/:id',
  id: 'getVendorConnection',
  title: 'Get a connection of any customer',
  description: 'Also a disconnected one.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  responses: [{ status: 200, description: 'The connection.', body: vendorConnectionBody }],
  problems: ['not-found', 'connection-unreadable'],
  handler:
    ({ registry, vendor }) =>
    async (context) => {
      const found = await anyConnectionInPath(context, registry)
      return found === null ? problem('not-found') : context.json(vendorConnection(found, vendor))
    },
}

export const vendorConnectionOperations: readonly Operation[] = [listVendorConnections, getVendorConnection]
