import { type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import './code-editor-dialog.css'
import { CopyButton } from './copy-button.tsx'
import { DownloadButton } from './download-button.tsx'
import { EditorSurface, prefetchMonaco } from './editor-surface.tsx'
import type { CodeLanguage } from './highlight.ts'
import { useMedia } from './use-media.ts'

export type CodeEditorDialogProps = {
  title: string
  text: string
  language: CodeLanguage
  filename: string
  isReadOnly: boolean
  onClose: () => void
  onSave?: ((text: string) => void) | undefined
}

export { prefetchMonaco }

const mediaTypes: Record<CodeLanguage, string> = {
  json: 'application/json',
  yaml: 'application/yaml',
  bash: 'text/x-shellscript',
  powershell: 'text/plain',
  hcl: 'text/plain',
  typescript: 'text/plain',
  text: 'text/plain',
}

/** Monaco does not support touch: https://github.com/microsoft/monaco-editor#faq ; on narrow screens it leaves no room for the text. */
const plainOnly = '(pointer: coarse), (max-width: 640px)'

export function CodeEditorDialog(props: CodeEditorDialogProps) {
  const { title, language, isReadOnly, onClose } = props
  const [text, setText] = useState(props.text)
  const [isPlainChosen, setIsPlainChosen] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const isPlainOnly = useMedia(plainOnly)
  const isPlain = isPlainOnly || isPlainChosen
  const dialog = useOpenDialog()
  const titleId = useId()

  function close() {
    if (!isReadOnly && text !== props.text) setIsAsking(true)
    else onClose()
  }

  function onCancel(event: SyntheticEvent) {
    event.preventDefault()
    close()
  }

  return (
    <dialog className="editor-dialog" ref={dialog} aria-labelledby={titleId} onCancel={onCancel}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {isReadOnly && <span className="editor-badge">Read-only</span>}
        <Button className="small" onClick={close}>
          Close
        </Button>
      </header>
      <EditorSurface {...{ title, text, language, isReadOnly, isPlain }} onChange={setText} />
      {isAsking ? (
        <UnsavedQuestion onDiscard={onClose} onKeep={() => setIsAsking(false)} />
      ) : (
        <EditorTools {...props} text={text} isPlain={isPlain} onPlain={isPlainOnly ? undefined : setIsPlainChosen} />
      )}
    </dialog>
  )
}

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

function EditorTools({ text, filename, language, isPlain, onPlain, onSave }: EditorToolsProps) {
  return (
    <footer>
      {onSave !== undefined && (
        <Button look="primary" className="small" onClick={() => onSave(text)}>
          Save
        </Button>
      )}
      <CopyButton text={text} label="Copy" />
      <DownloadButton text={text} filename={filename} mediaType={mediaTypes[language]} label="Download" />
      {onPlain !== undefined && (
        <Button look="quiet" onClick={() => onPlain(!isPlain)}>
          {isPlain ? 'Show in the editor' : 'Show as plain text'}
        </Button>
      )}
      <span className="editor-filename" translate="no">
        {filename}
      </span>
    </footer>
  )
}

function UnsavedQuestion({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  return (
    <footer role="alert">
      <strong>Your changes are not saved.</strong>
      <Button className="small" onClick={onDiscard}>
        Discard them
      </Button>
      <Button className="small" look="primary" onClick={onKeep}>
        Go on editing
      </Button>
    </footer>
  )
}
