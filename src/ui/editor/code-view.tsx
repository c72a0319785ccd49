import { type ComponentProps, Fragment, type ReactNode, useEffect, useMemo, useState } from 'react'
import { type CodePiece, type CodeToken, codePieces } from './code-pieces.ts'
import './code-view.css'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import type { CodeLanguage } from './code-languages.ts'

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

type Highlight = (text: string, language: CodeLanguage) => readonly CodeToken[]

const highlightModule = lazyModule(() => import('./highlight.ts'))

/** Plain text until the grammars have arrived, and for good if they cannot be fetched. */
function useHighlight(): Highlight {
  const loaded = highlightModule.useLoaded()
  // The outside system is the network.
  useEffect(() => void highlightModule.request(), [])
  return loaded.kind === 'ready' ? loaded.module.highlight : asPlain
}

function asPlain(text: string): readonly CodeToken[] {
  return [{ role: 'plain', text }]
}

/** A name from AWS, never translated. An ARN breaks after a slash or a colon, where it can. */
export function Code({ text }: { text: string }) {
  const [first = '', ...others] = text.split(/(?<=[/:])/)
  return (
    <code translate="no" dir="ltr">
      {first}
      {others.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no state and no other identity.
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </code>
  )
}

type CopyableCodeProps = ComponentProps<typeof CodeView> & {
  readonly copyLabel: string
  readonly onCopy?: (() => void) | undefined
  readonly children?: ReactNode
}

/** `children` go next to the copy button. */
export function CopyableCode({ copyLabel, onCopy, children, ...code }: CopyableCodeProps) {
  return (
    <>
      <CodeView {...code} />
      <div className="row">
        <CopyButton text={code.text} label={copyLabel} onCopy={onCopy} />
        {children}
      </div>
    </>
  )
}
