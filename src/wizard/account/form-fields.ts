import type { UseFormReturn } from 'react-hook-form'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { keepAccountDraft } from './account-draft.ts'
import type { AccountField, AccountForm } from './account-form.ts'

/** The fields of a screen share these. */
export type AccountFieldsProps = {
  readonly vendor: ServedVendor
  readonly form: UseFormReturn<AccountForm>
  /** The content of the form, for the parts of the screen that show it elsewhere. */
  readonly typed: AccountForm
  readonly errorOf: (field: string) => string | undefined
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** By field name, until the field is mounted. */
const early = new Map<string, string | boolean>()

/** Null for an untouched control. */
function broughtAlong(control: Control): string | boolean | null {
  if (control instanceof HTMLSelectElement) return control.selectedIndex > 0 ? control.value : null
  if (control.type === 'checkbox') return control instanceof HTMLInputElement && control.checked ? true : null
  return control.value === control.defaultValue ? null : control.value
}

/** Keeps the text that was typed before the script was there: hydration may replace the controls. */
export function keepInputBeforeHydration(screen: Element): void {
  for (const control of [...screen.querySelectorAll('[name]')].filter(isControl)) {
    const brought = broughtAlong(control)
    if (brought !== null) early.set(control.name, brought)
  }
}

const seen = new WeakSet<Control>()

/** Text that a control had before the script was there; read once, since the form fills it in later. */
function earlyInput(control: Control): string | boolean | null {
  if (seen.has(control)) return null
  seen.add(control)
  const input = broughtAlong(control) ?? early.get(control.name) ?? null
  early.delete(control.name)
  return input
}

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
