import type { Finding } from '#core/policy/form/rule.ts'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import '#wizard/app/severity.css'
import { localized } from '#i18n/language.ts'
import { severityMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import { diagnoseMessages } from './diagnose-messages.ts'

/** More remarks than this hide each other. */
const mostShown = 6

/** The same message in several places is one remark. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((finding) => [`${finding.rule} ${finding.message}`, finding])).values()].toReversed()
}

type RemarksProps = { readonly title: string; readonly text: string; readonly findings: readonly Finding[] }

/** Further findings of the linter, each with its line. */
export function Remarks({ title, text, findings }: RemarksProps) {
  const lines = text.split('\n')
  const shown = distinct(findings).slice(0, mostShown)
  return (
    <section>
      <h3>{title}</h3>
      <ul className="doctor-remarks">
        {shown.map((finding) => (
          <Remark key={`${finding.rule} ${finding.message}`} finding={finding} lines={lines} />
        ))}
      </ul>
      {findings.length > shown.length && <p className="hint">{localized(diagnoseMessages).more(findings.length - shown.length)}</p>}
    </section>
  )
}

const longestExcerpt = 90

/** A policy pasted as one long line is cut to the part at fault. */
function excerpt(line: string, column: number): string {
  if (line.trim().length <= longestExcerpt) return line.trim()
  const start = Math.max(0, column - 1 - longestExcerpt / 3)
  const part = line.slice(start, start + longestExcerpt)
  return `${start > 0 ? '…' : ''}${part.trim()}${start + longestExcerpt < line.length ? '…' : ''}`
}

function Remark({ finding: { rule, severity, message, range }, lines }: { finding: Finding; lines: readonly string[] }) {
  return (
    <li>
      <b className={`severity ${severity}`}>{localized(severityMessages)[severity]}</b> <span>{message}</span> <ExplainedLink code={rule} />
      {range !== undefined && (
        <span className="doctor-line">
          <span>{localized(diagnoseMessages).line(range.start.line)}</span>{' '}
          <code translate="no" dir="ltr">
            {excerpt(lines[range.start.line - 1] ?? '', range.start.column)}
          </code>
        </span>
      )}
    </li>
  )
}
