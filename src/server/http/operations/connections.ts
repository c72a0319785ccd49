import { partitionOf } from '#core/aws/region.ts'
import { accountListMaximum } from '#core/connection/accounts/account-list.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { permissionsChange } from '#core/connection/edited-policy.ts'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import { roleArnOf } from '#core/connection/role-plan.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { connectionInPath, idInPath } from '#server/http/authentication.ts'
import { connectionPage, createTurns } from '#server/http/connection-page.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readBody, readJsonBody } from '#server/http/request-body.ts'
import { requestedTerms } from '#server/http/requested-terms.ts'
import type { ClaimResult, HeldConnection } from '#server/registry/registry.ts'
import { connection, connectionRequest, connections, permissionsChangeRequest } from './connection-bodies.ts'

/** Per tenant: two full lists. Connections that were verified once do not count. */
export const pendingMaximum = 2 * accountListMaximum

/** 126 bits. */
export const connectionIdLength = 22

function claimResponse(result: ClaimResult): Response {
  switch (result.kind) {
    case 'claimed':
      return Response.json(result.connection, { status: 201 })
    case 'existing':
      return Response.json(result.connection)
    case 'external-id-taken':
    case 'handoff-used':
    case 'connection-limit':
      return problem(result.kind)
    default:
      return result satisfies never
  }
}

/** True for the connection that the hand-off created, and for one that has the external ID of its draft. */
const belongsToHandoff = ({ id, externalId }: HeldConnection, { connectionId, draft }: Handoff): boolean =>
  id === connectionId || externalId === draft?.externalId

type Claim = { readonly tenant: string; readonly guest: Handoff | null; readonly json: unknown }

function claims({ vendor, registry, now, randomBytes }: AppDependencies): (claim: Claim) => Promise<Response> {
  return async ({ tenant, guest, json }) => {
    const heldFor = ({ accountId, region }: ConnectionTerms) => registry.heldOnAccount(tenant, accountId, partitionOf(region))
    const isOpen = (held: HeldConnection): boolean => guest === null || belongsToHandoff(held, guest)
    const openFor = async (terms: ConnectionTerms) => (await heldFor(terms)).filter(isOpen)
    const requested = await requestedTerms({ vendor, json, heldFor: openFor, randomBytes })
    if (requested.kind === 'refused') return requested.response
    const { terms } = requested
    // A draft must not lead a guest to a connection of the tenant that the hand-off is not about.
    const isClosed = guest !== null && (await heldFor(terms)).some((held) => held.externalId === terms.externalId && !isOpen(held))
    if (isClosed) return problem('external-id-taken')
    const id = randomCharacters(connectionIdLength, randomBytes)
    const roleArn = roleArnOf(terms, vendor)
    const createdAt = now().toISOString()
    return claimResponse(await registry.claim({ tenant, terms, roleArn, id, createdAt, pendingMaximum, handoffId: guest?.id }))
  }
}

/** A hand-off guest can claim the connection that its draft becomes, for the tenant that created the link. */
const createConnection: Operation = {
  method: 'post',
  path: '/api/connections',
  id: 'createConnection',
  title: 'Create a connection',
  description:
    'Claims the external ID for the tenant before the customer can use it. Repeating the request returns the existing connection, with the Region and permissions of the later request.',
  access: 'tenant-or-guest',
  limits: { requester: 'claimsPerTenant', address: 'accountsPerAddress' },
  request: connectionRequest,
  responses: [
    { status: 201, description: 'A new connection.', body: connection },
    { status: 200, description: 'The existing connection.', body: connection },
  ],
  problems: [
    'external-id-taken',
    'external-id-issued-by-server',
    'connection-limit',
    'handoff-used',
    'beyond-handoff',
    'connection-unreadable',
  ],
  handler: (dependencies) => {
    const claim = claims(dependencies)
    return async (context) => {
      const { tenant, guest } = context.var
      if (guest !== null && guest.draft === null) return problem('beyond-handoff')
      const reading = await readJsonBody(context)
      return reading.kind === 'refused' ? reading.response : claim({ tenant, guest, json: reading.json })
    }
  },
}

const unknownCursor = { path: ['cursor'], code: 'value-invalid', message: 'Use `next` of the previous page, or leave it out.' }

const listConnections: Operation = {
  method: 'get',
  path: '/api/connections',
  id: 'listConnections',
  title: 'List the connections',
  description:
    'The connections of the tenant in pages of 100, oldest first, with the last verdicts. Request the next page with `cursor` while the response has `next`. Connections that are added in the meantime come last.',
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
      return page === null ? problem('invalid', { issues: [unknownCursor] }) : context.json(page)
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
  responses: [{ status: 200, description: 'The connection with its new choice.', body: connection }],
  problems: ['beyond-handoff', 'not-found', 'connection-unreadable'],
  handler: ({ vendor, registry }) => {
    const change = permissionsChange(vendor)
    return async (context) => {
      const { tenant, guest } = context.var
      if (guest !== null && guest.purpose !== 'choose-permissions') return problem('beyond-handoff')
      if ((await connectionInPath(context, registry)) === null) return problem('not-found')
      const reading = await readBody(context, change, 'permissions-invalid')
      if (reading.kind === 'refused') return reading.response
      const changed = await registry.updatePermissions(tenant, idInPath(context), reading.body)
      return changed === null ? problem('not-found') : context.json(changed)
    }
  },
}

export const connectionOperations: readonly Operation[] = [createConnection, listConnections, getConnection, changePermissions]
