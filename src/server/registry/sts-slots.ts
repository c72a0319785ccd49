import type { Partition } from '#core/aws/partition.ts'

export type SlotRequest = {
  readonly partition: Partition
  readonly count: number
  /** From one slot to the next. */
  readonly gapMs: number
  /** The store takes about this long to answer, so an earlier slot would be lost. */
  readonly leadMs: number
  /** Nothing is reserved while the first free slot is further away. */
  readonly withinMs: number
  /** The copy's own clock. Copies on several machines must agree about it, unless the store has a clock. */
  readonly now: () => number
}

type Slots = {
  /** 0: the slots of the near future are taken. */
  readonly count: number
  /** The first slot, or the first free one, is between these times of the copy's own clock. */
  readonly notBeforeMs: number
  readonly notAfterMs: number
}

/** The moments at which calls to STS can be sent, in one line for all copies of the server. */
export type StsSlots = { readonly reserve: (request: SlotRequest) => Promise<Slots> }

/** Nobody reserves this far ahead, so a line that reaches further was made before the clock was set back. */
export const impossiblyFarMs = 60_000
/** The slots of the line before can still be in use. */
export const restartMs = 2000

type Line = Slots & { readonly nextAtMs: number }

/** `nextAtMs` is the first free slot. Null: none was ever reserved. */
export function reserved(nextAtMs: number | null, { count, gapMs, leadMs, withinMs, now }: SlotRequest): Line {
  const nowMs = now()
  const soonest = nowMs + leadMs
  if (nextAtMs !== null && nextAtMs > nowMs + withinMs && nextAtMs <= nowMs + withinMs + impossiblyFarMs)
    return { count: 0, notBeforeMs: nextAtMs, notAfterMs: nextAtMs, nextAtMs }
  const isImpossible = nextAtMs !== null && nextAtMs > nowMs + withinMs
  const firstMs = isImpossible ? nowMs + restartMs : Math.max(nextAtMs ?? soonest, soonest)
  return { count, notBeforeMs: firstMs, notAfterMs: firstMs, nextAtMs: firstMs + count * gapMs }
}
