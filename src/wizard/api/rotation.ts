import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Connection } from '#core/connection/connection.ts'
import { isCanceled, RotationRecord, rotationRecord } from '#core/connection/rotation.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { connectionKey, rememberConnection, verificationKey } from './connection.ts'
import type { Answer, Failure } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

const path = (id: string): string => `api/connections/${encodeURIComponent(id)}`

const rotationKey = (id: string) => ['rotation', id] as const

const completedKey = (id: string) => ['rotation completed', id] as const

/** The last verdict while the external ID is replaced, and why the latest request brought none. */
export type RotationState = { readonly verdict: Verdict | null; readonly failure: Failure | null }

export async function rotate(id: string): Promise<Failure | null> {
  const answer = await requestInSession({ method: 'POST', path: `${path(id)}/rotation`, schema: RotationRecord })
  if (answer.kind !== 'answer') return answer
  serverState.removeQueries({ queryKey: rotationKey(id) })
  await serverState.invalidateQueries({ queryKey: connectionKey(id) })
  return null
}

export async function cancelRotation(id: string): Promise<Failure | null> {
  await serverState.cancelQueries({ queryKey: rotationKey(id) })
  const answer = await requestInSession({ method: 'DELETE', path: `${path(id)}/rotation`, schema: Connection })
  if (answer.kind !== 'answer') return answer
  rememberConnection(answer.value)
  void serverState.invalidateQueries({ queryKey: rotationKey(id) })
  return null
}

/** True on the page that has seen the end of a rotation. */
export const hasRotated = (id: string): boolean => serverState.getQueryData(completedKey(id)) === true

const soonestMs = 2_000
const longestMs = 10_000

/** In milliseconds. */
export const nextRotationCheckIn = (state: RotationState | undefined): number =>
  Math.min(Math.max(state?.verdict?.nextCheckInMs ?? soonestMs, soonestMs), longestMs)

/** The check and the connection after it, which it can have changed. The other screens read both, so they get both at once. */
async function check(client: QueryClient, id: string): Promise<RotationState> {
  const before = client.getQueryData<RotationState>(rotationKey(id))
  const answer = await requestInSession({ method: 'POST', path: `${path(id)}/verify`, body: {}, schema: Verdict })
  const after: RotationState =
    answer.kind === 'answer' ? { verdict: answer.value, failure: null } : { verdict: before?.verdict ?? null, failure: answer }
  const connection = await requestInSession({ method: 'GET', path: path(id), schema: Connection })
  if (connection.kind === 'answer') rememberAfter(client, connection, after)
  return after
}

/** Someone else can have canceled it, which leaves the old ID in use. */
const isCompleted = (before: Connection, after: Connection): boolean =>
  after.rotation === undefined &&
  !isCanceled(before) &&
  (rotationRecord(before)?.stage === 'removing' || before.externalId !== after.externalId)

function rememberAfter(client: QueryClient, answer: Answer<Connection> & { readonly kind: 'answer' }, after: RotationState): void {
  const { id } = answer.value
  const before = client.getQueryData<Answer<Connection>>(connectionKey(id))
  client.setQueryData(verificationKey(id), after)
  if (before?.kind === 'answer') client.setQueryData(completedKey(id), isCompleted(before.value, answer.value))
  client.setQueryData(connectionKey(id), answer)
}

/** Polls in the background too, because the customer is in the AWS console meanwhile. */
export function useRotation(id: string) {
  return useQuery({
    queryKey: rotationKey(id),
    queryFn: ({ client }) => check(client, id),
    refetchInterval: ({ state }) => nextRotationCheckIn(state.data),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
  })
}
