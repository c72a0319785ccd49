/** What the page around the wizard may want to know. Whoever is embedded listens; otherwise nobody does. */
export type Happening =
  | { readonly type: 'verified'; readonly connectionId: string; readonly simulated: boolean }
  | { readonly type: 'error'; readonly code: string }

const listeners = new Set<(happening: Happening) => void>()
/** What happened before anybody listened: the part that does comes after the first screen. */
const unheard: Happening[] = []

export function tell(happening: Happening): void {
  if (listeners.size === 0) unheard.push(happening)
  for (const listener of listeners) listener(happening)
}

export function listenToHappenings(listener: (happening: Happening) => void): void {
  listeners.add(listener)
  for (const happening of unheard.splice(0)) listener(happening)
}
