import type { FrameMessage, HostMessage } from './messages.ts'

const pixels = (length: string): number => Number.parseFloat(length) || 0

/** Height of the bars at the top of the page, which the page states for links to its own headings. */
function coveredAtTop(element: HTMLElement): number {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement)
  return pixels(getComputedStyle(element).scrollMarginTop) + pixels(scrollPaddingTop)
}

/**
 * Scrolls to a part of the frame unless it is seen. `mark` is put over that part, so that the browser finds the boxes that scroll and
 * adds the margins. The observer answers after the layout, so after a new height of the frame.
 */
export function reveal(element: HTMLElement, mark: HTMLElement, { top, height }: Extract<FrameMessage, { type: 'reveal' }>): void {
  mark.style.top = `${top}px`
  mark.style.height = `${height}px`
  const observer = new IntersectionObserver(
    ([seen]) => {
      observer.disconnect()
      // Less than all of it, since half a pixel may be cut off.
      if (seen === undefined || seen.intersectionRatio > 0.9) return
      // Firefox begins no smooth scroll in the background, where the page is while its reader is in the AWS console.
      const isStill = document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches
      mark.scrollIntoView({ behavior: isStill ? 'instant' : 'smooth' })
    },
    { rootMargin: `${-coveredAtTop(element)}px 0px 0px` },
  )
  observer.observe(mark)
}

/** Tells which part of the frame is seen, now and after each change. Where to put a dialog, the frame can't find out alone. */
export function followVisiblePart(element: HTMLElement, frame: HTMLElement, tell: (message: HostMessage) => void, signal: AbortSignal) {
  let isDue = false
  let told = ''

  function send(): void {
    isDue = false
    const { top, bottom } = frame.getBoundingClientRect()
    const from = Math.max(top, coveredAtTop(element))
    const part = { top: Math.round(from - top), height: Math.max(0, Math.round(Math.min(bottom, window.innerHeight) - from)) }
    if (told === JSON.stringify(part)) return
    told = JSON.stringify(part)
    tell({ type: 'visible', ...part })
  }

  function sendSoon(): void {
    if (!isDue) requestAnimationFrame(send)
    isDue = true
  }

  function sendAgain(): void {
    told = ''
    sendSoon()
  }

  for (const type of ['scroll', 'resize']) window.addEventListener(type, sendSoon, { capture: true, passive: true, signal })
  return { send: sendSoon, sendAgain }
}
