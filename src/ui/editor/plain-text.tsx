import { useEffect, useEffectEvent, useRef } from 'react'
import { type CodeOrder, type CodePlace, takeOrder } from './code-assistance.ts'
import type { CodeLanguage } from './code-languages.ts'
import { CodeView } from './code-view.tsx'

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
export function PlainText({ title, text, language, isReadOnly, hintId, order, onChange }: PlainTextProps) {
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
