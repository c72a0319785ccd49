import { type DragEvent, useRef, useState } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { serverTime } from '#ui/browser/clock.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { receiptMessages } from './receipt-messages.ts'
import './receipt.css'
import { type Finding, findingOf, isExpired, receiptTitle } from './receipt-age.ts'
import { ReceiptFinding } from './receipt-finding.tsx'

type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'file-unreadable' }
  | { readonly kind: 'found'; readonly finding: Finding }

function announced(reading: Reading): string {
  const words = localized(receiptMessages)
  if (reading.kind === 'file-unreadable') return words.fileUnreadable
  if (reading.kind !== 'found') return ''
  const { finding } = reading
  if (finding.kind === 'no-keys') return words.noKeys
  if (finding.kind !== 'valid') return words.refused[finding.kind].title
  const { receipt } = finding
  const title = receiptTitle(receipt, isExpired(receipt, serverTime()))
  return receipt.simulated ? `${words.simulatedMark}. ${words.simulated}. ${title}` : title
}

/** Anybody may check a receipt here: no session, and nothing of the text leaves the browser. */
export function ReceiptScreen({ vendor }: { vendor: ServedVendor }) {
  const words = localized(receiptMessages)
  const { text, reading, check, checkFile } = useReading()
  return (
    <div className="stack single-column receipt-screen">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <LiveRegion text={announced(reading)} />
      <ScreenIntroduction screen="receipt" title={words.title} lead={words.lead(vendor.name)} />
      <ReceiptField text={text} isFileUnreadable={reading.kind === 'file-unreadable'} onText={check} onFile={checkFile} />
      {reading.kind === 'checking' && <Loading />}
      {reading.kind === 'found' && <ReceiptFinding finding={reading.finding} vendor={vendor} onRetry={() => check(text)} />}
    </div>
  )
}

function useReading() {
  const [text, setText] = useState('')
  const [reading, setReading] = useState<Reading>({ kind: 'nothing' })
  const latest = useRef('')

  async function checkText(next: string) {
    const finding = await findingOf(next)
    if (latest.current === next) setReading({ kind: 'found', finding })
  }

  function check(next: string) {
    latest.current = next
    setText(next)
    setReading({ kind: next.trim() === '' ? 'nothing' : 'checking' })
    if (next.trim() !== '') void checkText(next)
  }

  async function checkFile(file: File) {
    try {
      if (file.size > largestFile) setReading({ kind: 'file-unreadable' })
      else check(await file.text())
    } catch {
      setReading({ kind: 'file-unreadable' })
    }
  }

  return { text, reading, check, checkFile: (file: File) => void checkFile(file) }
}

/** Many times what a receipt takes. */
const largestFile = 1024 * 1024

type ReceiptFieldProps = {
  readonly text: string
  readonly isFileUnreadable: boolean
  readonly onText: (text: string) => void
  readonly onFile: (file: File) => void
}

function ReceiptField({ text, isFileUnreadable, onText, onFile }: ReceiptFieldProps) {
  const words = localized(receiptMessages)
  const input = useRef<HTMLInputElement>(null)

  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    onFile(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one more way; the button does the same.
    <div className="stack receipt-field" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <TextAreaField
        label={words.label}
        hint={words.hint}
        error={isFileUnreadable ? words.fileUnreadable : undefined}
        isMono
        rows={6}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept=".jws,.jwt,.txt,application/jose"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <Button onClick={() => input.current?.click()}>{words.choose}</Button>
    </div>
  )
}
