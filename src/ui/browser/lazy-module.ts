import { useSyncExternalStore } from 'react'
import { createStore } from './store.ts'

export type Loadable<Module> = { kind: 'waiting' } | { kind: 'ready'; module: Module } | { kind: 'failed' }

const waiting = { kind: 'waiting' } as const

/**
 * A part of the program that is fetched when it is asked for. A failed fetch, as after a deploy that has replaced the file, is a state
 * to show and not an error to throw; asking again tries again.
 */
export function lazyModule<Module>(load: () => Promise<Module>) {
  const store = createStore<Loadable<Module>>(waiting)
  let underWay: Promise<Loadable<Module>> | null = null

  function request(): Promise<Loadable<Module>> {
    if (store.state().kind === 'ready') return Promise.resolve(store.state())
    underWay ??= fetchOnce()
    return underWay
  }

  async function fetchOnce() {
    store.replace(waiting)
    const next = await outcome(load)
    underWay = null
    store.replace(next)
    return next
  }

  return {
    request,
    useLoaded: () => useSyncExternalStore<Loadable<Module>>(store.subscribe, store.state, () => waiting),
  }
}

async function outcome<Module>(load: () => Promise<Module>): Promise<Loadable<Module>> {
  try {
    return { kind: 'ready', module: await load() }
  } catch {
    return { kind: 'failed' }
  }
}
