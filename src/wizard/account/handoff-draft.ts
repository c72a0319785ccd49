import type { Connection } from '#core/connection/connection.ts'
import type { HandoffDraft } from '#core/connection/handoff.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listOf, policyText } from '#core/policy/document.ts'
import { type AccountForm, type TypedRole, valuesText } from './account-form.ts'
import { typedPermissions, typedRoleOptions, unchosenPermissions } from './typed-terms.ts'

/** The typed values that a handoff link carries. */
export function draftOfForm(form: AccountForm, vendor: Vendor): HandoffDraft {
  const { accountId, region, externalId, permissionsPolicy } = form
  const unchosen = unchosenPermissions(form, vendor)
  const role = typedRoleOptions(form, vendor)
  return {
    accountId,
    region,
    externalId,
    permissions: typedPermissions(form, vendor),
    ...(Object.keys(unchosen).length === 0 ? {} : { unchosen }),
    ...(Object.keys(role).length === 0 ? {} : { role }),
    ...(permissionsPolicy === '' ? {} : { permissionsPolicy }),
  }
}

function roleFields({ path, permissionsBoundary, tags = [], maxSessionDuration }: RoleOptionsRequest): TypedRole {
  return {
    path: path ?? '',
    permissionsBoundary: permissionsBoundary ?? '',
    tags: tags.map(({ key, value }) => `${key}=${value}`).join('\n'),
    maxSessionDuration: maxSessionDuration === undefined ? '' : String(maxSessionDuration),
  }
}

/** Form values from a link; `fresh` supplies the rest. */
export function formOfDraft(handed: HandoffDraft | Connection, fresh: AccountForm, vendor: Vendor): AccountForm {
  const { accountId, region, externalId, permissions, role = {}, permissionsPolicy = '' } = handed
  const known = 'unchosen' in handed ? { ...handed.unchosen, ...permissions } : permissions
  const typed = (setId: string, id: string) => valuesText(listOf(known[setId]?.[id]))
  return {
    ...fresh,
    accountId,
    externalId: externalId === '' ? fresh.externalId : externalId,
    region: region === '' ? fresh.region : region,
    chosen: Object.fromEntries(vendor.permissionSets.map(({ id }) => [id, Object.hasOwn(permissions, id)])),
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [set.id, Object.fromEntries(set.parameters.map(({ id }) => [id, typed(set.id, id)]))]),
    ),
    permissionsPolicy: typeof permissionsPolicy === 'string' ? permissionsPolicy : policyText(permissionsPolicy),
    role: roleFields(role),
  }
}
