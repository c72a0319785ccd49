import * as z from 'zod/mini'
import { PermissionChoice } from './permission-choice.ts'

const text = (maximum: number) => z.optional(z.string().check(z.maxLength(maximum)))

/** First values for the Account screen. They are parsed when Continue is chosen, like what is typed, so they can be invalid. */
export const Prefill = z.strictObject({
  accountId: text(200),
  region: text(40),
  externalId: text(1224),
  permissions: z.optional(PermissionChoice),
})
export type Prefill = z.infer<typeof Prefill>
