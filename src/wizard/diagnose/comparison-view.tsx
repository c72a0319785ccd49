import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { LineDiffView } from '#ui/diff/line-diff-view.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { diagnoseMessages } from './diagnose-messages.ts'
import type { Comparison } from './diagnosis-session.ts'

/** The policy as it was pasted, line by line beside what it must be. */
export function ComparisonView({ comparison: { part, current, corrected } }: { readonly comparison: Comparison }) {
  const words = localized(diagnoseMessages)
  const copy = words.copyCorrected[part]
  const title = words.comparison[part]
  return (
    <section className="stack">
      <div className="row">
        <h3>{current === null ? words.corrected[part] : title}</h3>
        {current !== null && <span className="hint">{words.legend}</span>}
      </div>
      {current === null ? (
        <CodeView label={words.corrected[part]} text={corrected} language="json" maxHeight="26rem" />
      ) : (
        <LineDiffView label={title} before={current} after={corrected} words={words} />
      )}
      <div className="row">
        <CopyButton text={corrected} label={copy} look="primary" />
      </div>
    </section>
  )
}
