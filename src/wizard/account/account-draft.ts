import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { createListeners } from '#ui/browser/store.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { AccountForm, emptyAccountForm, fittedAccountForm, prefilledAccountForm } from './account-form.ts'

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
