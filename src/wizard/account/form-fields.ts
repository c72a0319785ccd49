import type { UseFormReturn } from 'react-hook-form'
import { keepAccountDraft } from './account-draft.ts'
import type { AccountField, AccountForm } from './account-form.ts'
import { earlyInput } from './input-before-hydration.ts'

/**
 * A field of the form. The first screen can be typed into before its script is there, so a control may come with something in it: the
 * form takes that, where it would otherwise put its own value over it.
 */
export function registered(form: UseFormReturn<AccountForm>, name: AccountField) {
  const { ref, ...rest } = form.register(name)
  return {
    ...rest,
    ref: (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) => {
      const input = control === null ? null : earlyInput(control)
      if (input !== null && form.getValues(name) !== input) {
        form.setValue(name, input)
        keepAccountDraft(form.getValues())
      }
      ref(control)
    },
  }
}
