import { Session } from '#core/session.ts'
import { readStored, removeStored, store } from '../browser-storage.ts'
import { tell } from '../happenings.ts'
import { launchToken } from '../launch-token.ts'
import { guestSession } from './guest.ts'
import { type Answer, type Call, request } from './request.ts'

const key = 'rolebridge.session'

/** The token of this page. Browser storage may refuse, so memory comes first. */
let current: Session | null = null
let inFlight: Promise<Answer<Session>> | null = null

const unexpired = (session: Session | null): Session | null =>
  session !== null && Date.parse(session.expiresAt) > Date.now() ? session : null

/** The session of a launch is of its tab alone; another one of this browser may have been for another customer of the vendor. */
const known = (): Session | null => {
  if (current !== null || launchToken !== null) return unexpired(current)
  return unexpired(readStored('session', key, Session)) ?? unexpired(readStored('local', key, Session))
}

async function launchedSession(token: string): Promise<Answer<Session>> {
  const answer = await request({ method: 'POST', path: 'api/sessions', body: { launchToken: token }, schema: Session })
  if (answer.kind !== 'answer') {
    tell({ type: 'error', code: answer.kind === 'problem' ? answer.problem.code : answer.kind })
    return answer
  }
  current = answer.value
  // The token is gone from the address: this is what a reload goes on with.
  store('session', key, current)
  return answer
}

async function newSession(): Promise<Answer<Session>> {
  if (launchToken !== null) return launchedSession(launchToken)
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
  for (const place of ['session', 'local'] as const) {
    if (readStored(place, key, Session)?.token === refused.token) removeStored(place, key)
  }
}

/** A request in the name of this browser's session, which is made when first needed and renewed once when it is refused. */
export async function requestInSession<Value>(call: Call<Value>): Promise<Answer<Value>> {
  const guest = guestSession()
  // Ended, it is not replaced: a guest who became somebody else would not find the connection any more.
  if (guest !== null) return request(call, guest.token)
  const first = await session()
  if (first.kind !== 'answer') return first
  const answer = await request(call, first.value.token)
  if (answer.kind !== 'problem' || answer.problem.status !== 401) return answer
  forget(first.value)
  const renewed = await session()
  return renewed.kind === 'answer' ? request(call, renewed.value.token) : renewed
}
