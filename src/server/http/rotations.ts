import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { type RotationRecord, rotationRecord } from '#core/connection/rotation.ts'
import type { OwnedConnection, RotationResult } from '#server/registry/connection-records.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'
import { note } from './request-facts.ts'

type Noted = Parameters<typeof note>[0]

type Rotated = { readonly kind: 'record'; readonly record: RotationRecord } | { readonly kind: 'problem'; readonly response: Response }

const failed = (code: Parameters<typeof problem>[0]): Rotated => ({ kind: 'problem', response: problem(code) })

/** Starts the replacement of an external ID. While there is one, it is the same one. */
export function rotating({ registry, now, randomBytes }: AppDependencies) {
  async function started({ tenant, connection: { id } }: OwnedConnection): Promise<RotationResult> {
    const request = () => ({ externalId: proposedExternalId(randomBytes), at: now().toISOString() })
    const first = await registry.rotations.start(tenant, id, request())
    return first.kind === 'external-id-taken' ? registry.rotations.start(tenant, id, request()) : first
  }

  return async (context: Noted, owned: OwnedConnection): Promise<Rotated> => {
    if (owned.connection.disconnection !== undefined) return failed('disconnecting')
    const result = await started(owned)
    if (result.kind === 'absent') return failed('not-found')
    if (result.kind === 'external-id-taken') return failed('external-id-taken')
    note(context, result.kind === 'started' ? { rotation: 'started' } : { isUnchanged: true })
    const record = rotationRecord(result.connection)
    return record === null ? failed('not-found') : { kind: 'record', record }
  }
}

/** Cancels a rotation whose new ID isn't confirmed. Null: the connection is absent. Has the rotation still: it is too late. */
export function rotationCancel({ registry, now }: AppDependencies) {
  return async (context: Noted, { tenant, connection }: OwnedConnection) => {
    const kept = await registry.rotations.cancel(tenant, connection.id, now().toISOString())
    const isCanceled = connection.rotation !== undefined && kept !== null && kept.rotation === undefined
    note(context, isCanceled ? { rotation: 'canceled' } : { isUnchanged: true })
    return kept
  }
}
