import * as z from 'zod/mini'
import { PermissionChoice } from './permission-choice.ts'
import type { ServedVendor } from './vendor.ts'

const text = (maximum: number) => z.optional(z.string().check(z.maxLength(maximum)))

/** First values for the Account screen. They are parsed when Continue is chosen, like what is typed, so they can be invalid. */
export const Prefill = z.strictObject({
  accountId: text(200),
  region: text(40),
  externalId: text(1224),
  permissions: z.optional(PermissionChoice),
})
export type Prefill = z.infer<typeof Prefill>

/** An editor does everything that the tenant can do; a viewer only reads. */
export const SessionRole = z.enum(['editor', 'viewer'])
export type SessionRole = z.infer<typeof SessionRole>

export const Session = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  role: z._default(SessionRole, 'editor'),
  /** The customer of the vendor that the launch token names, or the one who made the link of a hand-off. Absent: an anonymous tenant. */
  tenant: z.optional(z.object({ id: z.string(), name: z.string() })),
  prefill: z.optional(Prefill),
  returnUrl: z.optional(z.string()),
})
export type Session = z.infer<typeof Session>

type ReturnFacts = {
  /** Someone who was sent a link, and who never was on a page of the vendor. */
  readonly guest: object | null
  readonly session: { readonly returnUrl?: string | undefined } | null
  readonly vendor: Pick<ServedVendor, 'returnUrl'>
}

/** The page of the vendor to go back to: the one that the launch token names, or else that of the config. */
export const returnUrlOf = ({ guest, session, vendor }: ReturnFacts): string | undefined =>
  guest === null ? (session?.returnUrl ?? vendor.returnUrl) : undefined
