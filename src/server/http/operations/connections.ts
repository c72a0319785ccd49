import { partitionOf } from '#core/aws/region.ts'
import { permissionsChange } from '#core/connection/edited-policy.ts'
import { connectionInPath, idInPath } from '#server/http/authentication.ts'
import { connectionPage, createTurns } from '#server/http/connection-page.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readBody } from '#server/http/request-body.ts'
import { connection, connections, NameChange, nameChangeRequest, permissionsChangeRequest } from './connection-bodies.ts'
import { createConnection } from './create-connection.ts'

const unknownCursor = { path: ['cursor'], code: 'value-invalid', message: 'Use `next` of the previous page, or leave it out.' }

/** The connection that ended the previous page was deleted, or it was never one of this tenant. */
const beginAgain = 'There is no connection at the cursor, or no longer. Begin again with the first page.'

const listConnections: Operation = {
  method: 'get',
  path: '/api/connections',
  id: 'listConnections',
  title: 'List the connections',
  description:
    'The connections of the tenant in pages of 100, oldest first, with the last verdicts. Request the next page with `cursor` while the response has `next`. Connections that are added in the meantime come last. If the last connection of a page is deleted, the cursor is rejected with 422: begin again with the first page.',
  access: 'tenant',
  limits: { requester: 'readsPerTenant' },
  query: [{ name: 'cursor', required: false, description: '`next` of the previous page. Left out for the first page.' }],
  responses: [{ status: 200, description: 'A page of connections.', body: connections }],
  problems: ['invalid'],
  handler: ({ registry, vendor }) => {
    // Many pages at once would keep every other request waiting for all of them.
    const inTurn = createTurns()
    return async (context) => {
      const { tenant } = context.var
      const cursor = context.req.query('cursor') ?? null
      const page = await inTurn(tenant, () => connectionPage({ registry, vendor, tenant, cursor }))
      return page === null ? problem('invalid', { detail: beginAgain, issues: [unknownCursor] }) : context.json(page)
    }
  },
}

const getConnection: Operation = {
  method: 'get',
  path: '/api/connections/:id',
  id: 'getConnection',
  title: 'Get a connection',
  description: 'A connection of another tenant is not found.',
  access: 'tenant-or-guest',
  limits: { requester: 'readsPerTenant' },
  responses: [{ status: 200, description: 'The connection.', body: connection }],
  problems: ['not-found', 'connection-unreadable'],
  handler:
    ({ registry }) =>
    async (context) => {
      const found = await connectionInPath(context, registry)
      return found === null ? problem('not-found') : context.json(found)
    },
}

const changePermissions: Operation = {
  method: 'put',
  path: '/api/connections/:id/permissions',
  id: 'changePermissions',
  title: 'Change the chosen permission sets',
  description: 'The role in AWS stays as it is until the customer updates it. Earlier verdicts no longer apply.',
  access: 'tenant-or-guest',
  limits: { requester: 'claimsPerTenant' },
  request: permissionsChangeRequest,
  audit: 'connection.changed',
  responses: [{ status: 200, description: 'The connection with its new choice.', body: connection }],
  problems: ['beyond-handoff', 'not-found', 'connection-unreadable'],
  handler: ({ vendor, registry, now }) => {
    return async (context) => {
      const { tenant, guest } = context.var
      if (guest !== null && guest.purpose !== 'choose-permissions') return problem('beyond-handoff')
      const current = await connectionInPath(context, registry)
      if (current === null) return problem('not-found')
      const reading = await readBody(context, permissionsChange(vendor, partitionOf(current.region)), 'permissions-invalid')
      if (reading.kind === 'refused') return reading.response
      const changed = await registry.updatePermissions(tenant, idInPath(context), reading.body, now().toISOString())
      return changed === null ? problem('not-found') : context.json(changed)
    }
  },
}

const renameConnection: Operation = {
  method: 'put',
  path: '/api/connections/:id/name',
  id: 'renameConnection',
  title: 'Rename a connection',
  description: 'The name is only for people. It changes neither the role nor the last verdict. An empty name removes it.',
  access: 'tenant',
  limits: { requester: 'claimsPerTenant' },
  request: nameChangeRequest,
  audit: 'connection.changed',
  responses: [{ status: 200, description: 'The connection with its new name.', body: connection }],
  problems: ['not-found', 'connection-unreadable'],
  handler:
    ({ registry, now }) =>
    async (context) => {
      const reading = await readBody(context, NameChange)
      if (reading.kind === 'refused') return reading.response
      const { tenant } = context.var
      const changed = await registry.rename(tenant, idInPath(context), reading.body.name || null, now().toISOString())
      return changed === null ? problem('not-found') : context.json(changed)
    },
}

export const connectionOperations: readonly Operation[] = [
  createConnection,
  listConnections,
  getConnection,
  changePermissions,
  renameConnection,
]
