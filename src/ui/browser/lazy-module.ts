import { useSyncExternalStore } from 'react'

export type Loadable<Module> = { kind: 'waiting' } | { kind: 'ready'; module: Module } | { kind: 'failed' }

const waiting = { kind: 'waiting' } as const

/**
 * A part of the program that is fetched when it is asked for. A failed fetch, as after a deploy that has replaced the file, is a state
 * to show and not an error to throw; asking again tries again.
 */
export function lazyModule<Module>(load: () => Promise<Module>) {
  let state: Loadable<Module> = waiting
  let underWay: Promise<Loadable<Module>> | null = null
  const listeners = new Set<() => void>()

  function request(): Promise<Loadable<Module>> {
    if (state.kind === 'ready') return Promise.resolve(state)
    underWay ??= fetchOnce()
    return underWay
  }

  async function fetchOnce() {
    publish(waiting)
    const next = await outcome(load)
    underWay = null
    publish(next)
    return next
  }

  function publish(next: Loadable<Module>) {
    state = next
    for (const onChange of listeners) onChange()
  }

  function subscribe(onChange: () => void) {
    listeners.add(onChange)
    return () => listeners.delete(onChange)
  }

  return {
    request,
    useLoaded: () =>
      useSyncExternalStore<Loadable<Module>>(
        subscribe,
        () => state,
        () => waiting,
      ),
  }
}

async function outcome<Module>(load: () => Promise<Module>): Promise<Loadable<Module>> {
  try {
    return { kind: 'ready', module: await load() }
  } catch {
    return { kind: 'failed' }
  }
}
