let clock: () => number = Date.now

/** Called at most once, before the first screen: by a server that has a time of its own, as that of the demo. */
export function replaceServerClock(other: () => number): void {
  clock = other
}

/** Milliseconds since the epoch, to compare what the server says with. A server elsewhere has the time of the page. */
export const serverTime = (): number => clock()
