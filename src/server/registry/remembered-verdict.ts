import * as z from 'zod/mini'
import { Verdict } from '#core/verify/verdict.ts'

/** Statuses of a role that the vendor's back end is told of. */
export const ToldStatus = z.enum(['connection.verified', 'connection.drifted', 'connection.lost', 'connection.needs-update'])
export type ToldStatus = z.infer<typeof ToldStatus>

/**
 * The verdict that the next one is compared with. `told` is the last status in an event; absent where an earlier version wrote it.
 * `extraTrust`: see `ComparedVerdict`.
 */
export const RememberedVerdict = z.extend(Verdict, {
  told: z.optional(z.nullable(ToldStatus)),
  extraTrust: z.optional(z.boolean()),
})
export type RememberedVerdict = z.infer<typeof RememberedVerdict>

/** The next check finds what was told already, and tells of it once it is done. */
export const toldOfUpdate = <Last extends { readonly remembered: RememberedVerdict }>(last: Last | null): Last | null =>
  last === null ? null : { ...last, remembered: { ...last.remembered, told: 'connection.needs-update' } }
