import { useRef } from 'react'
import { localized } from '#i18n/language.ts'
import { ErrorSummary } from '#ui/controls/error-summary.tsx'
import type { AccountError } from './account-form.ts'
import { accountMessages } from './account-messages.ts'

/** Takes the focus once for each attempt, not again when a corrected field is wrong once more. */
export function Errors({ errors }: { errors: readonly AccountError[] }) {
  const hasTakenFocus = useRef(false)
  if (errors.length === 0) return null
  const summarised = errors.map(({ field, message }) => ({ fieldId: field ?? 'continue', message }))
  function takeFocus(element: HTMLElement | null): void {
    if (element === null || hasTakenFocus.current) return
    hasTakenFocus.current = true
    element.focus()
  }
  return <ErrorSummary title={localized(accountMessages).problem} errors={summarised} ref={takeFocus} />
}
