import { Connection } from '#core/connection/connection.ts'
import { connectionKey } from './connection.ts'
import type { Answer, Failure } from './request.ts'
import { serverState } from './server-state.tsx'
import { requestInSession } from './session.ts'

/** The verdict on the page stays, since a name says nothing about the role. */
export async function renameConnection(id: string, name: string): Promise<Failure | null> {
  const path = `api/connections/${encodeURIComponent(id)}/name`
  const answer: Answer<Connection> = await requestInSession({ method: 'PUT', path, body: { name }, schema: Connection })
  if (answer.kind !== 'answer') return answer
  serverState.setQueryData(connectionKey(id), answer)
  return null
}
