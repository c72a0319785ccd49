import { keptInTab } from './kept-session.ts'

/**
 * The guest of a hand-off has a session that opens one connection. It goes before every other one of this browser. In another tab the same
 * person may be here in the own name.
 */
export const { read: guestSession, keep: enterAsGuest, forget: leaveAsGuest } = keptInTab('rolebridge.guest')
