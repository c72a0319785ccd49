import type { RefusedLine } from '#core/connection/accounts/account-list.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import type { ServerRefusal } from './list-submission.ts'
import { manyMessages } from './many-messages.ts'

/** The rest appear as the first ones are fixed. */
const shownAtMost = 50

function reason({ code, suggestion, firstLine }: RefusedLine): string {
  const words = localized(manyMessages).list
  const more = [suggestion === null ? '' : words.suggestion(suggestion), firstLine === null ? '' : words.firstLine(firstLine)]
  return [refusalMessage(code, currentLanguage().code), ...more].filter((text) => text !== '').join(' ')
}

export function RefusedLines({ refused }: { refused: readonly RefusedLine[] }) {
  const words = localized(manyMessages).list
  return (
    <Lines
      title={words.refusedTitle}
      hint={words.refusedHint}
      lines={refused.map((line) => ({ line: line.line, text: line.text, message: reason(line) }))}
    />
  )
}

/** Errors from the server. The list may have changed since, so lines are named by their text. */
export function ServerRefusals({ refused }: { refused: readonly ServerRefusal[] }) {
  return <Lines title={localized(manyMessages).list.server} lines={refused} />
}

type LinesProps = { readonly title: string; readonly hint?: string; readonly lines: readonly ServerRefusal[] }

function Lines({ title, hint, lines }: LinesProps) {
  const words = localized(manyMessages).list
  if (lines.length === 0) return null
  return (
    <section className="stack refused-lines" aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <ul>
        {lines.slice(0, shownAtMost).map(({ line, text, message }) => (
          <li key={line}>
            <b>{words.line(line)}</b>{' '}
            <code translate="no" dir="ltr">
              {text.trim()}
            </code>
            <br />
            <span key={message}>{message}</span>
          </li>
        ))}
      </ul>
      {lines.length > shownAtMost && <p className="hint">{words.more(lines.length - shownAtMost)}</p>}
    </section>
  )
}
