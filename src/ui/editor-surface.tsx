import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { CodeView } from './code-view.tsx'
import type { CodeLanguage } from './highlight.ts'
import { lazyModule } from './lazy-module.ts'

type EditorSurfaceProps = {
  title: string
  text: string
  language: CodeLanguage
  isReadOnly: boolean
  /** Without Monaco, by choice or because the device does not suit it. */
  isPlain: boolean
  onChange: (text: string) => void
}

const monacoModule = lazyModule(() => import('./monaco-view.tsx'))

export const prefetchMonaco = () => monacoModule.request()

/** The text is readable from the first moment; Monaco takes its place once it is here and the dialog has been painted. */
export function EditorSurface(props: EditorSurfaceProps) {
  const { title, isReadOnly, isPlain } = props
  const surface = useRef<HTMLDivElement>(null)
  const isPainted = useIsPainted()
  const monaco = monacoModule.useLoaded()
  const hintId = useId()
  const label = `${title}, ${isReadOnly ? 'read-only' : 'editable'}. ${tabHint(isPlain)}`

  // The outside system is the network.
  useEffect(() => {
    if (!isPlain && isPainted) void monacoModule.request()
  }, [isPlain, isPainted])

  const isMonaco = !isPlain && isPainted && monaco.kind === 'ready'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a key that the editor inside has used from the dialog.
    <div className="editor-surface" ref={surface} onKeyDown={keepEscape}>
      <p className="hint" id={hintId}>
        {isPlain ? <PlainHint isReadOnly={isReadOnly} /> : <MonacoHint state={monaco.kind} />}
      </p>
      {isMonaco ? (
        <monaco.module.MonacoView {...props} label={label} hasFocus={surface.current?.contains(document.activeElement) ?? false} />
      ) : (
        <PlainText {...props} hintId={hintId} />
      )}
    </div>
  )
}

const tabHint = (isPlain: boolean) => (isPlain ? '' : 'Tab leaves the editor; Ctrl+M, on a Mac Ctrl+Shift+M, makes Tab indent instead.')

function PlainHint({ isReadOnly }: { isReadOnly: boolean }) {
  return isReadOnly ? 'The text is read-only; it can be selected and copied.' : 'Tab leaves the text.'
}

function MonacoHint({ state }: { state: 'waiting' | 'ready' | 'failed' }) {
  if (state === 'waiting') return <span role="status">The editor is being loaded; the text can be read already.</span>
  if (state === 'ready')
    return (
      <span>
        <kbd>Tab</kbd> leaves the editor. <kbd>Ctrl</kbd>+<kbd>M</kbd> (on a Mac <kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>M</kbd>) makes it
        indent instead.
      </span>
    )
  return (
    <span role="status">
      <span>The editor could not be loaded; the text below is complete. </span>
      <Button look="quiet" className="small" onClick={() => void monacoModule.request()}>
        Try again
      </Button>
    </span>
  )
}

function PlainText({ title, text, language, isReadOnly, hintId, onChange }: EditorSurfaceProps & { hintId: string }) {
  if (isReadOnly) return <CodeView label={title} text={text} language={language} />
  return (
    <textarea
      className="editor-plain"
      aria-label={title}
      aria-describedby={hintId}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      spellCheck={false}
      translate="no"
      dir="ltr"
    />
  )
}

/** In an editor Escape closes what the editor has opened; it must not take the dialog and what was typed with it. */
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
