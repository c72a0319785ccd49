import * as z from 'zod/mini'
import type { AccountId } from '#core/aws/account-id.ts'
import { RolePath } from '#core/aws/iam-names.ts'
import type { Partition } from '#core/aws/partition.ts'
import { PermissionsBoundary, readPermissionsBoundary } from '#core/aws/permissions-boundary.ts'
import { RoleTag, tagFaults, tagLimits } from '#core/aws/role-tags.ts'
import { pastedText } from '#core/text/strings.ts'
import type { Vendor } from './vendor.ts'
import { mayChoose, shortestSessionDuration } from './vendor-fields.ts'

/**
 * What the customer's company asks of the role. What is absent is as the vendor has it. Made by `connectionTerms`, so
 * to hold one is proof that it is valid.
 */
export const RoleOptions = z.object({
  /** Part of the role ARN. */
  path: z.optional(RolePath),
  permissionsBoundary: z.optional(PermissionsBoundary),
  /** Beside the vendor's. */
  tags: z.optional(z.array(RoleTag)),
  /** Seconds. */
  maxSessionDuration: z.optional(z.int()),
})
export type RoleOptions = z.infer<typeof RoleOptions>

/** The wire form, before the vendor's rules are applied. */
export const RoleOptionsRequest = z.object(
  {
    path: z.optional(z.string({ error: 'role-path-invalid' })),
    permissionsBoundary: z.optional(z.string({ error: 'permissions-boundary-invalid' })),
    tags: z.optional(z.array(RoleTag, { error: 'tags-invalid' }).check(z.maxLength(tagLimits.count, { error: 'tags-too-many' }))),
    maxSessionDuration: z.optional(z.int({ error: 'session-duration-invalid' })),
  },
  { error: 'role-options-invalid' },
)
export type RoleOptionsRequest = z.infer<typeof RoleOptionsRequest>

type RoleOptionsFault = { readonly path: readonly string[]; readonly code: string }

type Place = {
  readonly vendor: Vendor
  /** Undefined if the account or Region could not be read. Rules that depend on them are then skipped. */
  readonly partition: Partition | undefined
  readonly accountId: AccountId | undefined
}

type Reading<Value> = { readonly value?: Value; readonly faults: readonly RoleOptionsFault[] }

const fault = (option: keyof RoleOptions, code: string): Reading<never> => ({ faults: [{ path: [option], code }] })
const nothing: Reading<never> = { faults: [] }

function pathOf(text: string | undefined, { vendor }: Place): Reading<RolePath> {
  if (text === undefined) return nothing
  if (!mayChoose(vendor, 'path')) return fault('path', 'role-option-not-offered')
  const parsed = RolePath.safeParse(pastedText(text))
  return parsed.success ? { value: parsed.data, faults: [] } : fault('path', 'role-path-invalid')
}

function boundaryOf(text: string | undefined, { vendor, partition, accountId }: Place): Reading<PermissionsBoundary> {
  const { permissionsBoundary: asked } = vendor.role
  if (text === undefined) return asked === 'required' ? fault('permissionsBoundary', 'permissions-boundary-required') : nothing
  if (asked === 'none') return fault('permissionsBoundary', 'role-option-not-offered')
  if (partition === undefined) return nothing
  const reading = readPermissionsBoundary(text, { partition, accountId })
  return reading.kind === 'boundary' ? { value: reading.arn, faults: [] } : fault('permissionsBoundary', reading.reason)
}

function tagsOf(tags: readonly RoleTag[] | undefined, { vendor }: Place): Reading<RoleTag[]> {
  if (tags === undefined || tags.length === 0) return nothing
  if (!mayChoose(vendor, 'tags')) return fault('tags', 'role-option-not-offered')
  return { value: [...tags], faults: tagFaults(tags, vendor.role.tags).map(({ path, code }) => ({ path: ['tags', ...path], code })) }
}

function sessionOf(seconds: number | undefined, { vendor }: Place): Reading<number> {
  if (seconds === undefined) return nothing
  if (!mayChoose(vendor, 'maxSessionDuration')) return fault('maxSessionDuration', 'role-option-not-offered')
  const fits = seconds >= shortestSessionDuration && seconds <= vendor.role.maxSessionDuration
  return fits ? { value: seconds, faults: [] } : fault('maxSessionDuration', 'session-duration-range')
}

export type RoleOptionsReading = { readonly options: RoleOptions; readonly faults: readonly RoleOptionsFault[] }

/** The options are valid only if there are no faults. */
export function readRoleOptions(request: RoleOptionsRequest, place: Place): RoleOptionsReading {
  const path = pathOf(request.path, place)
  const boundary = boundaryOf(request.permissionsBoundary, place)
  const tags = tagsOf(request.tags, place)
  const session = sessionOf(request.maxSessionDuration, place)
  return {
    options: {
      ...(path.value === undefined ? {} : { path: path.value }),
      ...(boundary.value === undefined ? {} : { permissionsBoundary: boundary.value }),
      ...(tags.value === undefined ? {} : { tags: tags.value }),
      ...(session.value === undefined ? {} : { maxSessionDuration: session.value }),
    },
    faults: [path, boundary, tags, session].flatMap(({ faults }) => faults),
  }
}
