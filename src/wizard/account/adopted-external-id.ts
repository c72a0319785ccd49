import type { UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import { proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { pageOptions } from '#wizard/app/page-options.ts'
import { keepAccountDraft, randomBytes, untouchedDraft } from './account-draft.ts'
import type { AccountForm } from './account-form.ts'

/** The part of the form that reads and writes its values. */
export type FormValues = Pick<UseFormReturn<AccountForm>, 'getValues' | 'setValue'>

const ClaimedId = z.object({ accountId: z.string(), partition: z.string(), externalId: z.string() })
type ClaimedId = z.infer<typeof ClaimedId>

/**
 * External IDs of this tab. Every ID that isn't in `proposed` is the customer's: typed, or from a launch token or a link. `replacement` is
 * the last one that was proposed because the ID in the form was claimed for another account.
 */
const Known = z.object({ claimed: z.array(ClaimedId), proposed: z.array(z.string()), replacement: z.nullable(z.string()) })

const key = ['rolebridge.external-ids', pageOptions.slot].filter(Boolean).join('.')

let known: z.infer<typeof Known> = readStored('session', key, Known) ?? { claimed: [], proposed: [], replacement: null }

function know(change: Partial<z.infer<typeof Known>>): void {
  known = { ...known, ...change }
  store('session', key, known)
}

function keepProposed(externalId: string): void {
  if (externalId !== '' && !known.proposed.includes(externalId)) know({ proposed: [...known.proposed, externalId] })
}

/** The first paint makes the ID of a new draft, without this module. */
const keepProposedOfDraft = (): void => keepProposed(untouchedDraft()?.externalId ?? '')

keepProposedOfDraft()

export function proposeExternalId(random: RandomBytes = randomBytes): string {
  const externalId = proposedExternalId(random)
  keepProposed(externalId)
  return externalId
}

/** Only these may be replaced. */
export function isProposed(externalId: string): boolean {
  keepProposedOfDraft()
  return known.proposed.includes(externalId)
}

/** Null while there is no complete account ID. */
function accountOf(form: AccountForm): Pick<ClaimedId, 'accountId' | 'partition'> | null {
  const account = readAccountId(form.accountId)
  const region = readRegion(form.region)
  return account.kind === 'account' && region.kind === 'region' ? { accountId: account.accountId, partition: region.partition } : null
}

const claimsFor = ({ accountId, partition }: Pick<ClaimedId, 'accountId' | 'partition'>): readonly ClaimedId[] =>
  known.claimed.filter((claim) => claim.accountId === accountId && claim.partition === partition)

/**
 * The external ID for the account in the form. A proposed one that was claimed for another account can't be claimed again, so a new one
 * takes its place; the account that it was claimed for gets it back, which leads to the same connection.
 */
export function externalIdFor(form: AccountForm, random: RandomBytes): string {
  const account = accountOf(form)
  if (account === null || !isProposed(form.externalId)) return form.externalId
  const own = claimsFor(account)
  const isClaimed = known.claimed.some(({ externalId }) => externalId === form.externalId)
  const isClaimedElsewhere = isClaimed && !own.some(({ externalId }) => externalId === form.externalId)
  if (!isClaimedElsewhere && form.externalId !== known.replacement) return form.externalId
  const last = own.at(-1)
  if (last !== undefined || !isClaimedElsewhere) return last?.externalId ?? form.externalId
  const replacement = proposeExternalId(random)
  know({ replacement })
  return replacement
}

/** After each change of the form. `field` is the one that was typed in. */
export function adoptExternalId(form: FormValues, vendor: Vendor, field: string | null): void {
  if (vendor.externalId.mode !== 'chosen' || field === 'externalId') return
  replaceExternalId(form, externalIdFor(form.getValues(), randomBytes))
}

export function replaceExternalId(form: FormValues, externalId: string): void {
  if (externalId === form.getValues('externalId')) return
  form.setValue('externalId', externalId)
  keepAccountDraft(form.getValues())
}

/** Called when the server has claimed the external ID of the form. */
export function keepClaim(form: AccountForm): void {
  const account = accountOf(form)
  if (account !== null) know({ claimed: [...known.claimed, { ...account, externalId: form.externalId }] })
}

/** Called when the connection has another external ID than the form, because of a rotation: one that the server made. */
export function keepReplacement(form: AccountForm, externalId: string): void {
  keepProposed(externalId)
  keepClaim({ ...form, externalId })
}
