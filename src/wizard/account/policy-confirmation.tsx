import { useId, useRef } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { policyEditorMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import type { PolicyQuestion } from './policy-question.ts'
import './policy-confirmation.css'

type PolicyConfirmationProps = {
  readonly vendor: Vendor
  readonly question: PolicyQuestion
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asked once for each text. */
export function PolicyConfirmation({ vendor, question, onConfirm, onCancel }: PolicyConfirmationProps) {
  const words = localized(policyEditorMessages).confirmation
  const id = useId()
  const opened = useRef<HTMLDialogElement>(null)

  function open(dialog: HTMLDialogElement | null): void {
    opened.current = dialog
    if (dialog !== null && !dialog.open) dialog.showModal()
  }

  /** Back to the policy: its issues are next to the button. Nothing outside takes the focus before the dialog is closed. */
  function cancel(): void {
    opened.current?.close()
    onCancel()
    const edit = document.getElementById('permissionsPolicy')
    edit?.scrollIntoView({ block: 'center' })
    edit?.focus()
  }

  return (
    <dialog
      className="policy-confirmation"
      ref={open}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        cancel()
      }}
    >
      <h2 id={id}>{words.question(vendor.name, question.added, question.broken)}</h2>
      <div className="row">
        <Button variant="primary" onClick={onConfirm}>
          {words.confirm}
        </Button>
        <Button onClick={cancel}>{words.cancel}</Button>
      </div>
    </dialog>
  )
}
