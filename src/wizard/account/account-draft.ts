import type { RandomBytes } from '#core/external-id.ts'
import type { Vendor } from '#core/vendor.ts'
import { readStored, store } from '../browser-storage.ts'
import { pageOptions } from '../page-options.ts'
import { AccountForm, emptyAccountForm, fittedAccountForm, prefilledAccountForm } from './account-form.ts'

/** What was typed in another wizard of the same page, or for another account, is no draft of this one. */
const key = ['rolebridge.account', pageOptions.slot, pageOptions.accountId].filter(Boolean).join('.')

/** Of this tab, for where the browser refuses to store. */
let inMemory: AccountForm | null = null

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** What this tab has typed so far; the first call proposes an external ID that stays. */
export function accountDraft(vendor: Vendor): AccountForm {
  const fresh = emptyAccountForm(vendor, randomBytes)
  const kept = inMemory ?? readStored('session', key, AccountForm)
  const form = kept === null ? prefilledAccountForm(fresh, pageOptions, vendor) : fittedAccountForm(kept, fresh, vendor)
  return keepAccountDraft(form)
}

export function keepAccountDraft(form: AccountForm): AccountForm {
  inMemory = form
  store('session', key, form)
  return form
}

/** For another account: nothing typed, a new external ID. */
export function startAccountDraftAnew(vendor: Vendor): void {
  keepAccountDraft(emptyAccountForm(vendor, randomBytes))
}
