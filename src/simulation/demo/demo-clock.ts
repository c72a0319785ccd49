/** How fast things happen: as soon as they are asked for, as in AWS, or when the presenter presses a key. */
export const paces = ['instant', 'realistic', 'step'] as const
export type Pace = (typeof paces)[number]

export const isPace = (text: string): text is Pace => paces.some((pace) => pace === text)

export type DemoClock = {
  readonly now: () => number
  readonly pace: () => Pace
  readonly setPace: (pace: Pace) => void
  /** Moves on, by so many milliseconds, in any pace. */
  readonly pass: (ms: number) => void
  /** It is again what it was at first. */
  readonly restart: () => void
}

/** When every demo begins, so that two of them look the same. */
const demoStartsAt = Date.parse('2026-11-23T09:00:00Z')

/** Time as the demo sees it, from `startsAt` on. In steps it stands still until it is moved on. `real` is the clock of the page. */
export function demoClock(real: () => number, initial: Pace, startsAt = demoStartsAt): DemoClock {
  let pace = initial
  let ahead = startsAt - real()
  let stoodStillAt: number | null = initial === 'step' ? real() : null
  const now = (): number => (stoodStillAt ?? real()) + ahead
  return {
    now,
    pace: () => pace,
    setPace: (next) => {
      const before = now()
      pace = next
      stoodStillAt = next === 'step' ? real() : null
      ahead = before - (stoodStillAt ?? real())
    },
    pass: (ms) => {
      ahead += ms
    },
    restart: () => {
      stoodStillAt = pace === 'step' ? real() : null
      ahead = startsAt - real()
    },
  }
}
