import { useQuery } from '@tanstack/react-query'
import { Connection, type ConnectionRequest } from '#core/connection/connection.ts'
import { Verdict } from '#core/verify/verdict.ts'
import type { Answer, Failure } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

export const connectionKey = (id: string) => ['connection', id] as const

export const verificationKey = (id: string) => ['verification', id] as const

const path = (id: string): string => `api/connections/${encodeURIComponent(id)}`

/** Puts what the server just said where `useConnection` finds it. What was seen of the role before may be of other permissions. */
export function rememberConnection(connection: Connection): void {
  serverState.removeQueries({ queryKey: verificationKey(connection.id) })
  const answer: Answer<Connection> = { kind: 'answer', value: connection }
  serverState.setQueryData(connectionKey(connection.id), answer)
}

export async function createConnection(terms: ConnectionRequest): Promise<Answer<Connection>> {
  const answer = await requestInSession({ method: 'POST', path: 'api/connections', body: terms, schema: Connection })
  if (answer.kind === 'answer') rememberConnection(answer.value)
  return answer
}

export function useConnection(id: string) {
  return useQuery({
    queryKey: connectionKey(id),
    queryFn: () => requestInSession({ method: 'GET', path: path(id), schema: Connection }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

type VerdictRequest = {
  /** Gets a verdict of this second. */
  readonly now: boolean
  /** Absent where the page doesn't know. */
  readonly launched?: boolean
}

export const askForVerdict = (id: string, body: VerdictRequest): Promise<Answer<Verdict>> =>
  requestInSession({ method: 'POST', path: `${path(id)}/verify`, body, schema: Verdict })

export const connectionsKey = ['connections'] as const

/** True once this page has shown the accounts table. Kept here, so that nothing has to load the table to know it. */
export const hasManyConnections = (): boolean => serverState.getQueryData(connectionsKey) !== undefined

/** The verdict on the page stays, since a name says nothing about the role. */
export async function renameConnection(id: string, name: string): Promise<Failure | null> {
  const answer: Answer<Connection> = await requestInSession({ method: 'PUT', path: `${path(id)}/name`, body: { name }, schema: Connection })
  if (answer.kind !== 'answer') return answer
  serverState.setQueryData(connectionKey(id), answer)
  return null
}
