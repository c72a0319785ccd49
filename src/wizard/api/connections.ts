import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ConnectionBatch, type ConnectionBatchRequest } from '#core/accounts/connection-batch.ts'
import { Connection } from '#core/connection.ts'
import { LastLook } from '#core/verify/last-look.ts'
import { watchConnections } from '../many/watcher.ts'
import { connectionsKey } from './many-connections.ts'
import type { Answer } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

const Connections = z.object({ connections: z.array(Connection), lastLooks: z.array(LastLook) })
export type Connections = z.infer<typeof Connections>

async function allConnections(): Promise<Answer<Connections>> {
  const answer = await requestInSession({ method: 'GET', path: 'api/connections', schema: Connections })
  if (answer.kind === 'answer') watchConnections(answer.value.connections, answer.value.lastLooks)
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
