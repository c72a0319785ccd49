import * as z from 'zod/mini'
import { Prefill } from './prefill.ts'

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
  /** Where the customer came from. */
  returnUrl: z.optional(z.string()),
})
export type Session = z.infer<typeof Session>
