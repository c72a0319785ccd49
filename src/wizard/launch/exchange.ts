import * as z from 'zod/mini'
import { Session } from '#core/connection/session.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { prefillAccountDraft } from '#wizard/account/prefill.ts'
import { type Answer, request } from '#wizard/api/request.ts'
import { whenVendorIsKnown } from '#wizard/api/vendor.ts'
import { type EarlierWork, publishAdmission } from '#wizard/app/admission.ts'
import { readStored, removeStored, store } from '#wizard/app/browser-storage.ts'
import {
  guestSession,
  KeptSession,
  keepTabSession,
  launchToken,
  leaveAsGuest,
  sessionKey,
  tabSession,
  unexpired,
} from '#wizard/app/kept-session.ts'

/** A session that the user has not confirmed yet, kept in case the page reloads. */
const undecidedKey = 'rolebridge.undecided'
/** The tenant that any tab of this browser worked for last. It has no token. */
const lastTenantKey = 'rolebridge.tenant'
const LastTenant = z.object({ id: z.string(), name: z.string(), expiresAt: z.string() })

/** Ends on the server too. Where it cannot be reached the session ends at its time. */
export const endSession = (token: string): Promise<Answer<undefined>> =>
  request({ method: 'DELETE', path: 'api/sessions/current', schema: z.undefined() }, token)

/** Two frames of one page can come with one token: the second waits, and finds the session of the first. */
async function oneAtATime<Value>(name: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await navigator.locks.request(`rolebridge.launch.${name}`, run)
  } catch {
    // No locks outside https, and none where storage is blocked.
    return run()
  }
}

const openedBy = (launchSha256: string): KeptSession | null =>
  [tabSession(), readStored('session', undecidedKey, KeptSession)].map(unexpired).find((kept) => kept?.launchSha256 === launchSha256) ??
  null

async function opened(token: string): Promise<Answer<KeptSession>> {
  const launchSha256 = sha256Hex(token)
  return oneAtATime(launchSha256, async () => {
    const kept = openedBy(launchSha256)
    if (kept !== null) return { kind: 'answer', value: kept }
    const answer = await request({ method: 'POST', path: 'api/sessions', body: { launchToken: token }, schema: Session })
    if (answer.kind !== 'answer') return answer
    const value = { ...answer.value, launchSha256 }
    store('session', undecidedKey, value)
    return { kind: 'answer', value }
  })
}

/** An anonymous session that made nothing has nothing to lose. */
async function anonymousWork(session: KeptSession): Promise<EarlierWork | null> {
  const schema = z.object({ connections: z.array(z.unknown()) })
  const answer = await request({ method: 'GET', path: 'api/connections', schema }, session.token)
  const isEmpty = answer.kind === 'answer' && answer.value.connections.length === 0
  const isOver = answer.kind === 'problem' && answer.problem.status === 401
  return isEmpty || isOver ? null : { kind: 'anonymous', name: null }
}

/** Null when this browser has no other tenant. */
async function earlierWork({ tenant }: KeptSession): Promise<EarlierWork | null> {
  const guest = unexpired(guestSession())
  if (guest !== null) return { kind: 'guest', name: guest.tenant?.name ?? null }
  const ofTab = unexpired(tabSession())?.tenant
  const last = readStored('local', lastTenantKey, LastTenant)
  const other = ofTab ?? (last !== null && Date.parse(last.expiresAt) > Date.now() ? last : null)
  if (other !== null) return other.id === tenant?.id ? null : { kind: 'tenant', name: other.name }
  const anonymous = unexpired(readStored('local', sessionKey, KeptSession))
  return anonymous === null ? null : anonymousWork(anonymous)
}

/** From here on the page works for the tenant of this session. */
export function enter(session: KeptSession): void {
  leaveAsGuest()
  removeStored('session', undecidedKey)
  keepTabSession(session)
  const { tenant, prefill, expiresAt } = session
  if (tenant !== undefined) store('local', lastTenantKey, { ...tenant, expiresAt })
  if (prefill !== undefined) whenVendorIsKnown((vendor) => prefillAccountDraft(prefill, vendor))
  publishAdmission()
}

/** The person goes on with the earlier work, if it is of this tab. */
export function stay({ token }: KeptSession, { kind }: EarlierWork): void {
  removeStored('session', undecidedKey)
  void endSession(token)
  const isElsewhere = kind === 'tenant' && tabSession() === null
  publishAdmission(isElsewhere ? { kind: 'closed', code: 'stayed' } : undefined)
}

async function exchangeOf(token: string): Promise<void> {
  const answer = await opened(token)
  if (answer.kind === 'answer') {
    const from = await earlierWork(answer.value)
    if (from === null) enter(answer.value)
    else publishAdmission({ kind: 'asks', from, to: answer.value })
    return
  }
  const code = answer.kind === 'problem' ? answer.problem.code : answer.kind
  publishAdmission({ kind: 'closed', code, detail: answer.kind === 'problem' ? answer.problem.detail : undefined })
}

let underWay: Promise<void> | null = null

/** Exchanges the launch token that the address brought, once; again only when that is asked for. */
export function exchange(): Promise<void> {
  underWay ??= launchToken === null ? Promise.resolve() : exchangeOf(launchToken)
  return underWay
}

export function exchangeAgain(): Promise<void> {
  underWay = null
  publishAdmission({ kind: 'waiting' })
  return exchange()
}
