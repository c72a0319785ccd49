import { useId, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { manyMessages } from './many-messages.ts'

/** Excel's "Unicode text" is UTF-16; everything else says UTF-8 or is taken for it. https://encoding.spec.whatwg.org/#bom-sniff */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Puts the text of a file where a list is pasted; it never leaves the page as a file. */
export function ListFile({ onText }: { onText: (text: string) => void }) {
  const words = localized(manyMessages).list
  const id = useId()
  const [isUnreadable, setUnreadable] = useState(false)

  async function take(file: File): Promise<void> {
    try {
      onText(await textOf(file))
      setUnreadable(false)
    } catch {
      setUnreadable(true)
    }
  }

  return (
    <div className="list-file">
      <label htmlFor={id}>{words.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) void take(file)
          // The same file may be chosen again after it was changed.
          event.target.value = ''
        }}
      />
      {isUnreadable && (
        <p className="list-file-failed" role="alert">
          {words.unreadableFile}
        </p>
      )}
    </div>
  )
}
