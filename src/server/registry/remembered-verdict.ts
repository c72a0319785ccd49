import * as z from 'zod/mini'
import { Verdict } from '#core/verify/verdict.ts'

/** Statuses of a role that the vendor's back end is told of. */
export const ToldStatus = z.enum(['connection.verified', 'connection.drifted', 'connection.lost', 'connection.needs-update'])
export type ToldStatus = z.infer<typeof ToldStatus>

/** The role that a config requests for a connection: hashes of what the customer chose, and of the role that follows from it. */
const RequestedRole = z.object({ chosen: z.string(), role: z.string() })
export type RequestedRole = z.infer<typeof RequestedRole>

/** The role that was requested when a connection was verified last. `isUpdateTold`: the vendor's back end was told that it is another one by now. */
export const VerifiedRole = z.extend(RequestedRole, { isUpdateTold: z.optional(z.boolean()) })
export type VerifiedRole = z.infer<typeof VerifiedRole>

/**
 * The verdict that the next one is compared with. `told` is the last status in an event; absent where an earlier version wrote it.
 * `extraTrust`: see `ComparedVerdict`.
 */
export const RememberedVerdict = z.extend(Verdict, {
  told: z.optional(z.nullable(ToldStatus)),
  extraTrust: z.optional(z.boolean()),
  /** Absent: never verified, or an earlier version wrote it. */
  verifiedRole: z.optional(VerifiedRole),
})
export type RememberedVerdict = z.infer<typeof RememberedVerdict>

/** The next check finds what was told already, and tells of it once it is done. */
export function toldOfUpdate<Last extends { readonly remembered: RememberedVerdict }>(last: Last | null): Last | null {
  if (last === null) return null
  const { verifiedRole } = last.remembered
  const role = verifiedRole === undefined ? {} : { verifiedRole: { ...verifiedRole, isUpdateTold: true } }
  return { ...last, remembered: { ...last.remembered, told: 'connection.needs-update', ...role } }
}
