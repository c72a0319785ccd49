import * as z from 'zod/mini'
import { percentDecoded } from '#core/text/strings.ts'
import { readStored, removeStored, store } from './browser-storage.ts'

/** The stored answer of the server. In a schema of its own, since the one of the answer is too large for the first screen. */
export const KeptSession = z.object({
  token: z.string(),
  expiresAt: z.string(),
  role: z.string(),
  tenant: z.optional(z.object({ id: z.string(), name: z.string() })),
  prefill: z.optional(z.unknown()),
  returnUrl: z.optional(z.string()),
  /** The launch token that opened it: the token opens no second session, so a page that brings it again uses this one. */
  launchSha256: z.optional(z.string()),
})
export type KeptSession = z.infer<typeof KeptSession>

export const unexpired = (session: KeptSession | null): KeptSession | null =>
  session !== null && Date.parse(session.expiresAt) > Date.now() ? session : null

/** A session of this tab alone. Browser storage may refuse, so memory comes first. */
function keptInTab(key: string) {
  let inMemory: KeptSession | null = null
  return {
    read: (): KeptSession | null => inMemory ?? readStored('session', key, KeptSession),
    keep: (session: KeptSession): void => {
      inMemory = session
      store('session', key, session)
    },
    forget: (): void => {
      inMemory = null
      removeStored('session', key)
    },
  }
}

export const sessionKey = 'rolebridge.session'

/** The session of a launch is kept by its tab: another tab may have been opened for another customer of the vendor. */
export const { read: tabSession, keep: keepTabSession, forget: forgetTabSession } = keptInTab(sessionKey)

/** An anonymous session is for all tabs, so that each finds its connection after a reload. */
export const knownSession = (): KeptSession | null => unexpired(tabSession()) ?? unexpired(readStored('local', sessionKey, KeptSession))

/**
 * The guest of a hand-off has a session that opens one connection. It goes before every other one of this browser. In another tab the same
 * person may be here in the own name.
 */
export const { read: guestSession, keep: enterAsGuest, forget: leaveAsGuest } = keptInTab('rolebridge.guest')

/** A screen may follow. */
const inFragment = /^#launch-token=([^#]+)(.*)$/

/** Taken out of the address, so that it is neither copied along with it nor kept in the history. */
function taken(): string | null {
  const [, text, screen] = inFragment.exec(window.location.hash) ?? []
  if (text === undefined) return null
  window.history.replaceState(null, '', window.location.pathname + window.location.search + screen)
  // The demo has a server of its own, in the page, that no vendor signs for.
  if (/[?&]demo\b/.test(window.location.search)) return null
  return percentDecoded(text) ?? text
}

/** Signed by the vendor's own page, to name the customer. Null: a visit without a token, or a page that is rendered ahead of time. */
export const launchToken = typeof window === 'undefined' ? null : taken()
