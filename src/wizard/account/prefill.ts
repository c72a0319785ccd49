import { Prefill } from '#core/connection/session.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { listOf } from '#core/policy/document.ts'
import { accountDraft, replaceAccountDraft, untouchedDraft } from './account-draft.ts'
import { type AccountForm, untouchedAccountForm, valuesText } from './account-form.ts'

/** Fills only fields that the user has not changed. */
const over = (typed: string, untouched: string, prefilled: string | undefined): string =>
  prefilled === undefined || (typed !== untouched && typed !== '') ? typed : prefilled

/** Typed values first; where nothing was typed, the values of the launch token, valid or not. `untouched` is the form as it was at first. */
function withPrefill(typed: AccountForm, untouched: AccountForm, prefill: Prefill, vendor: Vendor): AccountForm {
  const { accountId, region, externalId, permissions = {} } = prefill
  const isOffered = offeredRegions(vendor).some((offered) => offered.region === region)
  const textOf = (setId: string, id: string) => {
    const values = permissions[setId]?.[id]
    return values === undefined ? undefined : valuesText(listOf(values))
  }
  return {
    ...typed,
    accountId: over(typed.accountId, untouched.accountId, accountId),
    // A region that the list does not have could not be shown, so it could not be corrected either.
    region: isOffered ? over(typed.region, untouched.region, region) : typed.region,
    externalId: vendor.externalId.mode === 'issued' ? '' : over(typed.externalId, untouched.externalId, externalId),
    chosen: Object.fromEntries(
      vendor.permissionSets.map(({ id }) => [
        id,
        typed.chosen[id] ?? (untouched.chosen[id] === undefined && Object.hasOwn(permissions, id)),
      ]),
    ),
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [
        set.id,
        Object.fromEntries(set.parameters.map(({ id }) => [id, over(typed.parameters[set.id]?.[id] ?? '', '', textOf(set.id, id))])),
      ]),
    ),
  }
}

export function prefillAccountDraft(given: unknown, vendor: Vendor): void {
  const prefill = Prefill.safeParse(given).data ?? {}
  const draft = accountDraft(vendor)
  replaceAccountDraft(withPrefill(draft, untouchedDraft() ?? untouchedAccountForm(vendor), prefill, vendor))
}
