import type { RotationStep } from '#core/verify/rotation-check.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { Log } from '#server/config/log.ts'
import { shortHash } from '#server/http/request-facts.ts'
import { errorFields } from '#server/http/request-log.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'

/** A step of a rotation follows from what a check finds, also a scheduled one. */
export function auditOfRotations(log: Log) {
  const taken = { confirm: 'confirmed', complete: 'completed' } as const
  return ({ tenant, connection: { id } }: OwnedConnection, step: RotationStep): void =>
    log.info(
      { audit: true, action: 'connection.rotated', role: 'check', tenant: shortHash(tenant), connectionId: id, rotation: taken[step] },
      'audit',
    )
}

/** The schedule verifies too, and confirms removals, without a request. */
export function auditOfSchedule(log: Log) {
  const by = ({ tenant, connection }: OwnedConnection) => ({ role: 'schedule', tenant: shortHash(tenant), connectionId: connection.id })
  return {
    onChecked: (owned: OwnedConnection, { kind, diagnosis }: Verdict): void =>
      log.info({ audit: true, action: 'connection.verified', ...by(owned), verdict: kind, diagnosis }, 'audit'),
    onRemoved: (owned: OwnedConnection): void =>
      log.info({ audit: true, action: 'connection.disconnected', ...by(owned), removal: 'confirmed' }, 'audit'),
  }
}

export const reportFailedCheck = (log: Log) => (error: unknown) => log.error(errorFields(error), 'A scheduled check failed.')

export const reportFailedRemoval = (log: Log) => (error: unknown) =>
  log.error(errorFields(error), 'Expired events and links could not be removed.')

export const reportFailedClock = (log: Log) => (error: unknown) =>
  log.error(errorFields(error), 'The clock of the registry could not be read.')

/** A scheduled event had too little time from the start. */
export const reportNoTime = (log: Log) => () =>
  log.warn(
    {},
    'The vendor config is not compared with the connections, because the timeout of the function leaves no time. Set it to 120 seconds.',
  )

/** At start-up: the config is the one that the server was started with. */
export const reportOfUpdates = (log: Log) => ({
  onTold: ({ told }: { readonly told: number }) =>
    log.info({ connections: told }, 'The vendor config asks connections for an update of their permissions.'),
  onError: (error: unknown) => log.error(errorFields(error), 'The vendor config could not be compared with the connections.'),
})
