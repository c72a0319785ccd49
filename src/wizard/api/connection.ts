import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Connection, type ConnectionRequest, type PermissionChoice } from '#core/connection.ts'
import type { Answer } from './request.ts'
import { requestInSession } from './session.ts'

const queryKey = (id: string) => ['connection', id] as const

const path = (id: string): string => `/api/connections/${encodeURIComponent(id)}`

export function createConnection(request: ConnectionRequest): Promise<Answer<Connection>> {
  return requestInSession({ method: 'POST', path: '/api/connections', body: request, schema: Connection })
}

/** Changes what the role of a connection may do. */
export function choosePermissions(id: string, permissions: PermissionChoice): Promise<Answer<Connection>> {
  return requestInSession({ method: 'PUT', path: `${path(id)}/permissions`, body: { permissions }, schema: Connection })
}

/** Puts what the server just said where `useConnection` finds it. */
export function rememberConnection(client: QueryClient, connection: Connection): void {
  client.setQueryData<Answer<Connection>>(queryKey(connection.id), { kind: 'answer', value: connection })
}

export function useConnection(id: string) {
  return useQuery({
    queryKey: queryKey(id),
    queryFn: () => requestInSession({ method: 'GET', path: path(id), schema: Connection }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
