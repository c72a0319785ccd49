import { useMemo } from 'react'
import { type DiffLine, lineDiff } from './line-diff.ts'
import './line-diff-view.css'

type LineDiffViewProps = {
  readonly label: string
  readonly before: string
  readonly after: string
  readonly words: { readonly removed: string; readonly added: string }
}

const signs = { same: '\u00a0', removed: '−', added: '+' } as const satisfies Record<DiffLine['kind'], string>

/** Long lines go on in the next one, so that nothing is out of sight. The sign and a hidden word say what the colour says. */
export function LineDiffView({ label, before, after, words }: LineDiffViewProps) {
  const lines = useMemo(() => lineDiff(before, after), [before, after])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark by its name, as every code on the page.
    <div className="line-diff" role="region" aria-label={label} translate="no" dir="ltr">
      <ol>
        {lines.map((line) => (
          <li key={`${line.before} ${line.after}`} className={`diff-${line.kind}`}>
            <span className="diff-number" aria-hidden="true">
              {line.before ?? line.after}
            </span>
            <span className="diff-sign" aria-hidden="true">
              {signs[line.kind]}
            </span>
            {line.kind !== 'same' && <span className="visually-hidden">{words[line.kind]}: </span>}
            <LineText line={line} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function LineText({ line: { text, part } }: { line: DiffLine }) {
  if (part === null) return <code>{text === '' ? '\u200b' : text}</code>
  return (
    <code>
      {text.slice(0, part.start)}
      {part.start < part.end && <b>{text.slice(part.start, part.end)}</b>}
      {text.slice(part.end)}
    </code>
  )
}
