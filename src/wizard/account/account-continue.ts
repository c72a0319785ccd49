import { navigateStep } from '#ui/browser/step-transition.ts'
import { AccountIdNote, listAccounts } from './account-id-note.tsx'
import { attempt, remainingErrors } from './account-rules.ts'
import { adoptRegion } from './adopted-region.ts'
import { Errors } from './errors.tsx'
import { ValueNote } from './field-notes.tsx'
import { leftErrors, leftFields, pointerIsUp } from './left-fields.ts'
import { OpenSetting } from './open-setting.tsx'
import { PolicyConfirmation } from './policy-confirmation.tsx'
import { confirmPolicy } from './policy-question.ts'
import { ValueList } from './value-list.tsx'
import { valuesEntry } from './values-entry.ts'

/** Reads, checks, and sends the form. The first paint doesn't need it. */
export const accountContinue = {
  attempt,
  remainingErrors,
  leftErrors,
  leftFields,
  pointerIsUp,
  adoptRegion,
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
