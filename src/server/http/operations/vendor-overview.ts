import { ConnectionStatus, VendorOverview } from '#core/verify/vendor-overview.ts'
import { overviews } from '#server/campaign/overview.ts'
import { body, type Operation } from '#server/http/operation.ts'

const vendorOverview = body('VendorOverview', VendorOverview, {
  countedAt: 'UTC. A count is at most 30 seconds old. Deleted connections, also those of a deleted tenant, are in it for up to an hour.',
  statuses: `The number of connections by status, as in the filter \`status\` of the list: ${ConnectionStatus.options.join(', ')}. Treat an absent status as 0. New ones can come.`,
  campaign:
    'Connections for which your config requests an update, or has requested one since the roles that it describes last changed: `total`; `pending`: the customer has not chosen the new permissions; `chosen`: the role is not verified with them yet; `updated`: it is.',
})

const getVendorOverview: Operation = {
  method: 'get',
  path: '/api/vendor/overview',
  id: 'getVendorOverview',
  title: 'Count the connections, and the progress of an update',
  description:
    'Of all customers, by status. After a change of the roles that your config describes, `campaign` says how many connections are updated. The first count reads every connection, later ones what has changed.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  responses: [{ status: 200, description: 'The counts.', body: vendorOverview }],
  handler: (dependencies) => {
    const overview = overviews(dependencies)
    return async (context) => context.json(await overview())
  },
}

export const vendorOverviewOperations: readonly Operation[] = [getVendorOverview]
