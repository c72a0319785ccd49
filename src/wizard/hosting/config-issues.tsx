import type { ConfigIssue } from '#core/connection/config-review.ts'
import { pathText } from '#core/connection/vendor-config/config-finding.ts'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import type { CodePlace } from '#ui/editor/code-assistance.ts'
import '#wizard/app/severity.css'
import { configMessages } from './config-messages.ts'

/** More would hide each other; the next ones appear as these are fixed. */
const mostShown = 8

type ConfigIssuesProps = { readonly issues: readonly ConfigIssue[]; readonly onReveal: (place: CodePlace) => void }

/** Findings of the config rules, and of the linter for what its policies would allow. The server says the same, in English. */
export function ConfigIssues({ issues, onReveal }: ConfigIssuesProps) {
  const words = localized(configMessages).issues
  const summary = issues.length === 0 ? words.none : words.count(issues.length)
  const shown = issues.slice(0, mostShown)
  return (
    <section className="stack" aria-label={words.title}>
      <p className={issues.length === 0 ? 'hosting-clean' : undefined}>
        {issues.length === 0 && <Icon name="check" />} <b>{summary}</b>
      </p>
      {shown.length > 0 && <IssueList issues={shown} onReveal={onReveal} />}
      {issues.length > shown.length && <p className="hint">{words.more(issues.length - shown.length)}</p>}
      <p className="hint">{words.note}</p>
      <LiveRegion text={summary} />
    </section>
  )
}

function IssueList({ issues, onReveal }: ConfigIssuesProps) {
  const words = localized(configMessages).issues
  return (
    <ul className="hosting-findings">
      {issues.map(({ severity, path, message, range, language }) => (
        <li key={`${path.join('.')} ${message}`}>
          <p>
            <b className={`severity ${severity}`}>{words[severity]}</b>{' '}
            {range !== undefined && (
              <Button variant="quiet" className="small" onClick={() => onReveal(range.start)}>
                {words.line(range.start.line)}
              </Button>
            )}
          </p>
          <p lang={language}>
            {path.length > 0 && (
              <>
                <code translate="no">{pathText(path)}</code>:{' '}
              </>
            )}
            {message}
          </p>
        </li>
      ))}
    </ul>
  )
}
