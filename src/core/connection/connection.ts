import * as z from 'zod/mini'
import { AccountId, AccountName } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, Region, readRegion } from '#core/aws/region.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { pastedText } from '#core/text/strings.ts'
import { Disconnection } from './disconnection.ts'
import { EditedPolicyRequest, editedPolicyOf } from './edited-policy.ts'
import { ExternalId, externalIdMaximumLength, externalIdMinimumLength, externalIdPattern } from './external-id/external-id.ts'
import { guessability } from './external-id/guessability.ts'
import { PermissionChoice, permissionChoice } from './permission-choice.ts'
import type { RefusalCode } from './refusals.ts'
import { RoleOptions, RoleOptionsRequest, readRoleOptions } from './role-options.ts'
import { Rotation } from './rotation.ts'
import type { Vendor } from './vendor.ts'
import { offeredRegions } from './vendor-fields.ts'

/** Only `connectionTerms` and `readTerms` make these, so holding one proves that it is valid. */
export const ConnectionTerms = z.object({
  accountId: AccountId,
  region: Region,
  externalId: ExternalId,
  permissions: PermissionChoice,
  /** Absent where the customer's company asks nothing of the role. */
  role: z.optional(RoleOptions),
  /** The permissions policy as the customer edited it, in the place of what the permission sets make. Absent where it was not edited. */
  permissionsPolicy: z.optional(PolicyDocument),
})
export type ConnectionTerms = z.infer<typeof ConnectionTerms>

/** One customer account, one external ID, one role, one choice of permission sets, owned by one tenant. */
export const Connection = z.extend(ConnectionTerms, {
  id: z.string().check(z.minLength(1)),
  /** The server derives it from account, vendor role and Region; no one types it. */
  roleArn: z.string(),
  createdAt: z.iso.datetime(),
  /** The customer's name for the account, if it was connected with others. */
  name: z.optional(AccountName),
  /** The customer or the vendor ends the connection. Absent: no one does. */
  disconnection: z.optional(Disconnection),
  /** The external ID is being replaced. Absent: it isn't. */
  rotation: z.optional(Rotation),
})
export type Connection = z.infer<typeof Connection>

/**
 * Terms as JSON in `POST /api/connections`, before the vendor's rules are applied. They are what `ConnectionTerms` are in JSON, or what a
 * person wrote: an account ID in groups, a policy as text. The external ID is absent where the server makes it.
 */
export const ConnectionRequest = z.object(
  {
    accountId: z.string({ error: 'account-id-empty' }),
    region: z.string({ error: 'region-unknown' }),
    externalId: z.optional(z.string({ error: 'external-id-characters' })),
    permissions: z._default(PermissionChoice, {}),
    role: z.optional(RoleOptionsRequest),
    permissionsPolicy: z.optional(EditedPolicyRequest),
  },
  { error: 'request-invalid' },
)
export type ConnectionRequest = z.input<typeof ConnectionRequest>

type Rules = {
  /** `any` takes every ID that STS takes: for IDs that the server itself made. */
  readonly externalId: 'chosen' | 'any'
}

type Fault = { readonly path: readonly string[]; readonly message: string }

type Reading<Value> = { readonly value: Value | undefined; readonly codes: readonly string[] }

/** The account of a request, and what speaks against it. */
export function accountOf(request: Pick<ConnectionRequest, 'accountId' | 'region'>, vendor: Vendor): Reading<AccountId> {
  const reading = readAccountId(request.accountId)
  if (reading.kind === 'refused') return { value: undefined, codes: [reading.reason] }
  const region = readRegion(request.region)
  const crossesPartition = region.kind === 'region' && reading.partition !== null && reading.partition !== region.partition
  const isVendor = Object.values(vendor.accounts).includes(reading.accountId)
  return {
    value: reading.accountId,
    codes: [...(isVendor ? ['account-id-is-vendor'] : []), ...(crossesPartition ? ['account-id-partition'] : [])],
  }
}

/** The region of a request, and what speaks against it. */
export function regionOf(text: string, vendor: Vendor): Reading<Region> {
  const parsed = Region.safeParse(text)
  if (!parsed.success) return { value: undefined, codes: parsed.error.issues.map((issue) => issue.message) }
  const isOffered = offeredRegions(vendor).some(({ region }) => region === parsed.data)
  return { value: parsed.data, codes: isOffered ? [] : ['region-not-offered'] }
}

function externalIdOf(text: string | undefined, accountId: AccountId | undefined, vendor: Vendor, rules: Rules): Reading<ExternalId> {
  const chosen = { minimumLength: vendor.externalId.minimumLength, names: [vendor.name], accountId }
  const parsed = (rules.externalId === 'any' ? ExternalId : chosenExternalId(chosen)).safeParse(text ?? '')
  return { value: parsed.data, codes: (parsed.error?.issues ?? []).slice(0, 1).map((issue) => issue.message) }
}

function roleOf(request: z.output<typeof ConnectionRequest>, accountId: AccountId | undefined, vendor: Vendor) {
  const region = readRegion(request.region)
  const partition = region.kind === 'region' ? region.partition : undefined
  const { options, faults } = readRoleOptions(request.role ?? {}, { vendor, partition, accountId })
  return { options, faults: faults.map(({ path, code }): Fault => ({ path: ['role', ...path], message: code })) }
}

const permissionFaults = (issues: readonly z.core.$ZodIssue[]): Fault[] =>
  issues.map(({ path, message }) => ({ path: ['permissions', ...path.map(String)], message }))

export type TermsReading =
  | { readonly kind: 'terms'; readonly terms: ConnectionTerms }
  /** The messages are codes (see `refusals.ts`), the paths those of the request. */
  | { readonly kind: 'refused'; readonly issues: readonly Fault[] }

/** The vendor's rules, applied to a request that has the right form. */
export function readTerms(
  request: z.output<typeof ConnectionRequest>,
  vendor: Vendor,
  rules: Rules = { externalId: 'chosen' },
): TermsReading {
  const accountId = accountOf(request, vendor)
  const region = regionOf(request.region, vendor)
  const externalId = externalIdOf(request.externalId, accountId.value, vendor, rules)
  const permissions = permissionChoice(vendor, region.value && partitionOf(region.value)).safeParse(request.permissions)
  const role = roleOf(request, accountId.value, vendor)
  const policy = editedPolicyOf(request.permissionsPolicy)
  const issues = [
    ...Object.entries({ accountId, region, externalId }).flatMap(([field, { codes }]) =>
      codes.map((message) => ({ path: [field], message })),
    ),
    ...permissionFaults(permissions.error?.issues ?? []),
    ...role.faults,
    ...policy.faults.map(({ path, code }) => ({ path: ['permissionsPolicy', ...path], message: code })),
  ]
  const isRefused = issues.length > 0 || !accountId.value || !region.value || !externalId.value || !permissions.success
  if (isRefused) return { kind: 'refused', issues }
  const terms: ConnectionTerms = {
    accountId: accountId.value,
    region: region.value,
    externalId: externalId.value,
    permissions: permissions.data,
    ...(Object.keys(role.options).length === 0 ? {} : { role: role.options }),
    ...(policy.value === undefined ? {} : { permissionsPolicy: policy.value }),
  }
  return { kind: 'terms', terms }
}

/** Terms and their JSON: decoded by the vendor's rules, encoded as they are. */
export function connectionTerms(vendor: Vendor, rules: Rules = { externalId: 'chosen' }) {
  return z.codec(ConnectionRequest, z.custom<ConnectionTerms>(), {
    decode: (request, { issues }) => {
      const reading = readTerms(request, vendor, rules)
      if (reading.kind === 'terms') return reading.terms
      issues.push(...reading.issues.map(({ path, message }) => ({ code: 'custom' as const, message, path: [...path], input: request })))
      return z.NEVER
    },
    encode: (terms) => terms,
  })
}

/** `names` are those of the vendor and, if known, the customer. */
export type ExternalIdContext = {
  readonly minimumLength: number
  readonly names: readonly string[]
  readonly accountId?: string | undefined
}

const usualMinimumLength = 16

/** A vendor that accepts shorter IDs has said how short they may be. Digits alone are tried one after the other. */
function guessRefusal(text: string, { minimumLength, names, accountId }: ExternalIdContext): RefusalCode | null {
  const guess = guessability(text, { names, accountId })
  if (guess !== 'too-short') return guess === null ? null : `external-id-${guess}`
  return minimumLength < usualMinimumLength && /[a-z]/i.test(text) ? null : 'external-id-made-of-words'
}

/** A chosen external ID: as `ExternalId`, without blanks around it, long enough and not guessable. */
export function chosenExternalId(chosen: ExternalIdContext) {
  return z.pipe(
    z.pipe(z.string({ error: 'external-id-empty' }), z.transform(pastedText)),
    ExternalId.check(
      z.superRefine((text, context) => {
        const refuse = (message: RefusalCode) => context.addIssue({ code: 'custom', message })
        if (text.length < externalIdMinimumLength || text.length > externalIdMaximumLength || !externalIdPattern.test(text)) return
        if (text.length < chosen.minimumLength) return refuse('external-id-too-short')
        const refusal = guessRefusal(text, chosen)
        if (refusal !== null) refuse(refusal)
      }),
    ),
  )
}
