import { navigate } from './use-hash.ts'

/** A frame out of view is hardly ever drawn, and the transition begins only with a drawing. */
const drawnAtLatestMs = 300

/** React draws the next step after the task in which the hash changes. */
const nextTask = () => new Promise((resume) => setTimeout(resume, 30))

/** Fades from one step to the next, where the browser can and the reader doesn't mind. */
export function navigateStep(hash: string): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || document.hidden || typeof document.startViewTransition !== 'function') {
    navigate(hash)
    return
  }
  let isShown = false
  // The hash may have changed since, so that it doesn't tell whether the step was shown.
  function show(): void {
    if (!isShown) navigate(hash)
    isShown = true
  }
  setTimeout(show, drawnAtLatestMs)
  const { ready } = document.startViewTransition(async () => {
    show()
    await nextTask()
  })
  // The browser skips a transition that it can't show.
  ready.catch(() => undefined)
}
