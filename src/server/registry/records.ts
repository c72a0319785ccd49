import type { Handoff } from '#core/connection/handoff.ts'

export type HandoffRecord = {
  readonly tenant: string
  /** Hexadecimal digits. It reveals no link to a reader of the registry. */
  readonly tokenSha256: string
  readonly handoff: Handoff
}

/** Per tenant. Older hand-offs are deleted, and their links with them. */
export const handoffsKept = 100

export type HandoffRecords = {
  /** Revokes earlier links to the same connection, so that only one is open. */
  readonly add: (record: HandoffRecord) => Promise<void>
  readonly find: (id: string) => Promise<HandoffRecord | null>
  readonly findByToken: (tokenSha256: string) => Promise<HandoffRecord | null>
  /** Oldest first. */
  readonly list: (tenant: string) => Promise<readonly HandoffRecord[]>
  /** The last one that was given. */
  readonly ofConnection: (tenant: string, connectionId: string) => Promise<HandoffRecord | null>
  /** Atomic: between the reading and the writing nothing else changes it. */
  readonly change: (id: string, change: (handoff: Handoff) => Handoff) => Promise<HandoffRecord | null>
}

/** Records of sessions in the registry: they hold after a restart and for every copy of the server. */
export type SessionRecords = {
  /**
   * True for the first call with this launch, false for every later one until `expiresAt`, when the token is refused for its age.
   * Atomic: of any number of calls at once, one gets true.
   */
  readonly redeem: (launch: ExpiringId, now: string) => Promise<boolean>
  readonly revoke: (session: ExpiringId, now: string) => Promise<void>
  readonly isRevoked: (sessionId: string, now: string) => Promise<boolean>
}

/** `expiresAt` in the form of `Date.toISOString`: from then on the record is not needed, and a later call deletes it. */
export type ExpiringId = { readonly id: string; readonly expiresAt: string }
