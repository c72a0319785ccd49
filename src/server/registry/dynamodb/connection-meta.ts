import * as z from 'zod/mini'
import { Probe } from '#core/verify/probe-result.ts'

export const padded = (number: number): string => String(number).padStart(12, '0')

/** One connection. The parts of it are parsed when they are needed, so that one that can't be read costs only itself. */
export const Meta = z.object({
  id: z.string(),
  tenant: z.string(),
  number: z.int(),
  connection: z.unknown(),
  /** Copied out of the connection, so that one that can't be read is found all the same. */
  accountId: z.string(),
  partition: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  firstCheckAt: z.nullable(z.string()),
  firstVerifiedAt: z.nullable(z.string()),
  isIdAccepted: z.boolean(),
  kind: z.nullable(z.string()),
  last: z.unknown(),
  tried: z.object({ roleArn: z.string(), outcomes: z.record(z.string(), z.catch(z.nullable(Probe.shape.outcome), null)) }),
  nextCheckAt: z.nullable(z.string()),
  lease: z.nullable(z.object({ holder: z.string(), until: z.string() })),
  disconnectedAt: z.nullable(z.string()),
  /** Every external ID that was ever claimed for it. */
  claimedIds: z.array(z.string()),
  /** The sort key of its entry of the account. Absent: there is none, or an earlier version wrote the item. */
  accountSort: z.optional(z.string()),
  /** Absent: never marked. */
  updateMark: z.optional(z.string()),
})
export type Meta = z.infer<typeof Meta>
