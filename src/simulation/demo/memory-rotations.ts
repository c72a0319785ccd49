import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import { addedId, isCanceled, removedId, withCanceledRotation, withConfirmedId } from '#core/connection/rotation.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { RotationStep, Rotations } from '#server/registry/connection-records.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import { kept, ownRow, type Row, type Rows, withEntry } from './memory-rows.ts'

type Step = {
  readonly secondId: (connection: Connection) => ExternalId | null
  readonly change: (connection: Connection, at: string) => Connection
  readonly entry: HistoryEntry['kind']
}

const confirmation: Step = { secondId: addedId, change: withConfirmedId, entry: 'rotation-confirmed' }
const completion: Step = { secondId: removedId, change: ({ rotation: _, ...connection }) => connection, entry: 'rotation-completed' }

/** The customer has changed the role. */
const withoutDenials = ({ triedOnRole: { roleArn, outcomes } }: Row): Row['triedOnRole'] => ({
  roleArn,
  outcomes: new Map([...outcomes].filter(([, outcome]) => outcome !== 'denied')),
})

export function memoryRotations(rows: Rows, tell: (event: NewEvent) => void): Rotations {
  const taking =
    (step: Step) =>
    async (tenant: string, id: string, { secondId, at }: RotationStep) => {
      const row = ownRow(rows, tenant, id)
      if (row === null || isDisconnecting(row.connection) || step.secondId(row.connection) !== secondId) return null
      const connection = step.change(row.connection, at)
      if (!isCanceled(row.connection)) tell(newEvent('external-id.rotated', { tenant, connectionId: id, at }))
      return kept(rows, withEntry({ ...row, connection, triedOnRole: withoutDenials(row), nextCheckAt: at }, { kind: step.entry, at }))
    }
  return {
    start: async (tenant, id, { externalId, at }) => {
      const row = ownRow(rows, tenant, id)
      if (row === null) return { kind: 'absent' }
      if (isDisconnecting(row.connection)) return { kind: 'disconnecting' }
      if (row.connection.rotation !== undefined) return { kind: 'existing', connection: row.connection }
      if (rows.claims.has(externalId)) return { kind: 'external-id-taken' }
      rows.claims.set(externalId, id)
      const connection = { ...row.connection, rotation: { externalId, startedAt: at, confirmedAt: null } }
      const started = withEntry({ ...row, connection, nextCheckAt: at }, { kind: 'rotation-started', at })
      return { kind: 'started', connection: kept(rows, started) }
    },
    confirm: taking(confirmation),
    complete: taking(completion),
    cancel: async (tenant, id, at) => {
      const row = ownRow(rows, tenant, id)
      if (row === null || isDisconnecting(row.connection) || addedId(row.connection) === null) return row?.connection ?? null
      const connection = withCanceledRotation(row.connection, at)
      return kept(rows, withEntry({ ...row, connection, nextCheckAt: at }, { kind: 'rotation-canceled', at }))
    },
  }
}
