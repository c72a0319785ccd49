import './action-buttons.css'
import { type ComponentProps, type ReactNode, useId, useRef, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { Button, type ButtonVariant, buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

type CopyButtonProps = { text: string; label: string; variant?: ButtonVariant; onCopy?: (() => void) | undefined }
type Outcome = { kind: 'idle' } | { kind: 'copied'; times: number } | { kind: 'by-hand' }

const shownForMs = 2500

export function CopyButton({ text, label, variant = 'secondary', onCopy }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  async function copy() {
    clearTimeout(timer.current)
    onCopy?.()
    if (!(await copyText(text))) return setOutcome({ kind: 'by-hand' })
    setOutcome((before) => ({ kind: 'copied', times: before.kind === 'copied' ? before.times + 1 : 1 }))
    timer.current = setTimeout(() => setOutcome({ kind: 'idle' }), shownForMs)
  }

  return (
    <span className="copy">
      <Button variant={variant} onClick={() => void copy()}>
        <Icon name={outcome.kind === 'copied' ? 'check' : 'copy'} />
        <span>{label}</span>
      </Button>
      <span className="copy-status" role="status">
        {outcome.kind === 'copied' && <span key={outcome.times}>{localized(editorMessages).copied}</span>}
      </span>
      {outcome.kind === 'by-hand' && <TextToSelect text={text} label={label} />}
    </span>
  )
}

function TextToSelect({ text, label }: { text: string; label: string }) {
  const id = useId()
  return (
    <span className="copy-by-hand">
      <label htmlFor={id}>
        {localized(editorMessages).copyByHand}
        <span className="visually-hidden"> ({label})</span>
      </label>
      <textarea id={id} ref={selectAll} readOnly rows={4} value={text} translate="no" dir="ltr" spellCheck={false} />
    </span>
  )
}

function selectAll(area: HTMLTextAreaElement | null) {
  area?.focus()
  area?.select()
}

/** False when neither the clipboard nor the old command may be used, as in some embedded pages. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** A cross-origin frame without `allow="clipboard-write"` may not use the clipboard, but may still use this. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  // Everything outside an open modal dialog is inert and cannot be selected.
  const host = focused?.closest('dialog') ?? document.body
  host.append(area)
  area.select()
  const isCopied = commandCopied()
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}

function commandCopied(): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}

type DownloadButtonProps = FileToSave & { label: string; variant?: ButtonVariant; onDownload?: (() => void) | undefined }

export function DownloadButton({ label, variant = 'secondary', onDownload, ...file }: DownloadButtonProps) {
  function download() {
    onDownload?.()
    saveFile(file)
  }
  return (
    <Button variant={variant} onClick={download}>
      <Icon name="download" />
      <span>{label}</span>
    </Button>
  )
}

type ButtonLinkProps = ComponentProps<'a'> & { variant?: ButtonVariant | undefined; href: string; isExternal?: boolean | undefined }

export function ButtonLink({ variant = 'secondary', isExternal = false, className, children, ...rest }: ButtonLinkProps) {
  const target = isExternal ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <a {...rest} {...target} className={buttonClass(variant, className)}>
      {isExternal ? <ExternalContent>{children}</ExternalContent> : children}
    </a>
  )
}

function ExternalContent({ children }: { children: ReactNode }) {
  return (
    <>
      <span>{children}</span>
      <Icon name="outward" />
      <span className="visually-hidden"> {localized(editorMessages).newTab}</span>
    </>
  )
}

type FileToSave = { readonly text: string; readonly filename: string; readonly mediaType: string }

export function saveFile({ text, filename, mediaType }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
  // The download has taken the address by then; released at once, it is lost in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
