import * as z from 'zod/mini'

/** One look for a role that must not be assumable any longer. */
export const RemovalCheck = z.object({
  /** `unknown`: AWS gave no clear answer, or the fault is the vendor's. It counts neither way. */
  outcome: z.enum(['allowed', 'denied', 'unknown']),
  at: z.iso.datetime(),
  /** Those of all calls, as CloudTrail shows them. */
  requestIds: z.array(z.string()),
  simulated: z.boolean(),
  /** ARNs of the other application roles. The check couldn't run as them, so it says nothing of what they can do. */
  untried: z.optional(z.array(z.string())),
})
export type RemovalCheck = z.infer<typeof RemovalCheck>

/** The end of a connection, from the request to the confirmed removal of its role. */
export const Disconnection = z.object({
  requestedAt: z.iso.datetime(),
  /** Null: not checked yet. */
  check: z.nullable(RemovalCheck),
  /** Every check since then was denied. Null: the last one was not. */
  deniedSince: z.nullable(z.iso.datetime()),
  /** The side that said that the role is deleted. Absent: AWS denied every role of the application. */
  confirmedBy: z.optional(z.enum(['customer', 'vendor'])),
})
export type Disconnection = z.infer<typeof Disconnection>

/** From the request to the confirmed removal. The role is neither verified nor used. */
export const isDisconnecting = ({ disconnection }: { readonly disconnection?: unknown }): boolean => disconnection !== undefined

/**
 * The time between the first and the last denial that confirm a removal. Right after a change, AWS may answer one call by the new state and
 * the next one by the old. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
 */
export const confirmationMs = 10_000

const sinceMs = (at: string, now: string): number => Date.parse(now) - Date.parse(at)

/** An unclear answer neither confirms a removal nor starts its confirmation over. */
export function disconnectionAfter(before: Disconnection, check: RemovalCheck): Disconnection {
  const { requestedAt, deniedSince } = before
  if (check.outcome === 'unknown') return { requestedAt, check, deniedSince }
  return { requestedAt, check, deniedSince: check.outcome === 'denied' ? (deniedSince ?? check.at) : null }
}

const isDenied = ({ check, deniedSince }: Disconnection): boolean =>
  check?.outcome === 'denied' && deniedSince !== null && sinceMs(deniedSince, check.at) >= confirmationMs

/** AWS denied what was tried. The role may be from before, or changed, and trust only an application role that no check ran as. */
export const needsConfirmation = (disconnection: Disconnection): boolean =>
  isDenied(disconnection) && (disconnection.check?.untried ?? []).length > 0 && disconnection.confirmedBy === undefined

export const isRemovalConfirmed = (disconnection: Disconnection): boolean => isDenied(disconnection) && !needsConfirmation(disconnection)

const minute = 60_000
const hour = 60 * minute

/** For a page that waits. */
const openPauseMs = 5_000

/** When the next check is useful. */
export function nextRemovalCheckMs({ deniedSince }: Disconnection): number {
  return deniedSince === null ? openPauseMs : confirmationMs
}

/** When to check without a request: every minute at first, then every hour, and every day from the second day on. */
export function scheduledRemovalCheckAt(disconnection: Disconnection): string {
  const { requestedAt, check, deniedSince } = disconnection
  const at = check?.at ?? requestedAt
  const ageMs = sinceMs(requestedAt, at)
  const settled = ageMs < 24 * hour ? hour : 24 * hour
  const isConfirming = deniedSince !== null && !needsConfirmation(disconnection)
  const pauseMs = isConfirming || ageMs < 15 * minute ? minute : settled
  return new Date(Date.parse(at) + pauseMs).toISOString()
}

/** The record of an end: dated once the removal of the role is confirmed. */
export const DisconnectionRecord = z.object({
  connectionId: z.string(),
  roleArn: z.string(),
  status: z.enum(['disconnecting', 'disconnected']),
  requestedAt: z.iso.datetime(),
  /** Null: the removal is not confirmed yet. */
  disconnectedAt: z.nullable(z.iso.datetime()),
  check: z.nullable(RemovalCheck),
  deniedSince: z.nullable(z.iso.datetime()),
  /** AWS denied what was tried, and someone has to say that the role is deleted, see `untried`. */
  needsConfirmation: z.optional(z.boolean()),
  /** The side that said so. */
  confirmedBy: z.optional(z.enum(['customer', 'vendor'])),
  /** Null: nothing is left to check. */
  nextCheckInMs: z.nullable(z.int()),
})
export type DisconnectionRecord = z.infer<typeof DisconnectionRecord>

/** Nothing of the connection is left but the hashes of its external IDs. */
export const ConnectionDeletion = z.object({ connectionId: z.string() })
export type ConnectionDeletion = z.infer<typeof ConnectionDeletion>
