import type { UseFormReturn } from 'react-hook-form'
import type { Vendor } from '#core/connection/vendor.ts'
import { navigateStep } from '#ui/browser/step-transition.ts'
import { attempt } from './account-attempt.ts'
import type { AccountForm } from './account-form.ts'
import { AccountIdNote, listAccounts } from './account-id-note.tsx'
import { remainingErrors } from './account-rules.ts'
import { adoptExternalId } from './adopted-external-id.ts'
import { adoptRegion } from './adopted-region.ts'
import { Errors } from './errors.tsx'
import { ValueNote } from './field-notes.tsx'
import { leftErrors, leftFields, pointerIsUp } from './left-fields.ts'
import { OpenSetting } from './open-setting.tsx'
import { PolicyConfirmation } from './policy-confirmation.tsx'
import { confirmPolicy } from './policy-question.ts'
import { ValueList } from './value-list.tsx'
import { valuesEntry } from './values-entry.ts'

/** Changes of other fields that follow from a change of one. The external ID depends on the partition, so on the Region. */
function adopt(form: UseFormReturn<AccountForm>, vendor: Vendor, field: string, text: string): void {
  adoptRegion(form, vendor, field, text)
  adoptExternalId(form, vendor, field)
}

/** Reads, checks, and sends the form. The first paint doesn't need it. */
export const accountContinue = {
  attempt,
  remainingErrors,
  leftErrors,
  leftFields,
  pointerIsUp,
  adopt,
  listAccounts,
  AccountIdNote,
  Errors,
  OpenSetting,
  PolicyConfirmation,
  confirmPolicy,
  valuesEntry,
  ValueList,
  ValueNote,
  navigateStep,
}
