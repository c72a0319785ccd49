import { createListeners } from '#ui/browser/store.ts'

/** For the page around the wizard. Without such a page, nothing listens. */
export type HostEvent = { readonly type: 'verified'; readonly connectionId: string; readonly simulated: boolean }

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
