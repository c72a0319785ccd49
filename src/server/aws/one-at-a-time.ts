import type { LeaseRequest } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'

/** For the requests to the registry before and after a check. */
const registryMs = 5500

export const defaultLongestCheckMs = 14_500

/** No other copy of the server checks the connection in this time: the longest check, and the saving of what it found. */
export const leaseMs = (longestCheckMs = defaultLongestCheckMs): number => longestCheckMs + registryMs

/** False once the lease has ended, so that another copy of the server can have it. */
export type IsHeld = () => boolean

export type LeaseOptions = {
  readonly registry: Pick<Registry, 'leases'>
  readonly now: () => Date
  /** A name of this copy of the server, which no other copy has. */
  readonly holder: string
  readonly pause?: (ms: number) => Promise<void>
  readonly longestCheckMs?: number
  /** How long to wait for another copy. By default as long as a check takes. */
  readonly patienceMs?: number
  readonly onError?: (error: unknown) => void
}

/** How long to wait before asking again for a lease that another copy of the server has. */
export const leaseRetryMs = 200

const realPause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

/**
 * Does the work while no other copy of the server checks the connection. It waits for one that does. Null: that one took too long. A
 * copy that stops without releasing its lease blocks the connection no longer than `leaseMs`. `isWanted` is asked before a wait: a
 * connection that has ended has no lease.
 */
export function oneAtATime(options: LeaseOptions) {
  const { registry, now, holder, pause = realPause, longestCheckMs = defaultLongestCheckMs, onError = () => {} } = options
  const { patienceMs = longestCheckMs } = options
  // A lease that can't be released ends, and what was found is stored already.
  const released = (id: string) => registry.leases.release(id, holder).catch(onError)
  /** Those who wait only read: a write for each would keep others from writing. */
  async function isTaken(id: string, request: LeaseRequest, isFirst: boolean): Promise<boolean> {
    return (isFirst || (await registry.leases.isFree(id, request))) && (await registry.leases.take(id, request))
  }
  return async <Result>(
    id: string,
    work: (isHeld: IsHeld) => Promise<Result>,
    isWanted: () => Promise<boolean> = async () => true,
  ): Promise<Result | null> => {
    for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += leaseRetryMs) {
      const time = now()
      const until = new Date(time.getTime() + leaseMs(longestCheckMs))
      const request = { holder, now: time.toISOString(), until: until.toISOString() }
      if (await isTaken(id, request, waitedMs === 0)) return work(() => now() < until).finally(() => released(id))
      if (waitedMs === 0 && !(await isWanted())) return null
      await pause(leaseRetryMs)
    }
    return null
  }
}
