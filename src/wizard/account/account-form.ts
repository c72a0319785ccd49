import * as z from 'zod/mini'
import { proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { PermissionSet } from '#core/connection/permission-set.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'

/** Requirements of the customer's company for the role, as typed; empty where there are none. */
const TypedRole = z.object({ path: z.string(), permissionsBoundary: z.string(), tags: z.string(), maxSessionDuration: z.string() })
export type TypedRole = z.infer<typeof TypedRole>

const noRole: TypedRole = { path: '', permissionsBoundary: '', tags: '', maxSessionDuration: '' }

export const AccountForm = z.object({
  accountId: z.string(),
  externalId: z.string(),
  region: z.string(),
  /** Which optional permission sets are ticked. */
  chosen: z.record(z.string(), z.boolean()),
  /** By permission set, by parameter: the text of the field. */
  parameters: z.record(z.string(), z.record(z.string(), z.string())),
  /** The text of the permissions policy as the customer edited it; empty: it is the vendor's. */
  permissionsPolicy: z._default(z.string(), ''),
  role: z._default(TypedRole, noRole),
})
export type AccountForm = z.infer<typeof AccountForm>

export type AccountField =
  | 'accountId'
  | 'externalId'
  | 'region'
  | 'permissionsPolicy'
  | `role.${keyof TypedRole}`
  | `chosen.${string}`
  | `parameters.${string}.${string}`

/** `field` is null for what is said about the whole form. */
export type AccountError = { readonly field: AccountField | null; readonly message: string }

/** `message` where more is known than the code says. */
export type AccountIssue = { readonly field: AccountField; readonly code: string; readonly message?: string }

export function emptyAccountForm(vendor: Vendor, randomBytes: RandomBytes): AccountForm {
  return {
    accountId: '',
    externalId: vendor.externalId.mode === 'chosen' ? proposedExternalId(randomBytes) : '',
    region: offeredRegions(vendor)[0]?.region ?? '',
    chosen: {},
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [
        set.id,
        Object.fromEntries(set.parameters.map((parameter) => [parameter.id, valuesText([parameter.default ?? []].flat())])),
      ]),
    ),
    permissionsPolicy: '',
    role: noRole,
  }
}

/** The prerendered form, which is the same in every browser. */
export const untouchedAccountForm = (vendor: Vendor): AccountForm => ({
  ...emptyAccountForm(vendor, (length) => new Uint8Array(length)),
  externalId: '',
})

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
        Object.fromEntries(Object.keys(parameters).map((id) => [id, kept.parameters[setId]?.[id] ?? parameters[id] ?? ''])),
      ]),
    ),
    permissionsPolicy: kept.permissionsPolicy,
    role: kept.role,
  }
}

/** Values from the link or the page around this one. The customer can still change them. */
export type Prefill = { readonly accountId: string | null; readonly region: string | null }

export function prefilledAccountForm(fresh: AccountForm, { accountId, region }: Prefill, vendor: Vendor): AccountForm {
  const asked = offeredRegions(vendor).find((offered) => offered.region === region)
  return { ...fresh, accountId: accountId ?? '', region: asked?.region ?? fresh.region }
}

export function isChosen(set: PermissionSet, form: AccountForm): boolean {
  return set.required || form.chosen[set.id] === true
}

/** Values as their field has them: one alone is its text, several are entered. */
export const valuesText = (values: readonly string[]): string => values.join('\n') + (values.length > 1 ? '\n' : '')
