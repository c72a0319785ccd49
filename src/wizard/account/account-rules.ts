import { type ConnectionRequest, type ConnectionTerms, connectionTerms } from '#core/connection/connection.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { permissionsChange } from '#core/connection/permissions-change.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { currentLanguage } from '#i18n/language.ts'
import type { AccountField, AccountForm, AccountIssue } from './account-form.ts'
import { editedPolicyIssue } from './edited-policy-issue.ts'
import { typedPermissions } from './typed-permissions.ts'
import { typedRoleOptions, typedTags } from './typed-role-options.ts'

export type AccountReading =
  | { readonly kind: 'terms'; readonly request: ConnectionRequest }
  | { readonly kind: 'refused'; readonly issues: readonly AccountIssue[] }

const roleFields = ['role.path', 'role.permissionsBoundary', 'role.tags', 'role.maxSessionDuration'] as const

/** The field that an issue of the request is shown at; null for one that no field can mend. */
export function accountField(path: readonly string[]): AccountField | null {
  const [head, setId, parameterId] = path
  if (head === 'accountId' || head === 'externalId' || head === 'region' || head === 'permissionsPolicy') return head
  if (head === 'role') return roleFields.find((field) => field === `role.${setId}`) ?? null
  if (head !== 'permissions' || setId === undefined) return null
  return parameterId === undefined ? `chosen.${setId}` : `parameters.${setId}.${parameterId}`
}

const editedPolicy = ({ permissionsPolicy }: AccountForm) => (permissionsPolicy === '' ? {} : { permissionsPolicy })

function roleOptions(form: AccountForm, vendor: Vendor) {
  const role = typedRoleOptions(form, vendor)
  return Object.keys(role).length === 0 ? {} : { role }
}

/** Of several tags the one that is meant is named. */
function issueOf(form: AccountForm, path: readonly string[], code: string): AccountIssue[] {
  const field = accountField(path)
  if (field === null) return []
  if (field === 'permissionsPolicy') return [editedPolicyIssue(form.permissionsPolicy, code)]
  const tag = field === 'role.tags' && path[2] !== undefined ? typedTags(form.role.tags)[Number(path[2])] : undefined
  return [
    tag === undefined
      ? { field, code }
      : { field, code, message: `${tag.key}=${tag.value}: ${refusalMessage(code, currentLanguage().code)}` },
  ]
}

type Fault = { readonly path: readonly PropertyKey[]; readonly message: string }

/** One for each field. */
function issuesOf(form: AccountForm, faults: readonly Fault[]): AccountIssue[] {
  const issues = faults.flatMap(({ path, message }) => issueOf(form, path.map(String), message))
  return issues.filter((issue, index) => issues.findIndex(({ field }) => field === issue.field) === index)
}

type PermissionsReading =
  | { readonly kind: 'change'; readonly request: Pick<ConnectionRequest, 'permissions' | 'permissionsPolicy'> }
  | Extract<AccountReading, { kind: 'refused' }>

/** What may be changed of a connection, where nothing else of the form is asked for. */
export function readPermissions(form: AccountForm, vendor: Vendor): PermissionsReading {
  const request = { permissions: typedPermissions(form, vendor), ...editedPolicy(form) }
  const issues = permissionsChange(vendor).safeParse(request).error?.issues ?? []
  return issues.length === 0 ? { kind: 'change', request } : { kind: 'refused', issues: issuesOf(form, issues) }
}

const anyExternalId = proposedExternalId((length) => new Uint8Array(length))

/** What the vendor's rules say to the form. The server applies them again; where it makes the external ID, it alone does. */
export function readAccountForm(form: AccountForm, vendor: Vendor): AccountReading {
  const { accountId, region } = form
  const permissions = typedPermissions(form, vendor)
  const isChosenHere = vendor.externalId.mode === 'chosen'
  const externalId = isChosenHere ? form.externalId : anyExternalId
  const parsed = connectionTerms(vendor, { externalId: isChosenHere ? 'chosen' : 'any' }).safeParse({
    accountId,
    region,
    externalId,
    permissions,
    ...editedPolicy(form),
    ...roleOptions(form, vendor),
  })
  if (parsed.success) return { kind: 'terms', request: connectionRequest(parsed.data, form, vendor) }
  return { kind: 'refused', issues: issuesOf(form, parsed.error.issues) }
}

function connectionRequest(terms: ConnectionTerms, form: AccountForm, vendor: Vendor): ConnectionRequest {
  const { accountId, region, permissions } = terms
  const externalId = { chosen: terms.externalId, 'chosen-with-suffix': form.externalId.trim(), issued: undefined }[vendor.externalId.mode]
  return {
    accountId,
    region,
    permissions,
    ...editedPolicy(form),
    ...roleOptions(form, vendor),
    ...(externalId === undefined ? {} : { externalId }),
  }
}
