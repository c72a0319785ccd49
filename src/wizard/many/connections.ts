import { useQuery } from '@tanstack/react-query'
import { ConnectionBatch, type ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import { connectionsKey } from '#wizard/api/connection.ts'
import { allPages, type Connections } from '#wizard/api/connection-list.ts'
import type { Answer } from '#wizard/api/request.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { requestInSession } from '#wizard/api/session.ts'
import { trackConnections } from './watcher.ts'

async function allConnections(): Promise<Answer<Connections>> {
  const answer = await allPages()
  if (answer.kind === 'answer') trackConnections(answer.value.connections, answer.value.lastChecks)
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
