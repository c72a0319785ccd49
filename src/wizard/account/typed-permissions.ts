import type { PermissionChoice } from '#core/connection.ts'
import type { Vendor } from '#core/vendor.ts'
import { type AccountForm, isChosen, typedValues } from './account-form.ts'

/** What was chosen so far, complete or not. */
export function typedPermissions(form: AccountForm, vendor: Vendor): PermissionChoice {
  return Object.fromEntries(
    vendor.permissionSets
      .filter((set) => isChosen(set, form))
      .map((set) => [
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
