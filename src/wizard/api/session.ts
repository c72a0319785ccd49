import { Session } from '#core/connection/session.ts'
import { type Admission, currentAdmission, followAdmission, publishAdmission } from '#wizard/app/admission.ts'
import { readStored, removeStored, store } from '#wizard/app/browser-storage.ts'
import {
  forgetTabSession,
  guestSession,
  KeptSession,
  keepTabSession,
  knownSession,
  sessionKey,
  tabSession,
  unexpired,
} from '#wizard/app/kept-session.ts'
import { type Answer, type Call, type Failure, request } from './request.ts'

let inFlight: Promise<Answer<KeptSession>> | null = null

async function newSession(): Promise<Answer<KeptSession>> {
  const answer = await request({ method: 'POST', path: 'api/sessions', body: {}, schema: Session })
  if (answer.kind === 'problem' && answer.problem.code === 'launch-token-required') closeTabSession()
  if (answer.kind !== 'answer') return answer
  // Another tab may have been faster.
  const value = unexpired(readStored('local', sessionKey, KeptSession)) ?? answer.value
  store('local', sessionKey, value)
  keepTabSession(value)
  publishAdmission()
  return { kind: 'answer', value }
}

/** The session of a launch has ended. No other replaces it: an anonymous one would be another tenant. */
function closeTabSession(): void {
  forgetTabSession()
  publishAdmission({ kind: 'closed', code: 'launch-token-required' })
}

/** Resolves once no launch token is being exchanged. */
const admissionIsKnown = (): Promise<Admission> =>
  new Promise((resolve) => {
    const settle = () => {
      if (currentAdmission().kind === 'waiting') return
      forget()
      resolve(currentAdmission())
    }
    const forget = followAdmission(settle)
    settle()
  })

const closed: Failure = {
  kind: 'problem',
  retryAfterMs: null,
  problem: { type: 'about:blank', title: '', status: 401, code: 'launch-token-required' },
}

async function session(): Promise<Answer<KeptSession>> {
  const ofTab = tabSession()
  if (ofTab?.tenant !== undefined && unexpired(ofTab) === null) closeTabSession()
  const { kind } = await admissionIsKnown()
  if (kind === 'closed' || kind === 'asks') return closed
  const value = knownSession()
  if (value !== null) return { kind: 'answer', value }
  inFlight ??= newSession().finally(() => {
    inFlight = null
  })
  return inFlight
}

/** True where another session may take its place. */
function forget(refused: KeptSession): boolean {
  if (refused.tenant !== undefined) {
    closeTabSession()
    return false
  }
  if (tabSession()?.token === refused.token) forgetTabSession()
  if (readStored('local', sessionKey, KeptSession)?.token === refused.token) removeStored('local', sessionKey)
  return true
}

/** A request in the name of this browser's session, which is made when first needed and, if it is anonymous, renewed once when refused. */
export async function requestInSession<Value>(call: Call<Value>): Promise<Answer<Value>> {
  const guest = guestSession()
  // An ended guest session is not replaced: with another identity, the guest could not find the connection.
  if (guest !== null) return request(call, guest.token)
  const first = await session()
  if (first.kind !== 'answer') return first
  const answer = await request(call, first.value.token)
  if (answer.kind !== 'problem' || answer.problem.status !== 401 || !forget(first.value)) return answer
  const renewed = await session()
  return renewed.kind === 'answer' ? request(call, renewed.value.token) : renewed
}
