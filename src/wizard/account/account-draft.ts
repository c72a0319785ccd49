import * as z from 'zod/mini'
import { ConnectionRequest } from '#core/connection.ts'
import type { RandomBytes } from '#core/external-id.ts'
import type { Vendor } from '#core/vendor.ts'
import { readStored, store } from '../browser-storage.ts'
import { AccountForm, emptyAccountForm, fittedAccountForm } from './account-form.ts'

const Made = z.object({ connectionId: z.string(), request: ConnectionRequest })

/** What this tab typed, and the connection that came of it: Continue without a change leads to that one again. */
export const AccountDraft = z.object({ form: AccountForm, made: z.nullable(Made) })
export type AccountDraft = z.infer<typeof AccountDraft>

const key = 'rolebridge.account'

/** Of this tab, for where the browser refuses to store. */
let inMemory: AccountDraft | null = null

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** What this tab has typed so far; the first call proposes an external ID that stays. */
export function accountDraft(vendor: Vendor): AccountDraft {
  const fresh = emptyAccountForm(vendor, randomBytes)
  const kept = inMemory ?? readStored('session', key, AccountDraft)
  return keepAccountDraft(kept === null ? { form: fresh, made: null } : { ...kept, form: fittedAccountForm(kept.form, fresh, vendor) })
}

export function keepAccountDraft(draft: AccountDraft): AccountDraft {
  inMemory = draft
  store('session', key, draft)
  return draft
}

export function keepAccountForm(form: AccountForm): void {
  keepAccountDraft({ form, made: inMemory?.made ?? null })
}

export function keepMadeConnection(connectionId: string, request: ConnectionRequest): void {
  if (inMemory !== null) keepAccountDraft({ ...inMemory, made: { connectionId, request: ConnectionRequest.parse(request) } })
}

/** For another account: nothing typed, a new external ID. */
export function startAccountDraftAnew(vendor: Vendor): void {
  keepAccountDraft({ form: emptyAccountForm(vendor, randomBytes), made: null })
}
