import * as z from 'zod/mini'
import { type ConnectionRequest, type ConnectionTerms, connectionTerms, offeredRegions, type PermissionChoice } from '#core/connection.ts'
import { proposedExternalId, type RandomBytes } from '#core/external-id.ts'
import { listedValues, type PermissionSet, type PermissionSetParameter } from '#core/permission-set.ts'
import type { Vendor } from '#core/vendor.ts'

/** What was typed, in the shape of the screen. */
export const AccountForm = z.object({
  accountId: z.string(),
  externalId: z.string(),
  region: z.string(),
  /** Which optional permission sets are ticked. */
  chosen: z.record(z.string(), z.boolean()),
  /** By permission set, by parameter: the text of the field. */
  parameters: z.record(z.string(), z.record(z.string(), z.string())),
})
export type AccountForm = z.infer<typeof AccountForm>

export type AccountField = 'accountId' | 'externalId' | 'region' | `chosen.${string}` | `parameters.${string}.${string}`

export type AccountIssue = { readonly field: AccountField; readonly code: string }

export type AccountReading =
  | { readonly kind: 'terms'; readonly request: ConnectionRequest }
  | { readonly kind: 'refused'; readonly issues: readonly AccountIssue[] }

/** Nothing but a proposal for the external ID and the vendor's first region. */
export function emptyAccountForm(vendor: Vendor, randomBytes: RandomBytes): AccountForm {
  return {
    accountId: '',
    externalId: vendor.externalId.mode === 'chosen' ? proposedExternalId(randomBytes) : '',
    region: offeredRegions(vendor)[0]?.region ?? '',
    chosen: {},
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [set.id, Object.fromEntries(set.parameters.map(({ id }) => [id, '']))]),
    ),
  }
}

/** A form that was kept, for the vendor's config of today: only the fields that this config has. */
export function fittedAccountForm(kept: AccountForm, fresh: AccountForm, vendor: Vendor): AccountForm {
  return {
    accountId: kept.accountId,
    externalId: vendor.externalId.mode === 'issued' ? '' : kept.externalId,
    region: offeredRegions(vendor).some(({ region }) => region === kept.region) ? kept.region : fresh.region,
    chosen: kept.chosen,
    parameters: Object.fromEntries(
      Object.entries(fresh.parameters).map(([setId, parameters]) => [
        setId,
        Object.fromEntries(Object.keys(parameters).map((id) => [id, kept.parameters[setId]?.[id] ?? ''])),
      ]),
    ),
  }
}

export function isChosen(set: PermissionSet, form: AccountForm): boolean {
  return set.required || form.chosen[set.id] === true
}

/** The values of one parameter as they were typed; a list is split. */
export function typedValues(form: AccountForm, set: PermissionSet, parameter: PermissionSetParameter): string[] {
  const text = form.parameters[set.id]?.[parameter.id] ?? ''
  return parameter.many ? listedValues(text) : [text.trim()].filter((value) => value !== '')
}

function permissionsOf(form: AccountForm, vendor: Vendor): PermissionChoice {
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

/** The field that an issue of the request is shown at; null for one that no field can mend. */
export function accountField(path: readonly string[]): AccountField | null {
  const [head, setId, parameterId] = path
  if (head === 'accountId' || head === 'externalId' || head === 'region') return head
  if (head !== 'permissions' || setId === undefined) return null
  return parameterId === undefined ? `chosen.${setId}` : `parameters.${setId}.${parameterId}`
}

function withoutRepetition(issues: readonly AccountIssue[]): AccountIssue[] {
  return issues.filter((issue, index) => issues.findIndex(({ field }) => field === issue.field) === index)
}

const anyExternalId = proposedExternalId((length) => new Uint8Array(length))

/** What the vendor's rules say to the form. The server applies them again; where it makes the external ID, it alone does. */
export function readAccountForm(form: AccountForm, vendor: Vendor): AccountReading {
  const { accountId, region } = form
  const permissions = permissionsOf(form, vendor)
  const isChosenHere = vendor.externalId.mode === 'chosen'
  const externalId = isChosenHere ? form.externalId : anyExternalId
  const parsed = connectionTerms(vendor, { externalId: isChosenHere ? 'chosen' : 'any' }).safeParse({
    accountId,
    region,
    externalId,
    permissions,
  })
  if (parsed.success) return { kind: 'terms', request: connectionRequest(parsed.data, form, vendor) }
  const issues = parsed.error.issues.flatMap(({ path, message }) => {
    const field = accountField(path.map(String))
    return field === null ? [] : [{ field, code: message }]
  })
  return { kind: 'refused', issues: withoutRepetition(issues) }
}

function connectionRequest(terms: ConnectionTerms, form: AccountForm, vendor: Vendor): ConnectionRequest {
  const { accountId, region, permissions } = terms
  const externalId = { chosen: terms.externalId, 'chosen-with-suffix': form.externalId.trim(), issued: undefined }[vendor.externalId.mode]
  return { accountId, region, permissions, ...(externalId === undefined ? {} : { externalId }) }
}
