import type { Context } from 'hono'
import type { AppDependencies, Authenticated } from '#server/http/app-dependencies.ts'
import { connectionInPath, idInPath } from '#server/http/authentication.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { confirmation, disconnecting, disconnectionRecord, roleDeletedParameter } from '#server/http/removals.ts'
import { note } from '#server/http/request-facts.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'
import { connection, disconnectionRecord as recordBody } from './connection-bodies.ts'

/** Also one that has ended. One of another tenant is absent. */
async function ownInPath(context: Context<Authenticated>, { registry }: AppDependencies): Promise<ChangedConnection | null> {
  const found = await registry.ofAnyTenant(idInPath(context))
  if (found?.tenant !== context.get('tenant')) return null
  note(context, { connectionId: found.connection.id })
  return found
}

const disconnectConnection: Operation = {
  method: 'delete',
  path: '/api/connections/:id',
  id: 'disconnectConnection',
  title: 'Disconnect a connection',
  description:
    'Starts the end of a connection: its role is no longer verified, and the customer removes it. Each repetition checks whether AWS still lets the vendor assume the role. Once AWS has denied it in checks 10 seconds apart, the connection is disconnected at that time. A check can run as one role of the application only. Where there are others, `needsConfirmation` is then `true`, and the connection is disconnected by a request with `roleDeleted=true`. Its history stays, and its external ID is never assigned again. Without repetitions, scheduled checks do the same.',
  query: [roleDeletedParameter],
  access: 'tenant',
  limits: { requester: 'verificationsPerTenant' },
  audit: 'connection.disconnected',
  responses: [{ status: 200, description: 'The record.', body: recordBody }],
  problems: ['not-found', 'connection-unreadable'],
  handler: (dependencies) => {
    const disconnect = disconnecting(dependencies)
    return async (context) => {
      const found = await ownInPath(context, dependencies)
      if (found === null) return problem('not-found')
      return disconnect(context, found.tenant, found, confirmation(context.req.query('roleDeleted'), 'customer'))
    }
  },
}

const getDisconnection: Operation = {
  method: 'get',
  path: '/api/connections/:id/disconnection',
  id: 'getDisconnection',
  title: 'Get the record of a disconnection',
  description: 'Also of a connection that has ended. It starts no check.',
  access: 'tenant',
  limits: { requester: 'readsPerTenant' },
  responses: [{ status: 200, description: 'The record.', body: recordBody }],
  problems: ['not-found', 'not-disconnecting', 'connection-unreadable'],
  handler: (dependencies) => async (context) => {
    const found = await ownInPath(context, dependencies)
    if (found === null) return problem('not-found')
    const record = disconnectionRecord(found)
    return record === null ? problem('not-disconnecting') : context.json(record)
  },
}

const cancelDisconnection: Operation = {
  method: 'delete',
  path: '/api/connections/:id/disconnection',
  id: 'cancelDisconnection',
  title: 'Keep a connection',
  description: 'Cancels a disconnection whose removal isn’t confirmed yet. The role is verified again.',
  access: 'tenant',
  limits: { requester: 'claimsPerTenant' },
  audit: 'connection.changed',
  responses: [{ status: 200, description: 'The connection.', body: connection }],
  problems: ['not-found', 'connection-unreadable'],
  handler:
    ({ registry, now }) =>
    async (context) => {
      const found = await connectionInPath(context, registry)
      if (found === null) return problem('not-found')
      const kept = await registry.disconnections.cancel(context.get('tenant'), found.id, now().toISOString())
      note(context, found.disconnection === undefined ? { isUnchanged: true } : { removal: 'canceled' })
      return kept === null ? problem('not-found') : context.json(kept)
    },
}

export const disconnectionOperations: readonly Operation[] = [disconnectConnection, getDisconnection, cancelDisconnection]
