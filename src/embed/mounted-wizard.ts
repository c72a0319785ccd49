import { enveloped, type FrameMessage, type HostMessage, readFrameMessage, type Theme, themes } from './messages.ts'
import { embedWords } from './words.ts'

/** From the time at which the frame is to load: it does so when it comes near the part of the page that is seen. */
const patienceMs = 8000
const nearby = '1000px'

export type MountedWizard = {
  readonly tell: (message: HostMessage) => void
  /** Call it when the theme or the locale changes. */
  readonly sendAppearance: () => void
  readonly unmount: () => void
}

type Parts = { readonly frame: HTMLIFrameElement; readonly note: HTMLParagraphElement }

/** The attribute of the element goes first, then what documentation sites write on their root element. */
export function themeOf(element: HTMLElement): Theme {
  const said = [element.getAttribute('theme'), document.documentElement.dataset['theme']]
  const fixed = said.filter((name) => name !== 'auto').flatMap((name) => themes.filter((theme) => theme === name))
  return fixed[0] ?? 'auto'
}

/** Sent first, and again on every change. */
function looksOf(element: HTMLElement): readonly HostMessage[] {
  const locale = element.getAttribute('locale')
  return [{ type: 'theme', theme: themeOf(element) }, ...(locale === null ? [] : [{ type: 'locale', locale } as const])]
}

function minimumHeight(element: HTMLElement): number {
  const given = Number.parseInt(element.getAttribute('height') ?? '', 10)
  if (given > 0) return given
  return (element.getAttribute('view') ?? 'wizard') === 'wizard' ? 720 : 320
}

function createParts(element: HTMLElement, address: string): Parts {
  const frame = document.createElement('iframe')
  frame.className = 'waiting'
  frame.title = element.getAttribute('aria-label') ?? embedWords(element).title
  frame.allow = 'clipboard-write'
  frame.loading = 'lazy'
  frame.style.height = `${minimumHeight(element)}px`
  frame.src = address
  const note = document.createElement('p')
  note.role = 'status'
  note.textContent = embedWords(element).loading
  return { frame, note }
}

function showFailure(element: HTMLElement, { frame, note }: Parts): void {
  const words = embedWords(element)
  const link = document.createElement('a')
  link.href = frame.src
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = words.open
  frame.hidden = true
  note.replaceChildren(words.failed, ' ', link)
}

function showFrame({ frame, note }: Parts): void {
  frame.hidden = false
  frame.className = ''
  note.hidden = true
}

/** Bubbles, so that one listener on the document serves every wizard of the page; `target` tells them apart. */
export function tellPage(element: HTMLElement, { type, ...detail }: Exclude<FrameMessage, { type: 'resize' }>): void {
  element.dispatchEvent(new CustomEvent(`rolebridge:${type}`, { detail, bubbles: true, composed: true }))
}

/** Calls back once, when the element is near the part of the page that is seen. */
function whenNear(element: HTMLElement, near: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      near()
    },
    { rootMargin: nearby },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** The frame in its element, and everything that listens for it until it is unmounted. */
export function mountedWizard(element: HTMLElement, root: ShadowRoot, address: string): MountedWizard {
  const { origin } = new URL(address)
  const parts = createParts(element, address)
  const { frame } = parts
  const listening = new AbortController()
  let patience: ReturnType<typeof setTimeout> | undefined

  const tell = (message: HostMessage) => frame.contentWindow?.postMessage(enveloped(message), origin)

  const sendAppearance = () => looksOf(element).forEach(tell)

  function take(message: FrameMessage): void {
    if (message.type === 'resize') {
      frame.style.height = `${Math.max(message.height, minimumHeight(element))}px`
      return
    }
    if (message.type === 'ready') {
      clearTimeout(patience)
      stopWaiting()
      showFrame(parts)
      sendAppearance()
    }
    tellPage(element, message)
  }

  const stopWaiting = whenNear(element, () => {
    patience = setTimeout(() => {
      showFailure(element, parts)
      tellPage(element, { type: 'error', code: 'no-answer' })
    }, patienceMs)
  })
  const hostTheme = new MutationObserver(sendAppearance)
  hostTheme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  window.addEventListener(
    'message',
    ({ source, origin: sender, data }) => {
      const message = source === frame.contentWindow && sender === origin ? readFrameMessage(data) : null
      if (message !== null) take(message)
    },
    { signal: listening.signal },
  )
  root.replaceChildren(frame, parts.note)

  return {
    tell,
    sendAppearance,
    unmount: () => {
      listening.abort()
      hostTheme.disconnect()
      stopWaiting()
      clearTimeout(patience)
      root.replaceChildren()
    },
  }
}
