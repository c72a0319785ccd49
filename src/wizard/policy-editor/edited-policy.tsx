import { useMemo } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { useActionKnowledge } from '#wizard/app/action-data.ts'
import { PolicyDifference } from './policy-difference.tsx'
import type { PolicyEditorDialogProps } from './policy-editor-dialog.tsx'
import { policyEditorMessages } from './policy-editor-messages.ts'
import './policy-editor.css'
import { policyAnalysis } from './policy-analysis.ts'

type EditedPolicyProps = Pick<PolicyEditorDialogProps, 'vendor' | 'asked' | 'text' | 'context'> & { readonly onReset: () => void }

/** That the policy is not the vendor's any more, what differs, and the way back. */
export function EditedPolicy({ vendor, asked, text, context, onReset }: EditedPolicyProps) {
  const words = localized(policyEditorMessages)
  const knowledge = useActionKnowledge()
  const { partition, customerAccountId } = context
  const { findings, meaning } = useMemo(
    () => policyAnalysis(text, asked, { partition, customerAccountId, knowledge }),
    [text, asked, partition, customerAccountId, knowledge],
  )
  const [first] = findings
  return (
    <Callout tone="note" title={words.edited}>
      <div className="stack policy-analysis">
        <p>{words.editedMeaning}</p>
        {first !== undefined && (
          <p>
            <b key={findings.length}>{words.findings.count(findings.length)}</b>
            {first.range !== undefined && <span>. {words.brokenAt(first.range.start.line, first.range.start.column, first.message)}</span>}
          </p>
        )}
        {meaning === null ? <p>{words.broken}</p> : <PolicyDifference vendor={vendor} difference={meaning.difference} />}
        <div className="row">
          <Button className="small" onClick={onReset}>
            {words.reset(vendor.name)}
          </Button>
        </div>
      </div>
    </Callout>
  )
}
