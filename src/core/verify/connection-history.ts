import * as z from 'zod/mini'
import { Handoff } from '#core/connection/handoff.ts'
import { Verdict } from './verdict.ts'

const changeKinds = [
  'claimed',
  'terms-changed',
  'needs-update',
  'verdict',
  'rotation-started',
  'rotation-confirmed',
  'rotation-completed',
  'rotation-canceled',
  'disconnect-requested',
  'disconnect-canceled',
  'disconnected',
] as const

/** One change of a connection. */
export const HistoryEntry = z.object({ kind: z.enum(changeKinds), at: z.string(), verdict: z.optional(Verdict) })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Without the notes of the customer's people, and without anything that opens the link. */
export const HandoffSummary = z.pick(Handoff, {
  id: true,
  purpose: true,
  createdAt: true,
  expiresAt: true,
  openedAt: true,
  revokedAt: true,
})
export type HandoffSummary = z.infer<typeof HandoffSummary>

/** A page of the history. `handoffs` are all of the connection, on the first page alone. */
export const ConnectionHistory = z.object({
  connectionId: z.string(),
  entries: z.array(HistoryEntry),
  handoffs: z.array(HandoffSummary),
  next: z.optional(z.string()),
})
export type ConnectionHistory = z.infer<typeof ConnectionHistory>
