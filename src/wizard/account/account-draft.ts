import type { UseFormReturn } from 'react-hook-form'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { createListeners } from '#ui/browser/store.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { type AccountField, AccountForm, emptyAccountForm, fittedAccountForm, prefilledAccountForm } from './account-form.ts'

/** Wizards on one page, and accounts, have separate drafts. */
const key = ['rolebridge.account', pageOptions.slot, pageOptions.accountId].filter(Boolean).join('.')

/** Used when the browser blocks storage. */
let inMemory: AccountForm | null = null
/** The draft before anything was typed; null where it was kept from an earlier visit. */
let untouched: AccountForm | null = null
const replacements = createListeners<[AccountForm]>()

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** The draft of this tab. The first call proposes an external ID, which then stays the same. */
export function accountDraft(vendor: Vendor): AccountForm {
  const fresh = emptyAccountForm(vendor, randomBytes)
  const kept = inMemory ?? readStored('session', key, AccountForm)
  if (kept !== null) return keepAccountDraft(fittedAccountForm(kept, fresh, vendor))
  untouched = prefilledAccountForm(fresh, pageOptions, vendor)
  return keepAccountDraft(untouched)
}

export const untouchedDraft = (): AccountForm | null => untouched

export function keepAccountDraft(form: AccountForm): AccountForm {
  inMemory = form
  store('session', key, form)
  return form
}

/** Starts an empty draft with a new external ID. */
export function restartAccountDraft(vendor: Vendor): void {
  untouched = keepAccountDraft(emptyAccountForm(vendor, randomBytes))
}

/** Also in a form that is on the page already. */
export function replaceAccountDraft(form: AccountForm): void {
  keepAccountDraft(form)
  replacements.call(form)
}

export const whenDraftIsReplaced = replacements.add

/** The fields of a screen share these. */
export type AccountFieldsProps = {
  readonly vendor: ServedVendor
  readonly form: UseFormReturn<AccountForm>
  /** The content of the form, for the parts of the screen that show it elsewhere. */
  readonly typed: AccountForm
  readonly errorOf: (field: string) => string | undefined
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

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
  for (const control of screen.querySelectorAll<Control>('input[name], textarea[name], select[name]')) {
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
    ref: (control: Control | null) => {
      takeEarlyInput(form, name, control)
      ref(control)
    },
  }
}

export function takeEarlyInput(form: UseFormReturn<AccountForm>, name: AccountField, control: Control | null): void {
  const input = control === null ? null : earlyInput(control)
  if (input === null || form.getValues(name) === input) return
  form.setValue(name, input)
  keepAccountDraft(form.getValues())
}
