import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ConnectionBatch, type ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import { Connection } from '#core/connection/connection.ts'
import { LastCheck } from '#core/verify/verdict.ts'
import { connectionsKey } from '#wizard/api/connection.ts'
import type { Answer } from '#wizard/api/request.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { requestInSession } from '#wizard/api/session.ts'
import { trackConnections } from './watcher.ts'

const Page = z.object({
  connections: z.array(Connection),
  lastLooks: z.array(LastCheck),
  next: z.optional(z.string()),
  unreadable: z._default(z.int(), 0),
})

/** All pages together. `unreadable` counts the connections that the server holds and cannot read. */
type Connections = Omit<z.infer<typeof Page>, 'next'>

const pagePath = (cursor: string | undefined): string =>
  cursor === undefined ? 'api/connections' : `api/connections?${new URLSearchParams({ cursor })}`

const joined = (before: Connections, page: Connections): Connections => ({
  connections: [...before.connections, ...page.connections],
  lastLooks: [...before.lastLooks, ...page.lastLooks],
  unreadable: before.unreadable + page.unreadable,
})

/** Part of a list would look like the whole of it, so one page that fails is the answer. */
async function allPages(): Promise<Answer<Connections>> {
  let all: Connections = { connections: [], lastLooks: [], unreadable: 0 }
  let cursor: string | undefined
  do {
    const answer = await requestInSession({ method: 'GET', path: pagePath(cursor), schema: Page })
    if (answer.kind !== 'answer') return answer
    all = joined(all, answer.value)
    cursor = answer.value.next
  } while (cursor !== undefined)
  return { kind: 'answer', value: all }
}

async function allConnections(): Promise<Answer<Connections>> {
  const answer = await allPages()
  if (answer.kind === 'answer') trackConnections(answer.value.connections, answer.value.lastLooks)
  return answer
}

/** Everything that this tenant has connected. Another tab may have changed it, so a screen that opens asks again. */
export function useConnections() {
  return useQuery({ queryKey: connectionsKey, queryFn: allConnections, refetchOnMount: 'always' })
}

export async function createConnections(request: ConnectionBatchRequest): Promise<Answer<ConnectionBatch>> {
  const answer = await requestInSession({ method: 'POST', path: 'api/connections/batch', body: request, schema: ConnectionBatch })
  if (answer.kind === 'answer') await serverState.invalidateQueries({ queryKey: connectionsKey })
  return answer
}
