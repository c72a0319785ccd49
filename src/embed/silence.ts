/** Why there is no wizard to see. */
export type SilenceCode = 'origin-not-listed' | 'frame-blocked' | 'server-unreachable'

const patienceMs = 8000
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

/** Calls back if the wizard can't be seen, unless `signal` ends the waiting, which begins when the frame is to load. */
export function whenSilent(address: string, silent: (code: SilenceCode) => void, signal: AbortSignal): void {
  const { origin } = new URL(address)
  const report = (code: SilenceCode) => {
    if (!signal.aborted) silent(code)
  }
  const patience = setTimeout(() => {
    void isReachable(address).then((reachable) => report(reachable ? 'origin-not-listed' : 'server-unreachable'))
  }, patienceMs)
  signal.addEventListener('abort', () => clearTimeout(patience))
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin)) report('frame-blocked')
    },
    { signal },
  )
}
