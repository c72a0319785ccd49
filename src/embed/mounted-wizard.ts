import { createParts, fitHeight, type Parts, showFailure, showFrame } from './frame-parts.ts'
import { followHostTheme, themeOf } from './host-theme.ts'
import { enveloped, type FrameMessage, type HostMessage, readFrameMessage } from './messages.ts'
import { type SilenceCode, warn, whenNear, whenSilent } from './silence.ts'
import { followVisiblePart, reveal } from './visible-part.ts'
import { stateAfter, stateAtFirst, tellPage, type WizardState } from './wizard-state.ts'

export type MountedWizard = {
  readonly tell: (message: HostMessage) => void
  readonly state: () => WizardState
  /** Call it when the theme or the locale changes. */
  readonly sendAppearance: () => void
  readonly unmount: () => void
}

type Mount = {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  readonly address: string
  /** The address with a launch token that the page makes when the frame is to load; null where the address is complete. */
  readonly addressWithToken: (() => Promise<string>) | null
  readonly onExpired: () => unknown
}

/** Sent first, and again on every change. */
function looksOf(element: HTMLElement): readonly HostMessage[] {
  const locale = element.getAttribute('locale')
  return [{ type: 'theme', theme: themeOf(element) }, ...(locale === null ? [] : [{ type: 'locale', locale } as const])]
}

/** The wizard opens no session, or had one that has ended. */
const expiredCodes = ['launch-token-required', 'launch-token-refused', 'launch-token-used']

/** Accepts messages only from the wizard's own window and origin. */
function listen(frame: HTMLIFrameElement, origin: string, take: (message: FrameMessage) => void, signal: AbortSignal): void {
  window.addEventListener(
    'message',
    ({ source, origin: sender, data }) => {
      const message = source === frame.contentWindow && sender === origin ? readFrameMessage(data) : null
      if (message !== null) take(message)
    },
    { signal },
  )
}

type Told = Exclude<FrameMessage, { type: 'resize' | 'reveal' }>

/** Each message of the frame, and what the page tells it. `waiting` ends when there is something to see. */
function conversation({ element, address, onExpired }: Mount, parts: Parts, waiting: AbortController, signal: AbortSignal) {
  const { origin } = new URL(address)
  let state = stateAtFirst

  function tell(message: HostMessage): void {
    if (state.status === 'ready') parts.frame.contentWindow?.postMessage(enveloped(message), origin)
  }

  const sendAppearance = () => looksOf(element).forEach(tell)
  const visiblePart = followVisiblePart(element, parts.frame, tell, signal)

  function fail(code: SilenceCode): void {
    waiting.abort()
    warn(code, origin)
    showFailure(element, parts, address, code === 'server-unreachable')
    state = { ...state, status: 'failed', error: code }
    tellPage(element, { type: 'error', code })
  }

  function hear(message: Told): void {
    state = stateAfter(state, message)
    if (message.type === 'ready') {
      waiting.abort()
      showFrame(parts)
      sendAppearance()
      visiblePart.sendAgain()
    }
    tellPage(element, message)
    if (message.type === 'error' && expiredCodes.includes(message.code)) {
      tellPage(element, { type: 'expired', code: message.code })
      onExpired()
    }
  }

  function take(message: FrameMessage): void {
    if (message.type === 'resize') {
      fitHeight(element, parts, message.height)
      visiblePart.send()
    } else if (message.type === 'reveal') reveal(element, parts.mark, message)
    else if (message.type === 'error' && message.code === 'origin-not-listed') fail(message.code)
    else hear(message)
  }

  listen(parts.frame, origin, take, signal)
  return { tell, state: () => state, sendAppearance, fail }
}

/** The frame in its element, and everything that listens for it until it is unmounted. */
export function mountedWizard(mount: Mount): MountedWizard {
  const { element, root, address, addressWithToken } = mount
  const parts = createParts(element)
  // A frame without an address loads an empty page.
  const loaded = new Promise<void>((resolve) => parts.frame.addEventListener('load', () => parts.frame.src !== '' && resolve()))
  const [mounted, waiting] = [new AbortController(), new AbortController()]
  const { signal } = mounted
  const { fail, ...wizard } = conversation(mount, parts, waiting, signal)

  async function load(): Promise<void> {
    if (addressWithToken !== null) parts.frame.src = await addressWithToken()
    if (!signal.aborted) whenSilent(address, loaded, fail, waiting.signal)
  }

  if (addressWithToken === null) parts.frame.src = address
  followHostTheme(wizard.sendAppearance, signal)
  root.replaceChildren(parts.frame, parts.note, parts.mark)
  whenNear(element, () => void load(), signal)
  signal.addEventListener('abort', () => {
    waiting.abort()
    root.replaceChildren()
  })
  return { ...wizard, unmount: () => mounted.abort() }
}
