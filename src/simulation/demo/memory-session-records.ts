import type { ExpiringId, SessionRecords } from '#server/registry/session-records.ts'

/** By ID, until when. False: it was there already. */
function record(kept: Map<string, string>, { id, expiresAt }: ExpiringId, now: string): boolean {
  for (const [other, until] of kept) if (until <= now) kept.delete(other)
  if (kept.has(id)) return false
  kept.set(id, expiresAt)
  return true
}

/** The redeemed launches and revoked sessions of a page. */
export function memorySessionRecords(): SessionRecords {
  const redeemed = new Map<string, string>()
  const revoked = new Map<string, string>()
  return {
    redeem: async (launch, now) => record(redeemed, launch, now),
    revoke: async (session, now) => {
      record(revoked, session, now)
    },
    isRevoked: async (sessionId) => revoked.has(sessionId),
  }
}
