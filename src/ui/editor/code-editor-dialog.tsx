import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import type { CodeAssistance, CodeOrder } from './code-assistance.ts'
import './code-editor-dialog.css'
import { localized } from '#i18n/language.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { editorMessages } from '#ui/editor-messages.ts'
import { type CodeLanguage, codeLanguages } from './code-languages.ts'
import { EditorSurface, plainOnly, prefetchMonaco } from './editor-surface.tsx'

export type CodeEditorDialogProps = {
  title: string
  text: string
  language: CodeLanguage
  filename: string
  /** Takes every change as it is made, so that closing loses nothing. Without it the text is read-only. */
  onChange?: ((text: string) => void) | undefined
  assistance?: CodeAssistance | undefined
  order?: CodeOrder | null | undefined
  closeLabel?: string | undefined
  onClose: () => void
  /** Beside the text. */
  children?: ReactNode
}

export function prefetchAssistedEditor(): void {
  if (!window.matchMedia(plainOnly).matches) void prefetchMonaco(true)
}

export { prefetchMonaco }

export function CodeEditorDialog(props: CodeEditorDialogProps) {
  const words = localized(editorMessages)
  const { title, text, language, assistance, order, closeLabel = words.close, onChange, onClose, children } = props
  const [isPlainChosen, setIsPlainChosen] = useState(false)
  const isPlainOnly = useMedia(plainOnly)
  const isPlain = isPlainOnly || isPlainChosen
  const isReadOnly = onChange === undefined
  const dialog = useOpenDialog()
  const titleId = useId()

  function onCancel(event: SyntheticEvent) {
    event.preventDefault()
    onClose()
  }

  return (
    <dialog className="editor-dialog" ref={dialog} aria-labelledby={titleId} onCancel={onCancel}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {isReadOnly && <span className="editor-badge">{words.readOnly}</span>}
        <Button className="small" onClick={onClose}>
          {closeLabel}
        </Button>
      </header>
      <div className={children === undefined ? 'editor-body' : 'editor-body has-aside'}>
        <EditorSurface {...{ title, text, language, isReadOnly, isPlain, assistance, order }} onChange={onChange ?? ignore} />
        {children !== undefined && <div className="editor-aside">{children}</div>}
      </div>
      <EditorTools {...props} isPlain={isPlain} onPlain={isPlainOnly ? undefined : setIsPlainChosen} />
    </dialog>
  )
}

const ignore = () => {}

function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  // The outside system is the browser's top layer. Closed before it leaves the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return dialog
}

type EditorToolsProps = CodeEditorDialogProps & { isPlain: boolean; onPlain: ((isPlain: boolean) => void) | undefined }

function EditorTools({ text, filename, language, isPlain, onPlain }: EditorToolsProps) {
  const words = localized(editorMessages)
  return (
    <footer>
      <CopyButton text={text} label={words.copy} />
      <DownloadButton text={text} filename={filename} mediaType={codeLanguages[language].mediaType} label={words.download} />
      {onPlain !== undefined && (
        <Button variant="quiet" onClick={() => onPlain(!isPlain)}>
          {isPlain ? words.asEditor : words.asPlainText}
        </Button>
      )}
      <span className="editor-filename" translate="no">
        {filename}
      </span>
    </footer>
  )
}
