import type { UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import { proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { keepAccountDraft, randomBytes } from './account-draft.ts'
import type { AccountForm } from './account-form.ts'

const IdOfAccount = z.object({ accountId: z.string(), partition: z.string(), externalId: z.string() })
type IdOfAccount = z.infer<typeof IdOfAccount>

/** External IDs of this tab: those that were claimed, and the last ones that were typed and proposed. */
const Known = z.object({ claimed: z.array(IdOfAccount), typed: z.string(), proposed: z.string() })

const key = ['rolebridge.external-ids', pageOptions.slot].filter(Boolean).join('.')

let known: z.infer<typeof Known> = readStored('session', key, Known) ?? { claimed: [], typed: '', proposed: '' }

function know(change: Partial<z.infer<typeof Known>>): void {
  known = { ...known, ...change }
  store('session', key, known)
}

/** Null while there is no complete account ID. */
function accountOf(form: AccountForm): Omit<IdOfAccount, 'externalId'> | null {
  const account = readAccountId(form.accountId)
  const region = readRegion(form.region)
  return account.kind === 'account' && region.kind === 'region' ? { accountId: account.accountId, partition: region.partition } : null
}

/**
 * The external ID for the account in the form. One that was claimed for another account can't be claimed again, so a new one takes its
 * place; the account that it was claimed for gets it back, which leads to the same connection.
 */
export function externalIdFor(form: AccountForm, randomBytes: RandomBytes): string {
  const account = accountOf(form)
  if (account === null) return form.externalId
  const isHere = (id: IdOfAccount) => id.accountId === account.accountId && id.partition === account.partition
  const isClaimedElsewhere = known.claimed.some((id) => id.externalId === form.externalId && !isHere(id))
  if (!isClaimedElsewhere && form.externalId !== known.proposed) return form.externalId
  const own = known.claimed.findLast(isHere)?.externalId
  if (own !== undefined || !isClaimedElsewhere) return own ?? form.externalId
  const proposed = proposedExternalId(randomBytes)
  know({ proposed })
  return proposed
}

/** After each change of the form. `field` is the one that was typed in. */
export function adoptExternalId(form: UseFormReturn<AccountForm>, vendor: Vendor, field: string | null): void {
  if (vendor.externalId.mode !== 'chosen') return
  if (field === 'externalId') know({ typed: form.getValues('externalId') })
  else replaceExternalId(form, externalIdFor(form.getValues(), randomBytes))
}

export function replaceExternalId(form: UseFormReturn<AccountForm>, externalId: string): void {
  if (externalId === form.getValues('externalId')) return
  form.setValue('externalId', externalId)
  keepAccountDraft(form.getValues())
}

export const isTyped = (externalId: string): boolean => externalId === known.typed

/** Called when the server has claimed the external ID of the form. */
export function keepClaim(form: AccountForm): void {
  const account = accountOf(form)
  if (account !== null) know({ claimed: [...known.claimed, { ...account, externalId: form.externalId }] })
}
