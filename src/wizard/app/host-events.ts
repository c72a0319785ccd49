import { createListeners } from '#ui/browser/store.ts'

/** Events for the page around the wizard. Nobody listens where there is no such page. */
export type HostEvent =
  | { readonly type: 'verified'; readonly connectionId: string; readonly simulated: boolean }
  | { readonly type: 'error'; readonly code: string }

const listeners = createListeners<[HostEvent]>()
/** Kept until the part that listens is loaded, which comes after the first screen. */
const unheard: HostEvent[] = []

export function emit(event: HostEvent): void {
  if (listeners.count() === 0) unheard.push(event)
  listeners.call(event)
}

export function listenToHostEvents(listener: (event: HostEvent) => void): void {
  listeners.add(listener)
  for (const event of unheard.splice(0)) listener(event)
}
