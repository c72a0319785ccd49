import { embedWords } from './words.ts'

export type Parts = {
  readonly frame: HTMLIFrameElement
  readonly note: HTMLParagraphElement
  /** Lies over the part of the frame that the page scrolls to. */
  readonly mark: HTMLElement
}

function minimumHeight(element: HTMLElement): number {
  const given = Number.parseInt(element.getAttribute('height') ?? '', 10)
  if (given > 0) return given
  return (element.getAttribute('view') ?? 'wizard') === 'wizard' ? 720 : 320
}

export function fitHeight(element: HTMLElement, { frame }: Parts, height: number): void {
  frame.style.height = `${Math.max(height, minimumHeight(element))}px`
}

export function createParts(element: HTMLElement): Parts {
  const frame = document.createElement('iframe')
  frame.className = 'waiting'
  frame.title = element.getAttribute('aria-label') ?? embedWords(element).title
  frame.allow = 'clipboard-write'
  frame.loading = 'lazy'
  const note = document.createElement('p')
  note.role = 'status'
  note.textContent = embedWords(element).loading
  const parts = { frame, note, mark: document.createElement('i') }
  fitHeight(element, parts, 0)
  return parts
}

export function showFailure(element: HTMLElement, { frame, note }: Parts, address: string, isDown: boolean): void {
  const words = embedWords(element)
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = words.open
  frame.hidden = true
  note.hidden = false
  note.replaceChildren(isDown ? words.down : words.failed, ' ', link)
}

export function showFrame({ frame, note }: Parts): void {
  frame.hidden = false
  frame.className = ''
  note.hidden = true
}
