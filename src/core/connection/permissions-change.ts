import * as z from 'zod/mini'
import { PolicyDocument } from '#core/policy/document.ts'
import { EditedPolicyRequest, editedPolicyOf } from './edited-policy.ts'
import { PermissionChoice, permissionChoice } from './permission-choice.ts'
import type { Vendor } from './vendor.ts'

/**
 * What may be changed of a connection: the chosen permission sets, and with them the edited policy. An edit is of the
 * policy that certain sets made, so it does not outlive them: without one in the same change the sets make the policy again.
 */
export const PermissionsChange = z.object({ permissions: PermissionChoice, permissionsPolicy: z.optional(PolicyDocument) })
export type PermissionsChange = z.infer<typeof PermissionsChange>

/** The wire form of `PUT /api/connections/:id/permissions`, parsed against the vendor's config. */
export function permissionsChange(vendor: Vendor) {
  const request = z.object(
    { permissions: permissionChoice(vendor), permissionsPolicy: z.optional(EditedPolicyRequest) },
    { error: 'permissions-invalid' },
  )
  return z.pipe(
    request,
    z.transform(({ permissions, permissionsPolicy }, context): PermissionsChange => {
      const policy = editedPolicyOf(permissionsPolicy)
      for (const { path, code } of policy.faults)
        context.issues.push({ code: 'custom', message: code, path: ['permissionsPolicy', ...path], input: permissionsPolicy })
      return { permissions, ...(policy.value === undefined ? {} : { permissionsPolicy: policy.value }) }
    }),
  )
}
