import * as z from 'zod/mini'
import { type ConnectionHistory, HandoffSummary } from '#core/verify/connection-history.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { anyConnectionInPath } from '#server/http/vendor-connections.ts'
import { unknownCursor } from '#server/http/vendor-filter.ts'
import { HistoryCursor, type OwnedConnection } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { connectionHistory } from './vendor-bodies.ts'

const pageLength = 100

const Query = z.strictObject({ cursor: z.optional(HistoryCursor) })

async function handoffsOf({ handoffs }: Registry, { tenant, connection }: OwnedConnection): Promise<readonly HandoffSummary[]> {
  const all = await handoffs.list(tenant)
  return all.flatMap(({ handoff }) => (handoff.connectionId === connection.id ? HandoffSummary.parse(handoff) : []))
}

/** Null: it was deleted meanwhile. */
async function pageOf(registry: Registry, owned: OwnedConnection, after: string | null): Promise<ConnectionHistory | null> {
  const { tenant, connection } = owned
  const page = await registry.history(tenant, connection.id, { after, limit: pageLength })
  if (page === null) return null
  return {
    connectionId: connection.id,
    entries: [...page.entries],
    handoffs: after === null ? [...(await handoffsOf(registry, owned))] : [],
    ...(page.next === null ? {} : { next: page.next }),
  }
}

const getConnectionHistory: Operation = {
  method: 'get',
  path: '/api/vendor/connections/:id/history',
  id: 'getConnectionHistory',
  title: 'Get the history of a connection',
  description:
    'Every change, every verdict that differs from the one before, and the links to colleagues. Also of a disconnected connection. In pages of 100, oldest first.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  query: [{ name: 'cursor', required: false, description: '`next` of the previous page. Left out for the first page.' }],
  responses: [{ status: 200, description: 'A page of the history.', body: connectionHistory }],
  problems: ['invalid', 'not-found', 'connection-unreadable'],
  handler:
    ({ registry }) =>
    async (context) => {
      const found = await anyConnectionInPath(context, registry)
      if (found === null) return problem('not-found')
      const query = Query.safeParse(context.req.query())
      if (!query.success) return problem('invalid', { issues: unknownCursor })
      const page = await pageOf(registry, found, query.data.cursor ?? null)
      return page === null ? problem('not-found') : context.json(page)
    },
}

export const vendorHistoryOperations: readonly Operation[] = [getConnectionHistory]
