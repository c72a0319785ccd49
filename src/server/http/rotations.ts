import type { Context } from 'hono'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { isCanceled, type RotationRecord, rotationRecord } from '#core/connection/rotation.ts'
import type { OwnedConnection, RotationResult } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'
import { note } from './request-facts.ts'
import { resuffixed } from './suffixed-external-id.ts'

type Noted = Parameters<typeof note>[0]

type Failed = { readonly kind: 'problem'; readonly response: Response }
type Rotated = { readonly kind: 'record'; readonly record: RotationRecord } | Failed
type Kept = { readonly kind: 'connection'; readonly connection: Connection } | Failed

const failed = (code: Parameters<typeof problem>[0]): Failed => ({ kind: 'problem', response: problem(code) })

/** Starts the replacement of an external ID. While there is one, it is the same one. */
function rotating({ registry, vendor, now, randomBytes }: AppDependencies) {
  const newId = (externalId: string) =>
    vendor.externalId.mode === 'chosen-with-suffix' ? resuffixed(externalId, randomBytes) : proposedExternalId(randomBytes)

  async function started({ tenant, connection: { id, externalId } }: OwnedConnection): Promise<RotationResult> {
    const request = () => ({ externalId: newId(externalId), at: now().toISOString() })
    const first = await registry.rotations.start(tenant, id, request())
    return first.kind === 'external-id-taken' ? registry.rotations.start(tenant, id, request()) : first
  }

  return async (context: Noted, owned: OwnedConnection): Promise<Rotated> => {
    const result = await started(owned)
    if (!('connection' in result)) return failed(result.kind === 'absent' ? 'not-found' : result.kind)
    note(context, result.kind === 'started' ? { rotation: 'started' } : { isUnchanged: true })
    const record = rotationRecord(result.connection)
    return record === null ? failed('not-found') : { kind: 'record', record }
  }
}

/** For the customer and for the vendor, who find the connection in different ways. */
export function rotationHandler<Found extends Noted & Pick<Context, 'json'>>(
  dependencies: AppDependencies,
  ownedIn: (context: Found, registry: Registry) => Promise<OwnedConnection | null>,
) {
  const rotate = rotating(dependencies)
  return async (context: Found): Promise<Response> => {
    const owned = await ownedIn(context, dependencies.registry)
    if (owned === null) return problem('not-found')
    const rotated = await rotate(context, owned)
    return rotated.kind === 'record' ? context.json(rotated.record) : rotated.response
  }
}

/** Cancels a rotation whose new ID isn't confirmed. */
export function rotationCancel({ registry, now }: AppDependencies) {
  return async (context: Noted, { tenant, connection }: OwnedConnection): Promise<Kept> => {
    const kept = await registry.rotations.cancel(tenant, connection.id, now().toISOString())
    if (kept === null) return failed('not-found')
    if (isDisconnecting(kept)) return failed('disconnecting')
    if (kept.rotation !== undefined && !isCanceled(kept)) return failed('rotation-confirmed')
    note(context, isCanceled(kept) && !isCanceled(connection) ? { rotation: 'canceled' } : { isUnchanged: true })
    return { kind: 'connection', connection: kept }
  }
}
