import { type ChangeEvent, type FocusEvent, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Vendor } from '#core/connection/vendor.ts'
import { keepAccountDraft } from './account-draft.ts'
import type { AccountError, AccountForm } from './account-form.ts'
import { useParts } from './account-parts.ts'

type Options = { readonly vendor: Vendor; readonly form: UseFormReturn<AccountForm>; readonly errors: readonly AccountError[] }

/** Reactions to typing in a field, and to leaving it. */
export function useFieldEvents({ vendor, form, errors }: Options) {
  const [left, setLeft] = useState<readonly string[]>([])
  const parts = useParts()

  function onChange({ target }: ChangeEvent<HTMLFormElement>): void {
    parts?.adopt(form, vendor, target.name, target['value'])
    keepAccountDraft(form.getValues())
  }

  async function onBlur({ target }: FocusEvent<HTMLFormElement>): Promise<void> {
    // An extension that fills in forms can set a value past React, which then tells of no change.
    keepAccountDraft(form.getValues())
    await parts?.pointerIsUp()
    if (parts !== null) setLeft((before) => parts.leftFields(before, target.name, form.getValues(), vendor))
  }

  const all = [...errors, ...(parts?.leftErrors(left, form.watch(), vendor) ?? [])]
  return {
    errorOf: (field: string) => all.find((error) => error.field === field)?.message,
    // Values are entered and removed by keys that change no text.
    events: {
      onChange,
      onKeyUp: () => void keepAccountDraft(form.getValues()),
      onBlur: (event: FocusEvent<HTMLFormElement>) => void onBlur(event),
    },
  }
}
