import { navigateStep } from '#ui/browser/step-transition.ts'
import { attempt } from './account-attempt.ts'
import { AccountIdNote, listAccounts } from './account-id-note.tsx'
import { remainingErrors } from './account-rules.ts'
import { adopt } from './adopted-values.ts'
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
