import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { Button } from '#ui/controls/button.tsx'
import '#ui/editor/code-editor-dialog.css'
import { localized } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { editorMessages } from '#ui/editor/editor-messages.ts'
import type { Compared } from './diff-editor-view.tsx'
import { LineDiffView } from './line-diff-view.tsx'

export type DiffEditorDialogProps = Compared & {
  readonly title: string
  readonly words: { readonly removed: string; readonly added: string; readonly copy: string }
  readonly onClose: () => void
}

const diffModule = lazyModule(() => import('./diff-editor-view.tsx'))

export const prefetchDiffEditor = () => diffModule.request()

/** Monaco does not support touch: https://github.com/microsoft/monaco-editor#faq ; on narrow screens it leaves no room for two texts. */
const plainOnly = '(pointer: coarse), (max-width: 640px)'

/** The list of lines can be read from the first moment, and stays where Monaco cannot be had. */
export function DiffEditorDialog({ title, words, onClose, ...compared }: DiffEditorDialogProps) {
  const laterUiWords = localized(editorMessages)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isPlain = useMedia(plainOnly)
  const monaco = diffModule.useLoaded()

  // The outside system is the browser's top layer. Closed before it leaves the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  // The outside system is the network.
  useEffect(() => {
    if (!isPlain) void diffModule.request()
  }, [isPlain])

  return (
    <dialog className="editor-dialog" ref={dialog} aria-labelledby={titleId} onCancel={onClose}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <span className="editor-badge">{laterUiWords.readOnly}</span>
        <Button className="small" onClick={onClose}>
          {laterUiWords.close}
        </Button>
      </header>
      <div className="editor-surface">
        <p className="hint">
          <span>
            {compared.beforeLabel} → {compared.afterLabel}
          </span>
        </p>
        {!isPlain && monaco.kind === 'ready' ? (
          <monaco.module.DiffEditorView {...compared} />
        ) : (
          <LineDiffView label={title} before={compared.before} after={compared.after} words={words} isScrolling />
        )}
      </div>
      <footer>
        <CopyButton text={compared.after} label={words.copy} />
        {!isPlain && monaco.kind === 'failed' && (
          <Button look="quiet" onClick={() => void diffModule.request()}>
            {laterUiWords.failedRetry}
          </Button>
        )}
      </footer>
    </dialog>
  )
}
