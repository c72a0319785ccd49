import * as z from 'zod/mini'
import { VerdictKind } from './probe-result.ts'
import { Diagnosis } from './verdict.ts'

/** The last verdict on a connection in short, for lists of many. */
export const LastLook = z.object({
  connectionId: z.string(),
  kind: VerdictKind,
  diagnosis: Diagnosis,
  checkedAt: z.iso.datetime(),
  /** AWS was not asked: the verdict proves nothing about a real account. */
  simulated: z.boolean(),
})
export type LastLook = z.infer<typeof LastLook>
