import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Connection } from '#core/connection/connection.ts'
import { DisconnectionRecord } from '#core/connection/disconnection.ts'
import { connectionKey, connectionsKey, rememberConnection } from './connection.ts'
import type { Answer, Failure } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

const path = (id: string): string => `api/connections/${encodeURIComponent(id)}`

const disconnectionKey = (id: string) => ['disconnection', id] as const

/** The last record, and why the latest request brought none. */
export type RemovalState = { readonly record: DisconnectionRecord | null; readonly failure: Failure | null }

const removalAfter = (before: RemovalState | undefined, answer: Answer<DisconnectionRecord>): RemovalState =>
  answer.kind === 'answer' ? { record: answer.value, failure: null } : { record: before?.record ?? null, failure: answer }

/** Goes on with the end of a connection. A viewer and a guest only read. */
const proceed = (id: string): Promise<Answer<DisconnectionRecord>> =>
  requestInSession({ method: 'DELETE', path: path(id), schema: DisconnectionRecord })

const read = (id: string): Promise<Answer<DisconnectionRecord>> =>
  requestInSession({ method: 'GET', path: `${path(id)}/disconnection`, schema: DisconnectionRecord })

/** Says that the role is deleted, where no check can run as each role of the application. */
export async function confirmRoleDeleted(id: string): Promise<Failure | null> {
  await serverState.cancelQueries({ queryKey: disconnectionKey(id) })
  const answer = await requestInSession({ method: 'DELETE', path: `${path(id)}?roleDeleted=true`, schema: DisconnectionRecord })
  if (answer.kind !== 'answer') return answer
  serverState.setQueryData(disconnectionKey(id), removalAfter(undefined, answer))
  if (answer.value.status === 'disconnected') rememberEnd(serverState, answer)
  return null
}

export async function disconnect(id: string): Promise<Failure | null> {
  const answer = await proceed(id)
  if (answer.kind !== 'answer') return answer
  serverState.setQueryData(disconnectionKey(id), removalAfter(undefined, answer))
  await serverState.invalidateQueries({ queryKey: connectionKey(id) })
  return null
}

/** A request that goes on with the end would start it again, so none is sent after this one. */
export async function keepConnection(id: string): Promise<Failure | null> {
  await serverState.cancelQueries({ queryKey: disconnectionKey(id) })
  const answer = await requestInSession({ method: 'DELETE', path: `${path(id)}/disconnection`, schema: Connection })
  if (answer.kind !== 'answer') return answer
  rememberConnection(answer.value)
  return null
}

const soonestMs = 2_000
const afterFailureMs = 5_000

/** In milliseconds. False once nothing is left to check. */
export function nextRemovalCheckIn(state: RemovalState | undefined): number | false {
  if (state?.record?.status === 'disconnected') return false
  if (state?.failure) return afterFailureMs
  return Math.max(soonestMs, state?.record?.nextCheckInMs ?? soonestMs)
}

const endKey = (id: string) => ['end', id] as const

/** Lists and the connection itself no longer have it. */
function rememberEnd(client: QueryClient, answer: Answer<DisconnectionRecord> & { readonly kind: 'answer' }): void {
  const { connectionId } = answer.value
  client.setQueryData(endKey(connectionId), answer)
  for (const queryKey of [connectionKey(connectionId), connectionsKey]) void client.invalidateQueries({ queryKey })
}

/** Polls in the background too, because the customer is in the AWS console meanwhile. */
export function useRemoval(id: string, isReader: boolean) {
  return useQuery({
    queryKey: disconnectionKey(id),
    queryFn: async ({ client }): Promise<RemovalState> => {
      const before = client.getQueryData<RemovalState>(disconnectionKey(id))
      const answer = await (isReader ? read(id) : proceed(id))
      if (answer.kind === 'answer' && answer.value.status === 'disconnected') rememberEnd(client, answer)
      return removalAfter(before, answer)
    },
    refetchInterval: ({ state }) => nextRemovalCheckIn(state.data),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
  })
}

/** The record of a connection that the server shows no longer. */
export function useEnd(id: string) {
  return useQuery({ queryKey: endKey(id), queryFn: () => read(id), staleTime: Number.POSITIVE_INFINITY })
}
