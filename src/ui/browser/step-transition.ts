import { navigate } from './use-hash.ts'

/** Fades from one step to the next, where the browser can and the reader doesn't mind. The hash changes the page a task later. */
export function navigateStep(hash: string): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || document.hidden || typeof document.startViewTransition !== 'function') {
    navigate(hash)
    return
  }
  const { ready } = document.startViewTransition(async () => {
    navigate(hash)
    await new Promise((resume) => setTimeout(resume, 30))
  })
  // The browser skips a transition that it can't show.
  ready.catch(() => undefined)
}
