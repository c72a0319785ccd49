import * as z from 'zod/mini'
import { partitionOf, Region } from '#core/aws/region.ts'
import { type Connection, type ConnectionRequest, connectionTerms } from '#core/connection/connection.ts'
import { permissionsChange, readEditedPolicy } from '#core/connection/edited-policy.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { parameterFault } from '#core/connection/parameter-value.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Finding, Path } from '#core/policy/form/rule.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { failureText } from '#wizard/api/failure.tsx'
import { failureMessages } from '#wizard/api/failure-messages.ts'
import type { Answer, Failure } from '#wizard/api/request.ts'
import { policyEditorMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import type { AccountError, AccountField, AccountForm, AccountIssue } from './account-form.ts'
import type { PolicyQuestion } from './policy-question.ts'
import { accountValueMessages } from './role-preview-messages.ts'
import { typedPermissions, typedRoleOptions, typedTags, typedValues } from './typed-terms.ts'

export type AccountReading =
  | { readonly kind: 'terms'; readonly terms: ConnectionRequest }
  | { readonly kind: 'refused'; readonly issues: readonly AccountIssue[] }

const roleFields = ['role.path', 'role.permissionsBoundary', 'role.tags', 'role.maxSessionDuration'] as const

/** The field that shows an issue of the request; null where no field can correct it. */
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

/** The place that AWS would refuse, or the statement around it. */
const isAbout = ({ path }: Finding, refused: Path): boolean => refused.every((step, at) => path[at] === step)

/** Why AWS would refuse an edited policy, with the place where the linter knows it. */
function editedPolicyIssue(text: string, code: string): AccountIssue {
  const reading = readEditedPolicy(text)
  const [fault] = reading.kind === 'refused' ? reading.faults : []
  const errors = lintPermissionsPolicy(text, { attachment: 'inline' }, currentLanguage().code).filter(
    ({ severity }) => severity === 'error',
  )
  const found = fault === undefined ? undefined : errors.find((finding) => isAbout(finding, fault.path))
  return {
    field: 'permissionsPolicy',
    code,
    message: localized(policyEditorMessages).refused(
      found?.range?.start ?? null,
      found?.message ?? refusalMessage(code, currentLanguage().code),
    ),
  }
}

/** Those of several values that are at fault; empty for a field that takes one. */
function faultyValues(form: AccountForm, vendor: Vendor, path: readonly string[]): readonly string[] {
  const set = vendor.permissionSets.find(({ id }) => id === path[1])
  const parameter = set?.parameters.find(({ id }) => id === path[2])
  if (set === undefined || parameter?.many !== true) return []
  return typedValues(form, set, parameter).filter((value) => parameterFault(parameter.kind, value) !== null)
}

const named = (names: readonly string[], code: string): string => `${names.join(', ')}: ${refusalMessage(code, currentLanguage().code)}`

/** Names the value at fault where there can be several. */
function issueOf(form: AccountForm, vendor: Vendor, path: readonly string[], code: string): AccountIssue[] {
  const field = accountField(path)
  if (field === null) return []
  const values = path[0] === 'permissions' ? faultyValues(form, vendor, path) : []
  if (values.length > 0) return [{ field, code, message: named(values, code) }]
  if (code === 'external-id-too-short')
    return [{ field, code, message: localized(accountValueMessages).tooShort(vendor.externalId.minimumLength) }]
  if (field === 'permissionsPolicy') return [editedPolicyIssue(form.permissionsPolicy, code)]
  const tag = field === 'role.tags' && path[2] !== undefined ? typedTags(form.role.tags)[Number(path[2])] : undefined
  return [tag === undefined ? { field, code } : { field, code, message: named([`${tag.key}=${tag.value}`], code) }]
}

type Fault = { readonly path: readonly PropertyKey[]; readonly message: string }

/** One for each field. */
function issuesOf(form: AccountForm, vendor: Vendor, faults: readonly Fault[]): AccountIssue[] {
  const issues = faults.flatMap(({ path, message }) => issueOf(form, vendor, path.map(String), message))
  return issues.filter((issue, index) => issues.findIndex(({ field }) => field === issue.field) === index)
}

type PermissionsReading =
  | { readonly kind: 'change'; readonly request: Pick<ConnectionRequest, 'permissions' | 'permissionsPolicy'> }
  | Extract<AccountReading, { kind: 'refused' }>

/** The parts of a connection that can change later. */
export function readPermissions(form: AccountForm, vendor: Vendor): PermissionsReading {
  const request = { permissions: typedPermissions(form, vendor), ...editedPolicy(form) }
  const region = Region.safeParse(form.region)
  const issues = permissionsChange(vendor, region.success ? partitionOf(region.data) : undefined).safeParse(request).error?.issues ?? []
  return issues.length === 0 ? { kind: 'change', request } : { kind: 'refused', issues: issuesOf(form, vendor, issues) }
}

/** Stands in for the external ID that the server generates, so that the rules can check the rest of the form. */
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
  if (!parsed.success) return { kind: 'refused', issues: issuesOf(form, vendor, parsed.error.issues) }
  const { externalId, ...terms } = z.encode(codec, parsed.data)
  if (mode === 'issued') return { kind: 'terms', terms }
  return { kind: 'terms', terms: { ...terms, externalId: mode === 'chosen' ? externalId : form.externalId.trim() } }
}

/** The errors of the fields that were wrong when Continue was pressed: they go as they are corrected, and none comes while typing. */
export function ownErrors(issues: readonly AccountIssue[], refusedFields: readonly AccountField[]): AccountError[] {
  return issues
    .filter(({ field }) => refusedFields.includes(field))
    .map(({ field, code, message }) => ({ field, message: message ?? refusalMessage(code, currentLanguage().code) }))
}

function serverFaults(failure: Failure): AccountError[] {
  if (failure.kind !== 'problem') return [{ field: null, message: failureText(failure) }]
  const { code, issues = [] } = failure.problem
  if (code === 'external-id-taken') return [{ field: 'externalId', message: localized(failureMessages).problems[code] }]
  if (issues.length === 0) return [{ field: null, message: failureText(failure) }]
  return issues.map((issue) => ({ field: accountField(issue.path), message: refusalMessage(issue.code, currentLanguage().code) }))
}

function typedIn(form: AccountForm, field: AccountField): string | boolean | undefined {
  if (field === 'accountId' || field === 'externalId' || field === 'region' || field === 'permissionsPolicy') return form[field]
  if (field === 'role.path' || field === 'role.permissionsBoundary' || field === 'role.tags' || field === 'role.maxSessionDuration')
    return JSON.stringify(form.role)
  const [kind, setId = '', parameterId = ''] = field.split('.')
  return kind === 'chosen' ? form.chosen[setId] : form.parameters[setId]?.[parameterId]
}

/** The server's refusals, each as long as its field holds what was sent. */
export function serverErrors(failure: Failure, sent: AccountForm, now: AccountForm): AccountError[] {
  return serverFaults(failure).filter(({ field }) => field === null || typedIn(sent, field) === typedIn(now, field))
}

/** The result of pressing Continue. */
export type Attempt = {
  /** The fields that were wrong. */
  readonly refusedFields: readonly AccountField[]
  /** The form that was sent and the server's answer to it. */
  readonly sent: { readonly form: AccountForm; readonly answer: Answer<Connection> } | null
  /** To be answered before the form is sent. */
  readonly question: PolicyQuestion | null
}

/** The errors to correct before the next attempt: those of the rules here, or those of the server. */
export function remainingErrors({ refusedFields, sent }: Attempt, now: AccountForm, vendor: Vendor): readonly AccountError[] {
  const reading = readAccountForm(now, vendor)
  const own = reading.kind === 'refused' ? ownErrors(reading.issues, refusedFields) : []
  if (own.length > 0 || sent === null || sent.answer.kind === 'answer') return own
  return serverErrors(sent.answer, sent.form, now)
}
