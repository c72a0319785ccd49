import type { Context } from 'hono'
import type { Authenticated } from '#server/http/app-dependencies.ts'
import { connectionInPath } from '#server/http/authentication.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { rotationCancel, rotationHandler } from '#server/http/rotations.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { connection, rotationRecord } from './connection-bodies.ts'

async function ownedInPath(context: Context<Authenticated>, registry: Registry): Promise<OwnedConnection | null> {
  const found = await connectionInPath(context, registry)
  return found === null ? null : { tenant: context.get('tenant'), connection: found }
}

const rotateExternalId: Operation = {
  method: 'post',
  path: '/api/connections/:id/rotation',
  id: 'rotateExternalId',
  title: 'Replace the external ID of a connection',
  description:
    'Adds a second external ID, which the server makes, and returns both. The customer updates the role twice: first it accepts both IDs, then only the new one. Verifying the connection goes on with it: once the role has accepted the new ID in checks 10 seconds apart, that one is in use, and once AWS has denied the old one in the same way, the rotation is complete. Where the application has several roles and the check reads the trust policy, each of those checks must also find the same for the other roles. If the role denies the old ID already, the new one is in use at once. While there is a rotation, a repetition returns it.',
  access: 'tenant',
  limits: { requester: 'claimsPerTenant' },
  audit: 'connection.rotated',
  responses: [{ status: 200, description: 'Both external IDs.', body: rotationRecord }],
  problems: ['not-found', 'connection-unreadable', 'disconnecting', 'external-id-taken'],
  handler: (dependencies) => rotationHandler(dependencies, ownedInPath),
}

const cancelRotation: Operation = {
  method: 'delete',
  path: '/api/connections/:id/rotation',
  id: 'cancelRotation',
  title: 'Keep the external ID of a connection',
  description:
    'Cancels a rotation whose new external ID isn’t confirmed yet. That one is never assigned again. The role can accept it by now, so the connection has `rotation` with `canceledAt` until AWS has denied it in checks 10 seconds apart. The old one stays in use.',
  access: 'tenant',
  limits: { requester: 'claimsPerTenant' },
  audit: 'connection.rotated',
  responses: [{ status: 200, description: 'The connection.', body: connection }],
  problems: ['not-found', 'connection-unreadable', 'disconnecting', 'rotation-confirmed'],
  handler: (dependencies) => {
    const cancel = rotationCancel(dependencies)
    return async (context) => {
      const owned = await ownedInPath(context, dependencies.registry)
      if (owned === null) return problem('not-found')
      const kept = await cancel(context, owned)
      return kept.kind === 'connection' ? context.json(kept.connection) : kept.response
    }
  },
}

export const rotationOperations: readonly Operation[] = [rotateExternalId, cancelRotation]
