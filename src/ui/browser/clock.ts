import { useCallback, useSyncExternalStore } from 'react'

/** Milliseconds since the epoch by the clock that is given, rounded down to the interval; 0 where a page is rendered ahead of time. */
export function useNow(intervalMs: number, clock: () => number = Date.now): number {
  const subscribe = useCallback(
    (onTick: () => void) => {
      const timer = setInterval(onTick, intervalMs)
      return () => clearInterval(timer)
    },
    [intervalMs],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock() / intervalMs) * intervalMs, atBuild)
}

const atBuild = () => 0

let clock: () => number = Date.now

/** Called at most once, before the first screen: by a server that has a time of its own, as that of the demo. */
export function replaceServerClock(other: () => number): void {
  clock = other
}

/** Milliseconds since the epoch, to compare what the server says with. A server elsewhere has the time of the page. */
export const serverTime = (): number => clock()
