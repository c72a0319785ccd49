import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { confirmation, disconnecting, roleDeletedParameter } from '#server/http/removals.ts'
import { anyConnectionInPath } from '#server/http/vendor-connections.ts'
import { disconnectionRecord } from './connection-bodies.ts'

const disconnectVendorConnection: Operation = {
  method: 'delete',
  path: '/api/vendor/connections/:id',
  id: 'disconnectVendorConnection',
  title: 'Disconnect a connection of any customer',
  description:
    'Starts the end of a connection, or goes on with it, as for the customer. You can’t remove the role: the customer does, and the wizard says how. The record is dated once AWS denies access. Until then scheduled checks go on. With several roles of the application, a check can’t run as the others: the record is dated once you or the customer say that the role is deleted, see `needsConfirmation`.',
  query: [roleDeletedParameter],
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'connection.disconnected',
  responses: [{ status: 200, description: 'The record.', body: disconnectionRecord }],
  problems: ['not-found', 'connection-unreadable'],
  handler: (dependencies) => {
    const disconnect = disconnecting(dependencies)
    return async (context) => {
      const found = await anyConnectionInPath(context, dependencies.registry)
      if (found === null) return problem('not-found')
      return disconnect(context, found.tenant, found, confirmation(context.req.query('roleDeleted'), 'vendor'))
    }
  },
}

export const vendorDisconnectionOperations: readonly Operation[] = [disconnectVendorConnection]
