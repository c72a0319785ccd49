import type { Context } from 'hono'
import { type HandoffView, handoffMessageRequest as messageFrom, withMessage } from '#core/connection/handoff.ts'
import type { AppDependencies, Authenticated } from '#server/http/app-dependencies.ts'
import { connectionInPath } from '#server/http/authentication.ts'
import { handoffLinks, type NewLink, partyOf } from '#server/http/handoff-links.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readBody, withBody } from '#server/http/request-body.ts'
import { note, shortHash } from '#server/http/request-facts.ts'
import {
  connectionHandoff,
  draftHandoffRequest,
  givenHandoff,
  handoffList,
  handoffMessageRequest,
  handoffRequest,
  handoffView,
} from './handoff-bodies.ts'

const createsLink = {
  method: 'post',
  access: 'tenant',
  audit: 'connection.handed-off',
  limits: { requester: 'handoffsPerTenant', address: 'handoffsPerAddress' },
  responses: [{ status: 201, description: 'The token and the hand-off.', body: givenHandoff }],
} as const

async function createdLink(context: Context<Authenticated>, dependencies: AppDependencies, link: NewLink): Promise<Response> {
  const given = await handoffLinks(dependencies).create(link)
  note(context, { handoff: shortHash(given.handoff.id) })
  return context.json(given, 201)
}

const returnsHandoff = { responses: [{ status: 200, description: 'The hand-off.', body: handoffView }], problems: ['not-found'] } as const

const handOffConnection: Operation = {
  ...createsLink,
  path: '/api/connections/:id/handoff',
  id: 'handOffConnection',
  title: 'Create a link for a colleague',
  description:
    'It opens this one connection, for a colleague who has AWS access or who knows what the role is for, until it expires or is revoked. An earlier link to the connection is revoked. The token is returned only once. Put it into the fragment of the URL: `/#/handoff/<token>`.',
  request: handoffRequest,
  problems: ['not-found', 'connection-unreadable'],
  handler: (dependencies) =>
    withBody(handoffRequest.schema, async (body, context: Context<Authenticated>) => {
      const { tenant, tenantName: requestedBy } = context.var
      const connection = await connectionInPath(context, dependencies.registry)
      if (connection === null) return problem('not-found')
      const link = { tenant, requestedBy, connectionId: connection.id, draft: null, ...body }
      return createdLink(context, dependencies, link)
    }),
}

const getConnectionHandoff: Operation = {
  method: 'get',
  path: '/api/connections/:id/handoff',
  id: 'getConnectionHandoff',
  title: 'Get the hand-off of a connection',
  description: 'The last one, with whose turn it is.',
  access: 'tenant-or-guest',
  responses: [{ status: 200, description: 'The hand-off, or null.', body: connectionHandoff }],
  problems: ['not-found', 'connection-unreadable'],
  handler: (dependencies) => async (context) => {
    const { registry } = dependencies
    const { tenant, guest } = context.var
    const connection = await connectionInPath(context, registry)
    if (connection === null) return problem('not-found')
    const handoff = guest ?? (await registry.handoffs.ofConnection(tenant, connection.id))?.handoff ?? null
    return context.json({ handoff: handoff === null ? null : await handoffLinks(dependencies).view(tenant, handoff, partyOf(context)) })
  },
}

const handOffDraft: Operation = {
  ...createsLink,
  path: '/api/handoffs',
  id: 'handOffDraft',
  title: 'Create a link before there is a connection',
  description: 'The link includes what was typed so far. The colleague completes it, which creates a connection of the same tenant.',
  request: draftHandoffRequest,
  handler: (dependencies) =>
    withBody(draftHandoffRequest.schema, async (body, context: Context<Authenticated>) => {
      const { tenant, tenantName: requestedBy } = context.var
      const link = { tenant, requestedBy, purpose: 'create-role', connectionId: null, ...body } as const
      return createdLink(context, dependencies, link)
    }),
}

/** Each reads its connection. Other requests need the store, too. */
const viewsAtOnce = 10

const listHandoffs: Operation = {
  method: 'get',
  path: '/api/handoffs',
  id: 'listHandoffs',
  title: 'List the hand-offs',
  description: 'The hand-offs of the tenant, oldest first.',
  access: 'tenant',
  responses: [{ status: 200, description: 'Hand-offs.', body: handoffList }],
  handler: (dependencies) => async (context) => {
    const { tenant } = context.var
    const { view } = handoffLinks(dependencies)
    const records = await dependencies.registry.handoffs.list(tenant)
    const handoffs: HandoffView[] = []
    for (let start = 0; start < records.length; start += viewsAtOnce) {
      const some = records.slice(start, start + viewsAtOnce)
      handoffs.push(...(await Promise.all(some.map(({ handoff }) => view(tenant, handoff, 'requester')))))
    }
    return context.json({ handoffs })
  },
}

const getHandoff: Operation = {
  method: 'get',
  path: '/api/handoffs/:id',
  id: 'getHandoff',
  title: 'Get a hand-off',
  description: 'A guest can call its own hand-off `mine`.',
  access: 'tenant-or-guest',
  ...returnsHandoff,
  handler: (dependencies) => async (context) => {
    const { view, inPath } = handoffLinks(dependencies)
    const handoff = await inPath(context)
    return handoff === null ? problem('not-found') : context.json(await view(context.var.tenant, handoff, partyOf(context)))
  },
}

const revokeHandoff: Operation = {
  method: 'delete',
  path: '/api/handoffs/:id',
  id: 'revokeHandoff',
  title: 'Revoke a hand-off',
  description: 'Takes effect immediately, also for a colleague who has opened the link.',
  access: 'tenant',
  audit: 'handoff.revoked',
  ...returnsHandoff,
  handler: (dependencies) => async (context) => {
    const { registry, now } = dependencies
    const { view, inPath } = handoffLinks(dependencies)
    const handoff = await inPath(context)
    if (handoff === null) return problem('not-found')
    const revokedAt = now().toISOString()
    const changed = await registry.handoffs.change(handoff.id, (current) => ({ ...current, revokedAt: current.revokedAt ?? revokedAt }))
    return changed === null ? problem('not-found') : context.json(await view(context.var.tenant, changed.handoff, 'requester'))
  },
}

const passTurn: Operation = {
  method: 'post',
  path: '/api/handoffs/:id/messages',
  id: 'passTurn',
  title: 'Send a hand-off message',
  description:
    'Passes the turn to the other party. The colleague says `done`, `question` or `cannot`. The sender of the link says `asked`.',
  access: 'tenant-or-guest',
  limits: { requester: 'handoffsPerTenant' },
  audit: 'handoff.answered',
  request: handoffMessageRequest,
  ...returnsHandoff,
  handler: (dependencies) => async (context) => {
    const { registry, now } = dependencies
    const { view, inPath } = handoffLinks(dependencies)
    const by = partyOf(context)
    const reading = await readBody(context, messageFrom(by))
    if (reading.kind === 'refused') return reading.response
    const handoff = await inPath(context)
    if (handoff === null) return problem('not-found')
    const message = { by, ...reading.body, at: now().toISOString() }
    const changed = await registry.handoffs.change(handoff.id, (current) => withMessage(current, message))
    return changed === null ? problem('not-found') : context.json(await view(context.var.tenant, changed.handoff, by))
  },
}

export const handoffOperations: readonly Operation[] = [
  handOffConnection,
  getConnectionHandoff,
  handOffDraft,
  listHandoffs,
  getHandoff,
  revokeHandoff,
  passTurn,
]
