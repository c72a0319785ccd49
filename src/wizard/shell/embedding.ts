import type { ServedVendor } from '#core/connection/vendor.ts'
import { enveloped, type FrameMessage, type HostMessage, readHostMessage, type Theme } from '#embed/messages.ts'
import { chosenLanguage } from '#i18n/chosen-language.ts'
import { setLanguage } from '#i18n/language.ts'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { currentAdmission, followAdmission, gateOf } from '#wizard/app/admission.ts'
import { removeStored, store } from '#wizard/app/browser-storage.ts'
import { type HostEvent, listenToHostEvents, whenRevealed } from '#wizard/app/host-page.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { readRoute } from '#wizard/app/routes.ts'

export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

const isDemo = new URLSearchParams(typeof window === 'undefined' ? '' : window.location.search).has('demo')

type Send = (message: FrameMessage) => void

/**
 * The height of what there is, not of the frame, so that it shrinks too. A frame without width is hidden and has no height to tell. A
 * heading follows the height of its screen, since the page can scroll only as far as the frame reaches.
 */
function sendMeasures(send: Send): void {
  let sent = 0
  function sendHeight(): void {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (window.innerWidth === 0 || height === 0 || height === sent) return
    sent = height
    send({ type: 'resize', height })
  }
  new ResizeObserver(sendHeight).observe(document.body)
  whenRevealed((heading) => {
    sendHeight()
    const { top, height } = heading.getBoundingClientRect()
    const from = Math.max(0, top + window.scrollY - spaceAboveHeading)
    send({ type: 'reveal', top: from, height: height + spaceAboveHeading })
  })
}

const spaceAboveHeading = 24

/** For dialogs: the middle of a frame as high as its content may be far away. */
function keepVisiblePart({ top, height }: Pick<DOMRectReadOnly, 'top' | 'height'>): void {
  const { style } = document.documentElement
  style.setProperty('--visible-top', `${top}px`)
  style.setProperty('--visible-height', `${height}px`)
}

/**
 * For a page that doesn't tell which part is seen. The observer tells of shares alone, so it checks again when something is pressed,
 * which is what opens a dialog. https://www.w3.org/TR/intersection-observer/#intersectionobserver-implicit-root
 */
function trackVisiblePart(signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { intersectionRect } of entries) if (!signal.aborted) keepVisiblePart(intersectionRect)
  })
  function recheck(): void {
    observer.disconnect()
    observer.observe(document.body)
  }
  for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, recheck, { capture: true, passive: true, signal })
  recheck()
}

/** A single artifact and the example review have no route. */
function currentStep(): FrameMessage {
  const route = readRoute(window.location.hash)
  if (pageOptions.view === null || route.kind === 'shared-review') {
    return { type: 'step', step: route.kind, ...('connectionId' in route ? { connectionId: route.connectionId } : {}) }
  }
  return { type: 'step', step: pageOptions.view === 'review' ? 'review' : 'artifact' }
}

function sendSteps(send: Send): void {
  const sendStep = () => send(currentStep())
  window.addEventListener('hashchange', sendStep)
  sendStep()
}

/** The page around the wizard forgets the hash when it reloads. index.html opens this step again. */
function keepStep(): void {
  const key = `${keptStep}${pageOptions.slot}`
  const keep = () => {
    const { hash } = window.location
    if (readRoute(hash).kind === 'account') removeStored('session', key)
    else store('session', key, hash)
  }
  if (pageOptions.view !== null || isDemo) return
  window.addEventListener('hashchange', keep)
  keep()
}

/** index.html reads the same key. */
const keptStep = 'rolebridge.step'

function startAnew(vendor: ServedVendor): void {
  restartAccountDraft(vendor)
  window.location.hash = '#/'
  window.location.reload()
}

const tracking = new AbortController()

function obey(message: HostMessage, vendor: ServedVendor): void {
  if (message.type === 'theme') showTheme(message.theme)
  else if (message.type === 'visible') {
    tracking.abort()
    keepVisiblePart(message)
  } else if (message.type === 'reset') startAnew(vendor)
  // If the texts fail to load, the page stays as it is.
  else setLanguage(chosenLanguage([message.locale])).catch(() => null)
}

/** The page around the wizard can bring a new token, now and when the session ends. */
function tellWhetherLetIn(vendor: ServedVendor, send: Send): void {
  if (pageOptions.view !== null) return
  function tell(): void {
    const gate = gateOf(currentAdmission(), vendor, readRoute(window.location.hash))
    if (gate?.kind === 'closed' && gate.code !== 'stayed') send({ type: 'error', code: gate.code })
  }
  followAdmission(tell)
  tell()
}

/** The page learns of it also where the receipt cannot be had. */
async function withReceipt(event: HostEvent): Promise<FrameMessage> {
  if (!pageOptions.wantsReceipt) return event
  const loaded = await import('#wizard/api/receipt.ts').catch(() => null)
  const answer = await loaded?.signedReceipt(event.connectionId)
  return answer?.kind === 'answer' ? { ...event, receipt: answer.value } : event
}

/** For a static host, where no header of the server keeps the page from showing the frame. */
function refuse(origin: string): void {
  if (origin === 'null') return
  console.warn(`Rolebridge: ${origin} isn't in embed.allowedOrigins of the vendor's config, so this page can't use the wizard.`)
  window.parent.postMessage(enveloped({ type: 'error', code: 'origin-not-listed' }), origin)
}

/**
 * In the frame of another page: announces itself to any parent, and from then on exchanges messages with the page that answers, if the
 * vendor lists its origin. A page that never answers gets nothing more.
 */
export function announceWizard(vendor: ServedVendor): void {
  let host: string | null = null
  const send: Send = (message) => {
    if (host !== null) window.parent.postMessage(enveloped(message), host)
  }

  function meet(origin: string): void {
    host = origin
    sendSteps(send)
    sendMeasures(send)
    tellWhetherLetIn(vendor, send)
    listenToHostEvents((event) => void withReceipt(event).then(send))
  }

  // A page of our own origin could do anything with the frame anyway, and a demo has nothing to protect.
  const isTrusted = (origin: string) => isDemo || origin === window.location.origin || isAllowedOrigin(origin, vendor.embed.allowedOrigins)

  window.addEventListener('message', ({ source, origin, data }) => {
    const message = source === window.parent ? readHostMessage(data) : null
    if (message === null) return
    if (!isTrusted(origin)) {
      refuse(origin)
      return
    }
    obey(message, vendor)
    if (host === null) meet(origin)
  })
  keepStep()
  trackVisiblePart(tracking.signal)
  // The one message to an unknown receiver: it holds nothing but that there is a wizard.
  window.parent.postMessage(enveloped({ type: 'ready' }), '*')
}

/** Same syntax as `frame-ancestors`: an origin, or one whose host begins with `*.` for every subdomain. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const [scheme = '', host = ''] = entry.replace(/\/$/, '').split('://')
    if (!host.startsWith('*.')) return origin === `${scheme}://${host}`
    return origin.startsWith(`${scheme}://`) && origin.endsWith(host.slice(1))
  })
}
