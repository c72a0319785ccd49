/** Records of sessions in the registry: they hold after a restart and for every copy of the server. */
export type SessionRecords = {
  /**
   * True for the first call with this launch, false for every later one until `expiresAt`, when the token is refused for its age.
   * Atomic: of any number of calls at once, one gets true.
   */
  readonly redeem: (launch: ExpiringId, now: string) => Promise<boolean>
  readonly revoke: (session: ExpiringId, now: string) => Promise<void>
  readonly isRevoked: (sessionId: string) => Promise<boolean>
}

/** `expiresAt` in the form of `Date.toISOString`: from then on the record is not needed, and a later call deletes it. */
export type ExpiringId = { readonly id: string; readonly expiresAt: string }
