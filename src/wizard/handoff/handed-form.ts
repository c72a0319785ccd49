import type { HandoffDraft } from '#core/handoff.ts'
import { listOf } from '#core/policy/document.ts'
import type { Vendor } from '#core/vendor.ts'
import type { AccountForm } from '../account/account-form.ts'
import { typedPermissions } from '../account/typed-permissions.ts'

/** What was typed, to go along with a link. */
export function draftOfForm(form: AccountForm, vendor: Vendor): HandoffDraft {
  const { accountId, region, externalId } = form
  return { accountId, region, externalId, permissions: typedPermissions(form, vendor) }
}

/** What came along, for the fields. `fresh` has what did not. */
export function formOfDraft({ accountId, region, externalId, permissions }: HandoffDraft, fresh: AccountForm, vendor: Vendor): AccountForm {
  const typed = (setId: string, id: string) => listOf(permissions[setId]?.[id]).join(', ')
  return {
    ...fresh,
    accountId,
    externalId: externalId === '' ? fresh.externalId : externalId,
    region: region === '' ? fresh.region : region,
    chosen: Object.fromEntries(vendor.permissionSets.map(({ id }) => [id, Object.hasOwn(permissions, id)])),
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [set.id, Object.fromEntries(set.parameters.map(({ id }) => [id, typed(set.id, id)]))]),
    ),
  }
}
