import * as z from 'zod/mini'
import { sha256Hex } from '#core/text/sha256.ts'
import { TenantDeletion } from '#core/verify/vendor-connection.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { note, shortHash } from '#server/http/request-facts.ts'
import { Subject } from '#server/sessions/claims.ts'
import { launchedTenant } from '#server/sessions/sessions.ts'

const tenantDeletion = body('TenantDeletion', TenantDeletion, {
  tenantId: 'SHA-256 of the tenant. The log still has its first 16 characters.',
  connections:
    'The number of connections that were deleted, disconnected ones included. `0`: there were none, or they were deleted before.',
})

const unknownTenant = [{ path: ['tenant'], code: 'value-invalid', message: 'Use the `sub` of the customer’s launch tokens.' }]

const deleteTenant: Operation = {
  method: 'delete',
  path: '/api/vendor/tenants/:tenant',
  id: 'deleteTenant',
  title: 'Delete everything of a customer',
  description:
    'Deletes the connections of the customer with their verdicts and histories, its links to colleagues with their notes, and its events that were not sent. Only the SHA-256 hashes of its external IDs stay, so that none is ever assigned again. The roles in AWS stay as they are: disconnect the connections first. `tenant` is the `sub` of launch tokens, percent-encoded. Repeating the request changes nothing.',
  access: 'vendor',
  scope: 'tenants:delete',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'tenant.deleted',
  responses: [{ status: 200, description: 'What was deleted.', body: tenantDeletion }],
  problems: ['invalid'],
  handler:
    ({ registry }) =>
    async (context) => {
      const subject = z.safeParse(Subject, context.req.param('tenant'))
      if (!subject.success) return problem('invalid', { issues: unknownTenant })
      const tenant = launchedTenant(subject.data)
      note(context, { tenant: shortHash(tenant) })
      const deleted: TenantDeletion = { tenantId: sha256Hex(tenant), connections: await registry.deleteTenant(tenant) }
      return context.json(deleted)
    },
}

export const vendorTenantOperations: readonly Operation[] = [deleteTenant]
