import type { PermissionChoice } from '#core/connection/permission-choice.ts'
import type { PermissionSet } from '#core/connection/permission-set.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type AccountForm, isChosen, typedValues } from './account-form.ts'

function typedIn(sets: readonly PermissionSet[], form: AccountForm): PermissionChoice {
  return Object.fromEntries(
    sets.map((set) => [
      set.id,
      Object.fromEntries(
        set.parameters.map((parameter) => {
          const values = typedValues(form, set, parameter)
          return [parameter.id, parameter.many ? values : (values[0] ?? '')]
        }),
      ),
    ]),
  )
}

/** What was chosen so far, complete or not. */
export function typedPermissions(form: AccountForm, vendor: Vendor): PermissionChoice {
  const chosen = vendor.permissionSets.filter((set) => isChosen(set, form))
  return typedIn(chosen, form)
}

/** What was typed for permission sets that are not chosen. */
export function unchosenPermissions(form: AccountForm, vendor: Vendor): PermissionChoice {
  const hasText = (set: PermissionSet) => set.parameters.some((parameter) => typedValues(form, set, parameter).length > 0)
  const unchosen = vendor.permissionSets.filter((set) => !isChosen(set, form) && hasText(set))
  return typedIn(unchosen, form)
}
