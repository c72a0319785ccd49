import type { Registry } from '#server/registry/registry.ts'
import type { Verification } from './verification.ts'

type ScheduleOptions = {
  readonly registry: Pick<Registry, 'leases'>
  readonly verification: Verification
  /** The copy of the server, as verification knows it. */
  readonly holder: string
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** `delayed` counts connections whose check had to wait for others. They stay due. */
export type DueChecks = { readonly checked: number; readonly delayed: number }

const checkedAtOnce = 10
/** No other copy takes the same connections in this time. */
const leaseMs = 20_000

/** Checks the connections that are due, longest overdue first, and some at once at most. */
export function scheduledChecks({ registry, verification, holder, now, onError }: ScheduleOptions): () => Promise<DueChecks> {
  return async () => {
    const started = now()
    const until = new Date(started.getTime() + leaseMs).toISOString()
    const due = await registry.leases.takeDue({ holder, now: started.toISOString(), until, limit: checkedAtOnce })
    const isChecked = await Promise.all(
      due.map(async ({ tenant, connection }) => {
        try {
          const { checkedAt, diagnosis } = await verification(tenant, connection, { now: false })
          return diagnosis !== 'check-delayed' && Date.parse(checkedAt) >= started.getTime()
        } catch (error) {
          onError(error)
          return false
        }
      }),
    )
    const checked = isChecked.filter((is) => is).length
    return { checked, delayed: due.length - checked }
  }
}

const idleMs = 15_000
const busyMs = 1000

/** Checks what is due until it is stopped: on at once while there is more, and after a pause where nothing is due or checks are delayed. */
export function repeatedly(check: () => Promise<DueChecks>, onError: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  let isStopped = false
  async function round(): Promise<void> {
    const { checked, delayed } = await check().catch((error: unknown) => {
      onError(error)
      return { checked: 0, delayed: 0 }
    })
    if (!isStopped) schedule(delayed === 0 && checked === checkedAtOnce ? busyMs : idleMs)
  }
  function schedule(ms: number): void {
    timer = setTimeout(() => {
      running = round()
    }, ms).unref()
  }
  schedule(idleMs)
  return async () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
