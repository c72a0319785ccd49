import { type ComponentProps, useRef } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { ErrorSummary, SelectField } from '#ui/controls/fields.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
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

type SubmitButtonProps = { readonly label: string; readonly isPending: boolean; readonly onPress: () => void }

/** Listens to the click, since a sandboxed frame without allow-forms sends no submit event; Enter in a field clicks it too. */
export function SubmitButton({ label, isPending, onPress }: SubmitButtonProps) {
  return (
    <div className="row">
      <Button
        id="continue"
        type="submit"
        variant="primary"
        busy={isPending}
        onClick={(event) => {
          event.preventDefault()
          onPress()
        }}
      >
        <span key={label}>{label}</span>
      </Button>
    </div>
  )
}

type RegionFieldProps = Omit<ComponentProps<typeof SelectField>, 'id' | 'options'> & { vendor: Vendor }

/** Hidden when the vendor offers only one Region. */
export function RegionField({ vendor, ...field }: RegionFieldProps) {
  const regions = offeredRegions(vendor)
  if (regions.length < 2) return null
  return (
    <SelectField
      {...field}
      id="region"
      options={regions.map(({ region, partition }) => ({
        value: region,
        label: region,
        group: localized(shellMessages).partitions[partition],
      }))}
    />
  )
}
