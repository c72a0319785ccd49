import { Session } from '#core/session.ts'
import { readStored, removeStored, store } from '../browser-storage.ts'

/** Of this tab alone: in another one the same person may be here in the own name. */
const key = 'rolebridge.guest'

let inMemory: Session | null = null

/** Who came by a hand-off has a session that opens one connection. It goes before every other one of this browser. */
export const guestSession = (): Session | null => inMemory ?? readStored('session', key, Session)

export function enterAsGuest(session: Session): void {
  inMemory = session
  store('session', key, session)
}

export function leaveAsGuest(): void {
  inMemory = null
  removeStored('session', key)
}
