import { useRef } from 'react'
import type { Finding } from '#core/policy/form/rule.ts'
import { Button } from '#ui/controls/button.tsx'
import type { CodeOrder } from '#ui/editor/code-assistance.ts'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import '#wizard/app/severity.css'
import { localized } from '#i18n/language.ts'
import { firstSentence } from './policy-analysis.ts'
import { policyEditorMessages, severityMessages } from './policy-editor-messages.ts'

/** More would hide each other; the next ones appear as these are fixed. */
const mostShown = 12

type PolicyFindingsProps = { readonly findings: readonly Finding[]; readonly onOrder: (order: CodeOrder) => void }

/** The editor's markers as a list, for devices without the editor. */
export function PolicyFindings({ findings, onOrder }: PolicyFindingsProps) {
  const words = localized(policyEditorMessages).findings
  const shown = findings.slice(0, mostShown)
  const heading = useRef<HTMLHeadingElement>(null)

  /** The button goes with its remark, so the focus goes to where the next ones are. */
  function fix(text: string) {
    onOrder({ kind: 'replace', text })
    heading.current?.focus()
  }

  return (
    <section>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      {findings.length === 0 && <p className="hint">{words.none}</p>}
      <ul className="policy-findings">
        {shown.map((finding) => (
          <PolicyFinding
            key={`${finding.rule} ${finding.path.join('.')} ${finding.message}`}
            finding={finding}
            onOrder={onOrder}
            onFix={fix}
          />
        ))}
      </ul>
      {findings.length > shown.length && <p className="hint">{words.more(findings.length - shown.length)}</p>}
    </section>
  )
}

type PolicyFindingProps = Pick<PolicyFindingsProps, 'onOrder'> & { readonly finding: Finding; readonly onFix: (text: string) => void }

function PolicyFinding({ finding, onOrder, onFix }: PolicyFindingProps) {
  const words = localized(policyEditorMessages).findings
  const { rule, severity, message, range, fix } = finding
  return (
    <li>
      <p>
        <b className={`severity ${severity}`}>{localized(severityMessages)[severity]}</b> <span>{message}</span>
      </p>
      <div className="policy-finding-foot">
        {range === undefined ? (
          <span className="hint">{words.whole}</span>
        ) : (
          <Button variant="quiet" className="small" onClick={() => onOrder({ kind: 'reveal', place: range.start })}>
            <span>{words.place(range.start.line, range.start.column)}</span>
          </Button>
        )}
        <ExplainedLink code={rule} />
        {fix !== undefined && (
          <Button className="small" aria-label={words.fixName(firstSentence(message))} onClick={() => onFix(fix)}>
            {words.fix}
          </Button>
        )}
      </div>
    </li>
  )
}
