import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { isOneFile } from '#ui/browser/one-file.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { Button } from '#ui/controls/button.tsx'
import { editorMessages } from '#ui/editor-messages.ts'
import { type CodeAssistance, type CodeOrder, type CodePlace, takeOrder } from './code-assistance.ts'
import type { CodeLanguage } from './code-languages.ts'
import { CodeView } from './code-view.tsx'
import './editor-surface.css'

type PlainTextProps = {
  title: string
  text: string
  language: CodeLanguage
  isReadOnly: boolean
  hintId: string
  order: CodeOrder | null
  onChange: (text: string) => void
}

/** The twin of the editor: for touch, for who wants it, and until the editor is here. */
function PlainText({ title, text, language, isReadOnly, hintId, order, onChange }: PlainTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const carryOut = useEffectEvent((asked: CodeOrder) => {
    if (asked.kind === 'replace') onChange(asked.text)
    else revealIn(area.current, asked.place)
  })

  // The outside system is the text area: its selection is nothing that React keeps.
  useEffect(() => {
    if (order !== null && takeOrder(order)) carryOut(order)
  }, [order])

  if (isReadOnly) return <CodeView label={title} text={text} language={language} />
  return (
    <textarea
      className="editor-plain"
      ref={area}
      aria-label={title}
      aria-describedby={hintId}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      translate="no"
      dir="ltr"
    />
  )
}

function revealIn(area: HTMLTextAreaElement | null, { line, column }: CodePlace): void {
  if (area === null) return
  const lines = area.value.split('\n')
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  area.focus()
  area.setSelectionRange(offset, offset)
  area.scrollTop = (line - 3) * Number.parseFloat(getComputedStyle(area).lineHeight)
}

export type EditorSurfaceProps = {
  title: string
  text: string
  language: CodeLanguage
  isReadOnly: boolean
  /** Without Monaco, by choice or because the device does not suit it. */
  isPlain: boolean
  onChange: (text: string) => void
  assistance?: CodeAssistance | undefined
  order?: CodeOrder | null | undefined
}

const monacoModule = lazyModule(() => import('./monaco-view.tsx'))
const assistedModule = lazyModule(() => import('./assisted-monaco-view.tsx'))

/** Monaco does not support touch: https://github.com/microsoft/monaco-editor#faq ; on narrow screens it leaves no room for the text. */
export const plainOnly = isOneFile ? 'all' : '(pointer: coarse), (max-width: 640px)'

export const prefetchMonaco = (isAssisted = false) => (isAssisted ? assistedModule.request() : monacoModule.request())

/** The editor in the page, outside a dialog. */
export function EditorField(props: Omit<EditorSurfaceProps, 'isPlain' | 'isReadOnly'>) {
  const isPlain = useMedia(plainOnly)
  return (
    <div className="editor-field">
      <EditorSurface {...props} isReadOnly={false} isPlain={isPlain} />
    </div>
  )
}

/** The text is readable from the first moment; Monaco takes its place once it is here and the dialog has been painted. */
export function EditorSurface(props: EditorSurfaceProps) {
  const { isReadOnly, isPlain, assistance, order = null } = props
  const surface = useRef<HTMLDivElement>(null)
  const isPainted = useIsPainted()
  const isAssisted = assistance !== undefined
  const loaded = { bare: monacoModule.useLoaded().kind, assisted: assistedModule.useLoaded().kind }
  const state = isAssisted ? loaded.assisted : loaded.bare
  const hintId = useId()

  // The outside system is the network.
  useEffect(() => {
    if (!isPlain && isPainted) void prefetchMonaco(isAssisted)
  }, [isPlain, isPainted, isAssisted])

  const isMonaco = !isPlain && isPainted && state === 'ready'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a key that the editor inside has used from the dialog.
    <div className="editor-surface" ref={surface} onKeyDown={keepEscape}>
      <div className="hint" id={hintId}>
        {isPlain ? <PlainHint isReadOnly={isReadOnly} /> : <MonacoHint state={state} isAssisted={isAssisted} />}
      </div>
      {isMonaco ? (
        <Monaco {...props} hasFocus={surface.current?.contains(document.activeElement) ?? false} />
      ) : (
        <PlainText {...props} order={order} hintId={hintId} />
      )}
    </div>
  )
}

function Monaco({ assistance, order = null, ...props }: EditorSurfaceProps & { hasFocus: boolean }) {
  const [bare, assisted] = [monacoModule.useLoaded(), assistedModule.useLoaded()]
  const label = localized(editorMessages).label(props.title, props.isReadOnly)
  if (assistance === undefined) return bare.kind === 'ready' && <bare.module.MonacoView {...props} label={label} />
  return assisted.kind === 'ready' && <assisted.module.AssistedMonacoView {...props} {...{ label, assistance, order }} />
}

function PlainHint({ isReadOnly }: { isReadOnly: boolean }) {
  const words = localized(editorMessages)
  return isReadOnly ? words.plainReadOnly : words.plainEditable
}

function MonacoHint({ state, isAssisted }: { state: 'waiting' | 'ready' | 'failed'; isAssisted: boolean }) {
  const words = localized(editorMessages)
  if (state === 'waiting') return <span role="status">{words.waiting}</span>
  if (state === 'ready')
    return (
      <span>
        {words.tab}
        {isAssisted && <span> {words.assisted}</span>}
      </span>
    )
  return (
    <span role="status">
      <span>{words.failed} </span>
      <Button variant="quiet" className="small" onClick={() => void prefetchMonaco(isAssisted)}>
        {words.retry}
      </Button>
    </span>
  )
}

/** In the editor, Escape closes its own popups; it must not close the dialog with the typed text. */
function keepEscape(event: KeyboardEvent) {
  const isInText = event.target instanceof HTMLElement && event.target.closest('.editor-monaco, .editor-plain') !== null
  if (event.key === 'Escape' && isInText) event.preventDefault()
}

/** Mounting Monaco blocks for hundreds of milliseconds; the answer to the click comes first. */
function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  // The outside system is the browser's frame.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setIsPainted(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isPainted
}
