import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { rotationCancel, rotationHandler } from '#server/http/rotations.ts'
import { connectedInPath, vendorConnection } from '#server/http/vendor-connections.ts'
import { rotationRecord } from './connection-bodies.ts'
import { vendorConnectionBody } from './vendor-bodies.ts'

const rotateVendorExternalId: Operation = {
  method: 'post',
  path: '/api/vendor/connections/:id/rotation',
  id: 'rotateVendorExternalId',
  title: 'Replace the external ID of a connection of any customer',
  description:
    'Adds a second external ID and returns both, as for the customer, who updates the role: the wizard says how. Use `externalId` of the connection: it changes as soon as the new one is confirmed, and the event `external-id.rotated` tells you. Scheduled checks go on with it.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'connection.rotated',
  responses: [{ status: 200, description: 'Both external IDs.', body: rotationRecord }],
  problems: ['not-found', 'connection-unreadable', 'disconnecting', 'external-id-taken'],
  handler: (dependencies) => rotationHandler(dependencies, connectedInPath),
}

const cancelVendorRotation: Operation = {
  method: 'delete',
  path: '/api/vendor/connections/:id/rotation',
  id: 'cancelVendorRotation',
  title: 'Keep the external ID of a connection of any customer',
  description:
    'Cancels a rotation whose new external ID isn’t confirmed yet. The old one stays in use. The connection has `rotation` with `canceledAt` until AWS has denied the new one in checks 10 seconds apart.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  audit: 'connection.rotated',
  responses: [{ status: 200, description: 'The connection.', body: vendorConnectionBody }],
  problems: ['not-found', 'connection-unreadable', 'disconnecting', 'rotation-confirmed'],
  handler: (dependencies) => {
    const cancel = rotationCancel(dependencies)
    return async (context) => {
      const { registry, vendor } = dependencies
      const before = await connectedInPath(context, registry)
      if (before === null) return problem('not-found')
      const kept = await cancel(context, before)
      if (kept.kind === 'problem') return kept.response
      const after = await connectedInPath(context, registry)
      return after === null ? problem('not-found') : context.json(vendorConnection(after, vendor))
    }
  },
}

export const vendorRotationOperations: readonly Operation[] = [rotateVendorExternalId, cancelVendorRotation]
