import { useMemo, useState } from 'react'
import { type CodePiece, codePieces } from './code-pieces.ts'
import './code-view.css'
import type { CodeLanguage } from './code-languages.ts'
import { useHighlight } from './use-highlight.ts'

type CodeViewProps = {
  label: string
  text: string
  language: CodeLanguage
  /** Stretches of the text to mark; those that come in later draw the eye for a moment. */
  marks?: readonly string[] | undefined
  maxHeight?: string | undefined
}

const noMarks: readonly string[] = []

export function CodeView({ label, text, language, marks = noMarks, maxHeight }: CodeViewProps) {
  const highlight = useHighlight()
  const [marksAtFirst] = useState(() => new Set(marks))
  const tokens = useMemo(() => highlight(text, language), [highlight, text, language])
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text is preformatted, and a landmark by its name.
    <pre
      className="code-view"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={label}
      translate="no"
      dir="ltr"
      style={maxHeight === undefined ? undefined : { maxBlockSize: maxHeight }}
    >
      <code>
        {codePieces(tokens, marks).map((piece) => (
          <Piece key={piece.key} piece={piece} isNew={piece.mark !== null && !marksAtFirst.has(piece.mark)} />
        ))}
      </code>
    </pre>
  )
}

function Piece({ piece, isNew }: { piece: CodePiece; isNew: boolean }) {
  const parts = piece.parts.map((part) => (
    <span key={part.at} className={part.role === 'plain' ? undefined : `code-${part.role}`}>
      {part.text}
    </span>
  ))
  return piece.mark === null ? parts : <mark className={isNew ? 'is-new' : undefined}>{parts}</mark>
}
