import * as z from 'zod/mini'
import { type ConnectionRequest, connectionTerms } from '#core/connection/connection.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { permissionsChange } from '#core/connection/permissions-change.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { refusalMessage } from '#wizard/words/refusals.ts'
import type { AccountField, AccountForm, AccountIssue } from './account-form.ts'
import { editedPolicyIssue } from './edited-policy-issue.ts'
import { typedPermissions } from './typed-permissions.ts'
import { typedRoleOptions, typedTags } from './typed-role-options.ts'

export type AccountReading =
  | { readonly kind: 'terms'; readonly terms: ConnectionRequest }
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
  return [tag === undefined ? { field, code } : { field, code, message: `${tag.key}=${tag.value}: ${refusalMessage(code)}` }]
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

/** Where the server makes the external ID, the rules judge the rest of the form with this one. */
const anyExternalId = proposedExternalId((length) => new Uint8Array(length))

/** Checks the form by the vendor's rules, as the server does after it, and gives the terms to send. */
export function readAccountForm(form: AccountForm, vendor: Vendor): AccountReading {
  const { accountId, region } = form
  const { mode } = vendor.externalId
  const codec = connectionTerms(vendor, { externalId: mode === 'chosen' ? 'chosen' : 'any' })
  const parsed = codec.safeParse({
    accountId,
    region,
    externalId: mode === 'chosen' ? form.externalId : anyExternalId,
    permissions: typedPermissions(form, vendor),
    ...editedPolicy(form),
    ...roleOptions(form, vendor),
  })
  if (!parsed.success) return { kind: 'refused', issues: issuesOf(form, parsed.error.issues) }
  const { externalId, ...terms } = z.encode(codec, parsed.data)
  if (mode === 'issued') return { kind: 'terms', terms }
  return { kind: 'terms', terms: { ...terms, externalId: mode === 'chosen' ? externalId : form.externalId.trim() } }
}
