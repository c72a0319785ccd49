import { localized } from '#i18n/language.ts'
import type { AccountShow } from '#wizard/app/routes.ts'
import { manyMessages } from './many-messages.ts'
import './progress-strip.css'

const parts = ['verified', 'failing', 'waiting'] as const

/** How far all accounts are, in one line. The numbers are text, and the bar shows the same. */
export function ProgressStrip({ counts }: { readonly counts: Readonly<Record<AccountShow, number>> }) {
  const { strip, lead } = localized(manyMessages).table
  return (
    <div className="progress-strip">
      <div className="progress-strip-bar" aria-hidden="true">
        {parts.map((part) => counts[part] > 0 && <span key={part} className={part} style={{ flexGrow: counts[part] }} />)}
      </div>
      <ul>
        {parts.map((part) => (
          <li key={part} className={part}>
            {strip[part](counts[part])}
          </li>
        ))}
      </ul>
      <p className="hint">{lead}</p>
    </div>
  )
}
