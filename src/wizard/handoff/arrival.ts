import { useState } from 'react'
import type { HandoffView } from '#core/connection/handoff.ts'

const standingOf = ({ id, standing }: HandoffView) => `${id} ${standing}`

/** Tells what came about while the screen was open from what was so when it opened. */
export function useArrivals(handoffs: readonly HandoffView[]): (handoff: HandoffView) => boolean {
  const [atFirst] = useState(() => new Set(handoffs.map(standingOf)))
  return (handoff) => !atFirst.has(standingOf(handoff))
}
