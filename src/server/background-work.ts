import type { Log } from './config/log.ts'
import { errorFields } from './http/request-log.ts'

type BackgroundWork = {
  /** Runs something after a while, unless the server stops before. A process does not stay alive for it. */
  readonly later: (ms: number, run: () => Promise<unknown>) => void
  /** Adds work that goes on until the server stops, by the function that ends it. */
  readonly until: (end: () => Promise<unknown>) => void
  /** Starts nothing more, and waits for what has started. */
  readonly stop: () => Promise<unknown>
  readonly isStopping: () => boolean
}

/** Everything that the server does without a request. */
export function backgroundWork(log: Log): BackgroundWork {
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<unknown>>()
  const ends: (() => Promise<unknown>)[] = []
  let stopped: Promise<unknown> | null = null

  function later(ms: number, run: () => Promise<unknown>): void {
    if (stopped !== null) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      const ending = run()
        .catch((error: unknown) => log.error(errorFields(error), 'A postponed check failed.'))
        .finally(() => running.delete(ending))
      running.add(ending)
    }, ms)
    timers.add(timer.unref())
  }

  function stop(): Promise<unknown> {
    timers.forEach(clearTimeout)
    stopped ??= Promise.all([...ends.map((end) => end()), ...running])
    return stopped
  }

  return { later, until: (end) => void ends.push(end), stop, isStopping: () => stopped !== null }
}
