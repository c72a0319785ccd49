import type { ServedVendor } from '#core/connection/vendor.ts'
import { enveloped, type FrameMessage, type HostMessage, readHostMessage, type Theme } from '#embed/messages.ts'
import { chosenLanguage } from '#i18n/chosen-language.ts'
import { setLanguage } from '#i18n/language.ts'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { currentAdmission, gateOf } from '#wizard/app/admission.ts'
import { emit, type HostEvent, listenToHostEvents } from '#wizard/app/host-events.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { readRoute } from '#wizard/app/routes.ts'

export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

type Send = (message: FrameMessage) => void

/** The height of what there is, not of the frame, so that it shrinks too. A frame without width is hidden and has no height to tell. */
function sendHeight(send: Send): void {
  let sent = 0
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (window.innerWidth === 0 || height === 0 || height === sent) return
    sent = height
    send({ type: 'resize', height })
  }).observe(document.body)
}

/**
 * Which part of the frame can be seen, for dialogs: the middle of a frame as high as its content may be far away. The observer tells of
 * shares alone, so it looks again when something is pressed, which is what opens a dialog.
 * https://www.w3.org/TR/intersection-observer/#intersectionobserver-implicit-root
 */
function trackVisiblePart(): void {
  const { style } = document.documentElement
  const observer = new IntersectionObserver((entries) => {
    for (const { intersectionRect } of entries) {
      style.setProperty('--visible-top', `${intersectionRect.top}px`)
      style.setProperty('--visible-height', `${intersectionRect.height}px`)
    }
  })
  function recheck(): void {
    observer.disconnect()
    observer.observe(document.body)
  }
  for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, recheck, { capture: true, passive: true })
  recheck()
}

function sendSteps(send: Send): void {
  const sendStep = () => send({ type: 'step', step: readRoute(window.location.hash).kind })
  window.addEventListener('hashchange', sendStep)
  sendStep()
}

function startAnew(vendor: ServedVendor): void {
  restartAccountDraft(vendor)
  window.location.hash = '#/'
  window.location.reload()
}

function obey(message: HostMessage, vendor: ServedVendor): void {
  if (message.type === 'theme') showTheme(message.theme)
  else if (message.type === 'reset') startAnew(vendor)
  // If the texts fail to load, the page stays as it is.
  else setLanguage(chosenLanguage([message.locale])).catch(() => null)
}

/** The page around the wizard can bring a new token, by setting `launch-token` again. */
function tellWhetherLetIn(vendor: ServedVendor): void {
  const gate = gateOf(currentAdmission(), vendor, readRoute(window.location.hash))
  if (pageOptions.view === null && currentAdmission().kind === 'none' && gate?.kind === 'closed') emit({ type: 'error', code: gate.code })
}

/** The page learns of it also where the receipt cannot be had. */
async function withReceipt(event: HostEvent): Promise<FrameMessage> {
  if (event.type !== 'verified' || !pageOptions.wantsReceipt) return event
  const loaded = await import('#wizard/api/receipt.ts').catch(() => null)
  const answer = await loaded?.signedReceipt(event.connectionId)
  return answer?.kind === 'answer' ? { ...event, receipt: answer.value } : event
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
    sendHeight(send)
    tellWhetherLetIn(vendor)
    listenToHostEvents((event) => void withReceipt(event).then(send))
  }

  // A page of our own origin could do anything with the frame anyway.
  const isTrusted = (origin: string) => origin === window.location.origin || isAllowedOrigin(origin, vendor.embed.allowedOrigins)

  window.addEventListener('message', ({ source, origin, data }) => {
    const message = source === window.parent && isTrusted(origin) ? readHostMessage(data) : null
    if (message === null) return
    obey(message, vendor)
    if (host === null) meet(origin)
  })
  trackVisiblePart()
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
