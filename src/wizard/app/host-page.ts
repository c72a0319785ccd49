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

/** Calls back with the heading of each screen and each failure that appears. In a frame, only the page around it can scroll to it. */
export const { add: whenRevealed, call: announceHeading } = createListeners<[HTMLElement]>()

const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') === true

/** Scrolls to a heading that replaces another one, unless it is seen. Nothing moves under someone who types. */
export function revealNews(heading: HTMLElement): void {
  if (isTyping()) return
  announceHeading(heading)
  const { top, bottom } = heading.getBoundingClientRect()
  if (top >= 0 && bottom <= window.innerHeight) return
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  heading.scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth' })
}
