import { createListeners } from '#ui/browser/store.ts'

/** Calls back with the heading of each screen and each failure that appears. In a frame, only the page around it can scroll to it. */
export const { add: whenRevealed, call: announceHeading } = createListeners<[HTMLElement]>()
