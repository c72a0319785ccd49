import { Session } from '#core/problem.ts'
import { readStored, removeStored, store } from '../browser-storage.ts'
import { type Answer, type Call, request } from './request.ts'

const key = 'rolebridge.session'

/** The token of this page. Browser storage may refuse, so memory comes first. */
let current: Session | null = null
let inFlight: Promise<Answer<Session>> | null = null

const unexpired = (session: Session | null): Session | null =>
  session !== null && Date.parse(session.expiresAt) > Date.now() ? session : null

const known = (): Session | null => unexpired(current) ?? unexpired(readStored('local', key, Session))

async function newSession(): Promise<Answer<Session>> {
  const answer = await request({ method: 'POST', path: 'api/sessions', body: {}, schema: Session })
  if (answer.kind !== 'answer') return answer
  // Another tab may have been faster: one session for all tabs, so that each finds its connection after a reload.
  current = unexpired(readStored('local', key, Session)) ?? answer.value
  store('local', key, current)
  return { kind: 'answer', value: current }
}

function session(): Promise<Answer<Session>> {
  current = known()
  if (current !== null) return Promise.resolve({ kind: 'answer', value: current })
  inFlight ??= newSession().finally(() => {
    inFlight = null
  })
  return inFlight
}

function forget(refused: Session): void {
  if (current?.token === refused.token) current = null
  if (readStored('local', key, Session)?.token === refused.token) removeStored('local', key)
}

/** A request in the name of this browser's session, which is made when first needed and renewed once when it is refused. */
export async function requestInSession<Value>(call: Call<Value>): Promise<Answer<Value>> {
  const first = await session()
  if (first.kind !== 'answer') return first
  const answer = await request(call, first.value.token)
  if (answer.kind !== 'problem' || answer.problem.status !== 401) return answer
  forget(first.value)
  const renewed = await session()
  return renewed.kind === 'answer' ? request(call, renewed.value.token) : renewed
}
