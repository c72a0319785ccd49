import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import type { PermissionsContext } from '#core/rules/permissions/permissions-rule.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import type { CodeOrder } from '#ui/editor/code-assistance.ts'
import { CodeEditorDialog, prefetchAssistedEditor } from '#ui/editor/code-editor-dialog.tsx'
import { learnServicesOf, useActionKnowledge } from '#wizard/app/action-data.ts'
import { policyAssistance } from './policy-assistance.ts'
import { PolicyDifference } from './policy-difference.tsx'
import { policyEditorMessages } from './policy-editor-messages.ts'
import './policy-editor.css'
import type { StatementWords } from '#core/policy/statement-words.ts'
import { policyAnalysis } from './policy-analysis.ts'
import { PolicyFindings } from './policy-findings.tsx'

export type PolicyEditorDialogProps = {
  readonly vendor: Vendor
  readonly asked: PolicyDocument
  /** The text at first. */
  readonly text: string
  readonly context: Pick<PermissionsContext, 'partition' | 'customerAccountId'>
  /** Called with every change, so that nothing is lost by closing; null: it is the vendor's again. */
  readonly onChange: (text: string | null) => void
  readonly onClose: () => void
}

/** Loads the editor and the IAM action data before the user opens it. */
export function preparePolicyEditor(text: string): void {
  prefetchAssistedEditor()
  void learnServicesOf(text)
}

export function PolicyEditorDialog({ vendor, asked, text: atFirst, context, onChange, onClose }: PolicyEditorDialogProps) {
  const words = localized(policyEditorMessages)
  const [text, setText] = useState(atFirst)
  const [order, setOrder] = useState<CodeOrder | null>(null)
  const deferredText = useDeferredValue(text)
  const knowledge = useActionKnowledge()
  const askedText = policyText(asked)
  const { partition, customerAccountId } = context
  const analysis = useMemo(
    () => policyAnalysis(deferredText, asked, { partition, customerAccountId, knowledge }),
    [deferredText, asked, partition, customerAccountId, knowledge],
  )
  const assistance = useMemo(() => policyAssistance(deferredText, analysis.findings), [deferredText, analysis])

  function write(next: string) {
    setText(next)
    onChange(next === askedText ? null : next)
    void learnServicesOf(next)
  }

  return (
    <CodeEditorDialog
      title={words.title}
      text={text}
      language="json"
      filename="permissions-policy.json"
      closeLabel={words.done}
      onChange={write}
      {...{ assistance, order, onClose }}
    >
      <div className="stack policy-analysis">
        <LiveRegion text={analysis.findings.length === 0 ? words.findings.none : words.findings.count(analysis.findings.length)} />
        <PolicyFindings findings={analysis.findings} onOrder={setOrder} />
        <PolicySize size={analysis.size} maximum={analysis.sizeMaximum} />
        {analysis.meaning === null ? (
          <p className="hint">{words.broken}</p>
        ) : (
          <>
            <PolicyMeaning vendor={vendor} statements={analysis.meaning.statements} />
            <PolicyDifference vendor={vendor} difference={analysis.meaning.difference} />
          </>
        )}
        <div className="row">
          <Button className="small" onClick={() => setOrder({ kind: 'replace', text: askedText })}>
            {words.reset(vendor.name)}
          </Button>
        </div>
      </div>
    </CodeEditorDialog>
  )
}

/** From here on one notices that it becomes tight. */
const nearlyFull = 0.9

function PolicySize({ size, maximum }: { readonly size: number; readonly maximum: number }) {
  const words = localized(policyEditorMessages).size
  const id = useId()
  const { locale } = currentLanguage()
  const isTooLong = size > maximum
  return (
    <section>
      <h3 id={id}>{words.title}</h3>
      <meter
        className="policy-size"
        aria-labelledby={id}
        min={0}
        max={maximum}
        high={maximum * nearlyFull}
        optimum={0}
        value={Math.min(size, maximum)}
      />
      <p className={isTooLong ? 'severity error' : 'hint'}>
        <span>{words.of(size.toLocaleString(locale), maximum.toLocaleString(locale))}</span>
        {isTooLong && <span> {words.tooLong}</span>}
      </p>
    </section>
  )
}

type PolicyMeaningProps = { readonly vendor: Vendor; readonly statements: readonly StatementWords[] }

function PolicyMeaning({ vendor, statements }: PolicyMeaningProps) {
  const words = localized(policyEditorMessages).meaning
  const numbered = statements.map((statement, at) => ({
    ...statement,
    title: words.statement(statement.name, at + 1),
    key: `${at} ${statement.name}`,
  }))
  return (
    <section>
      <h3>{words.title}</h3>
      {statements.length === 0 && <p>{words.empty}</p>}
      {numbered.map(({ key, title, effect, lines, not }) => (
        <div className="policy-statement" key={key}>
          <h4 translate="no">{title}</h4>
          {lines.length > 0 && (
            <>
              <p>{effect === 'Allow' ? words.lets(vendor.name) : words.forbids}</p>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          {not !== null && <p key={not}>{not}</p>}
        </div>
      ))}
    </section>
  )
}
