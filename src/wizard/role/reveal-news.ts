import { announceHeading } from '#wizard/app/reveal.ts'

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
