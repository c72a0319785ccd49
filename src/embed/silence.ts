/** Why there is no wizard to see. */
export type SilenceCode = 'origin-not-listed' | 'frame-blocked' | 'server-unreachable'

const patienceMs = 8000
/** A frame that hasn’t loaded by then has no server that responds. */
const loadingMs = 60_000
/** From the load of the page until it says that it is there, also over a slow network. */
const greetingMs = 4000
const nearby = '1000px'

/** For the developer of the page. */
const advice: Readonly<Record<SilenceCode, (wizard: string) => string>> = {
  'origin-not-listed': (wizard) =>
    `${wizard} doesn’t let ${window.location.origin} show the wizard. Add this origin to embed.allowedOrigins in the vendor’s config.`,
  'frame-blocked': (wizard) => `The Content-Security-Policy of this page blocks frames from ${wizard}. Add it to frame-src.`,
  'server-unreachable': (wizard) => `${wizard} didn’t respond.`,
}

export const warn = (code: SilenceCode, wizard: string): void => console.warn(`rolebridge-wizard: ${advice[code](wizard)} (${code})`)

/** Calls back once, when the element is near the part of the page that is seen. */
export function whenNear(element: HTMLElement, near: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      near()
    },
    { rootMargin: nearby },
  )
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
}

/** By the script of the wizard, the one address that the policy of the page allows in any case. */
function isReachable(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = new URL(`embed.js?${Date.now()}`, address).href
    script.onload = () => resolve(true)
    script.onerror = () => resolve(false)
    document.head.append(script)
    script.remove()
  })
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

/**
 * Calls back if the wizard can't be seen, unless `signal` ends the waiting, which begins when the frame is to load. A frame that is still
 * loading is slow, not silent. `loaded` settles once the frame shows something, be it the browser's page of an error.
 */
export function whenSilent(address: string, loaded: Promise<unknown>, silent: (code: SilenceCode) => void, signal: AbortSignal): void {
  const { origin } = new URL(address)
  const report = (code: SilenceCode) => {
    if (!signal.aborted) silent(code)
  }
  const quiet = Promise.race([loaded.then(() => pause(greetingMs)), pause(loadingMs)])
  void Promise.all([quiet, pause(patienceMs)]).then(async () => {
    if (!signal.aborted) report((await isReachable(address)) ? 'origin-not-listed' : 'server-unreachable')
  })
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin)) report('frame-blocked')
    },
    { signal },
  )
}
