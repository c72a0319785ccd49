/** `instant`: without delay. `realistic`: as in AWS. `step`: when the presenter presses a key. */
export const paces = ['instant', 'realistic', 'step'] as const
export type Pace = (typeof paces)[number]

export const isPace = (text: string): text is Pace => paces.some((pace) => pace === text)

export type DemoClock = {
  readonly now: () => number
  readonly pace: () => Pace
  readonly setPace: (pace: Pace) => void
  /** Skips milliseconds, at any pace. */
  readonly pass: (ms: number) => void
  readonly restart: () => void
}

/** Fixed, so that every demo shows the same times. */
const demoStartsAt = Date.parse('2026-11-23T09:00:00Z')

/** The clock of the demo. At the pace `step` it stops until time is skipped. `real` is the clock of the page. */
export function demoClock(real: () => number, initial: Pace, startsAt = demoStartsAt): DemoClock {
  let pace = initial
  let ahead = startsAt - real()
  let stoppedAt: number | null = initial === 'step' ? real() : null
  const now = (): number => (stoppedAt ?? real()) + ahead
  return {
    now,
    pace: () => pace,
    setPace: (next) => {
      const before = now()
      pace = next
      stoppedAt = next === 'step' ? real() : null
      ahead = before - (stoppedAt ?? real())
    },
    pass: (ms) => {
      ahead += ms
    },
    restart: () => {
      stoppedAt = pace === 'step' ? real() : null
      ahead = startsAt - real()
    },
  }
}
