import { ConnectionDeletion, isDisconnecting } from '#core/connection/disconnection.ts'
import { body, type Operation } from '#server/http/operation.ts'
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

const connectionDeletion = body('ConnectionDeletion', ConnectionDeletion, { connectionId: 'The connection that was deleted.' })

const connected = (): Response =>
  problem('not-disconnecting', {
    detail: 'Only a disconnected connection can be deleted. DELETE /api/vendor/connections/:id starts the disconnection.',
  })

const deleteVendorConnectionRecord: Operation = {
  method: 'delete',
  path: '/api/vendor/connections/:id/record',
  id: 'deleteVendorConnectionRecord',
  title: 'Delete everything of a disconnected connection',
  description:
    'Deletes the terms, the verdicts, the history, the links to colleagues with their notes, and the events of one connection. It must be disconnected. Only the SHA-256 hashes of its external IDs stay, so that none is ever assigned again. Events that wait to be sent are deleted too, so receive `connection.disconnected` first. Afterward the connection is not found.',
  access: 'vendor',
  scope: 'tenants:delete',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'connection.deleted',
  responses: [{ status: 200, description: 'What was deleted.', body: connectionDeletion }],
  problems: ['not-found', 'disconnecting', 'not-disconnecting', 'connection-unreadable'],
  handler:
    ({ registry }) =>
    async (context) => {
      const found = await anyConnectionInPath(context, registry)
      if (found === null) return problem('not-found')
      const { connection, disconnectedAt } = found
      if (disconnectedAt === null) return isDisconnecting(connection) ? problem('disconnecting') : connected()
      const deleted: ConnectionDeletion = { connectionId: connection.id }
      return (await registry.deleteConnection(connection.id)) ? context.json(deleted) : problem('not-found')
    },
}

export const vendorDisconnectionOperations: readonly Operation[] = [disconnectVendorConnection, deleteVendorConnectionRecord]
