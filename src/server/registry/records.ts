import type { Handoff } from '#core/connection/handoff.ts'
import { sha256Hex } from '#core/text/sha256.ts'

export type HandoffRecord = {
  readonly tenant: string
  /** Hexadecimal digits. It reveals no link to a reader of the registry. */
  readonly tokenSha256: string
  readonly handoff: Handoff
}

/** Per tenant. Older hand-offs are deleted, and their links with them. */
export const handoffsKept = 100

const day = 24 * 60 * 60_000

/** The notes of the customer's people are kept this long after their link has expired. docs/operations.md says so too. */
const keptAfterExpiryMs = 30 * day

/** Hand-offs whose links expired before this time are removed. */
export const keptHandoffsSince = (now: string): string => new Date(Date.parse(now) - keptAfterExpiryMs).toISOString()

/** When a hand-off is removed. */
export const handoffRemovedAt = ({ expiresAt }: Pick<Handoff, 'expiresAt'>): string =>
  new Date(Date.parse(expiresAt) + keptAfterExpiryMs).toISOString()

/** The draft has an external ID with one of these hashes. */
export const hasDraftOf = ({ draft }: Pick<Handoff, 'draft'>, hashes: ReadonlySet<string>): boolean =>
  draft !== null && hashes.has(sha256Hex(draft.externalId))

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
  /** Hand-offs are removed 30 days after they have expired, and stay no longer than until this is called. */
  readonly removeExpired: (now: string) => Promise<void>
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
