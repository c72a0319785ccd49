import { type MouseEvent, type Ref, useId } from 'react'
import './fields.css'

type FieldErrorLink = { fieldId: string; message: string }

type ErrorSummaryProps = { title: string; errors: readonly FieldErrorLink[]; ref?: Ref<HTMLDivElement> }

/** https://design-system.service.gov.uk/components/error-summary/ : focus it on submit, its links lead to the fields. */
export function ErrorSummary({ title, errors, ref }: ErrorSummaryProps) {
  const id = useId()
  return (
    <section className="error-summary" aria-labelledby={id} tabIndex={-1} ref={ref}>
      <h2 id={id}>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a href={`#${error.fieldId}`} onClick={(event) => focusField(event, error.fieldId)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address stays as it is: its fragment may say which screen is shown. */
function focusField(event: MouseEvent, fieldId: string) {
  event.preventDefault()
  const field = document.getElementById(fieldId)
  field?.closest('.field, .checkbox-field, fieldset')?.scrollIntoView({ block: 'nearest' })
  field?.focus()
}
