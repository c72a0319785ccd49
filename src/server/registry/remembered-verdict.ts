import * as z from 'zod/mini'
import { parseJson } from '#core/text/strings.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { withUnknownFields } from './unknown-fields.ts'

/** Statuses of a role that the vendor's back end is told of. */
export const ToldStatus = z.enum(['connection.verified', 'connection.drifted', 'connection.lost', 'connection.needs-update'])
export type ToldStatus = z.infer<typeof ToldStatus>

/** The role that a config requests for a connection: hashes of what the customer chose, and of the role that follows from it. */
const RequestedRole = z.object({ chosen: z.string(), role: z.string() })
export type RequestedRole = z.infer<typeof RequestedRole>

/**
 * The role that was requested when a connection was verified last. `toldRole`: the hash of another one, of which the vendor's back end was
 * told that the customer has to update to it. It stays until that one is verified, or the customer chooses something else.
 */
export const VerifiedRole = z.extend(RequestedRole, {
  toldRole: z.optional(z.string()),
  /** The roles of the application that it trusts. Absent: an earlier version wrote it. */
  applicationRoles: z.optional(z.array(z.string())),
  /** Others that the vendor's back end was told the customer has to trust. Until a check reads that the role doesn't, it may trust them. */
  toldApplicationRoles: z.optional(z.array(z.string())),
})
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
  /** When the vendor's back end was told that a disconnection began. It stays until a later check finds what to tell after it. */
  disconnectionToldAt: z.optional(z.string()),
})
export type RememberedVerdict = z.infer<typeof RememberedVerdict>

type Told = {
  readonly event: unknown
  readonly toldRole: string | null
  readonly applicationRoles?: readonly string[]
}

/** Roles that a later config names no longer stay: the customer may have followed the earlier one. */
function roleOf(role: VerifiedRole, { toldRole: told, applicationRoles = [] }: Told): VerifiedRole {
  const { toldRole: _, toldApplicationRoles: earlier = [], ...verified } = role
  const toldApplicationRoles = [...new Set([...earlier, ...applicationRoles])].filter((arn) => !verified.applicationRoles?.includes(arn))
  return {
    ...verified,
    ...(told === null ? {} : { toldRole: told }),
    ...(toldApplicationRoles.length === 0 ? {} : { toldApplicationRoles }),
  }
}

/** The next check finds what was told already, and tells of it once it is done. Null: nothing is remembered. */
export function toldOfUpdate<Last extends { readonly remembered: RememberedVerdict }>(last: Last | null, mark: Told): Last | null {
  if (last === null) return null
  const { verifiedRole } = last.remembered
  const told = mark.event === null ? {} : { told: 'connection.needs-update' as const }
  const role = verifiedRole === undefined ? {} : { verifiedRole: roleOf(verifiedRole, mark) }
  return { ...last, remembered: { ...last.remembered, ...told, ...role } }
}

/**
 * The next check tells what it finds, also where that was told before: the vendor's back end uses the role no longer. An older copy, which
 * doesn't know the time, tells it because nothing was told. Null: nothing is remembered.
 */
export const toldOfDisconnection = <Last extends { readonly remembered: RememberedVerdict }>(last: Last | null, at: string): Last | null =>
  last === null ? null : { ...last, remembered: { ...last.remembered, told: null, disconnectionToldAt: at } }

/** The text of `after` to store over `stored`, which was parsed to `last`. Fields that a newer version has added stay. Null: nothing is remembered. */
export function rememberedText<Last extends { readonly remembered: RememberedVerdict }>(
  stored: string,
  last: Last | null,
  after: Last | null,
): string | null {
  if (last === null || after === null) return null
  return JSON.stringify(withUnknownFields(parseJson(stored), last.remembered, after.remembered, { verifiedRole: {} }))
}
