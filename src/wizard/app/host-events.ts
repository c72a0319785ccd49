import { createListeners } from '#ui/browser/store.ts'
/** What the page around the wizard may want to know. Whoever is embedded listens; otherwise nobody does. */
export type Happening =
  | { readonly type: 'verified'; readonly connectionId: string; readonly simulated: boolean }
  | { readonly type: 'error'; readonly code: string }

const listeners = createListeners<[Happening]>()
/** What happened before anybody listened: the part that does comes after the first screen. */
const unheard: Happening[] = []

export function tell(happening: Happening): void {
  if (listeners.count() === 0) unheard.push(happening)
  listeners.call(happening)
}

export function listenToHappenings(listener: (happening: Happening) => void): void {
  listeners.add(listener)
  for (const happening of unheard.splice(0)) listener(happening)
}
