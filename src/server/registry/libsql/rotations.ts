import type Database from 'libsql'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import { isCanceled } from '#core/connection/rotation.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { RotationResult, RotationStep, Rotations } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { connectionOf } from '#server/registry/registry-rows.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

export const rotationSchema = 'alter table connections add column rotation_confirmed_at text'
export const canceledRotationSchema = 'alter table connections add column rotation_canceled_at text'

const own = 'tenant = :tenant and id = :id and disconnected_at is null'

/** While a connection is being disconnected, each ID that its role may accept is checked, so none may come or go. */
const open = `${own} and disconnection is null`

function statements(database: Database.Database) {
  return {
    find: database.prepare(`select * from connections where ${own}`),
    claim: database.prepare(
      `insert into claims (external_id, tenant, connection_id, claimed_at)
       select ?, ?, ?, ? where not exists (select 1 from deleted_claims where external_id_sha256 = ?) on conflict do nothing`,
    ),
    begin: database.prepare(
      `update connections set next_external_id = :externalId, rotation_started_at = :at, rotation_confirmed_at = null,
         rotation_canceled_at = null, next_check_at = :at
       where ${open} returning *`,
    ),
    confirm: database.prepare(
      `update connections set external_id = next_external_id, next_external_id = external_id, rotation_confirmed_at = :at, next_check_at = :at
       where ${open} and next_external_id = :secondId and rotation_confirmed_at is null returning *`,
    ),
    complete: database.prepare(
      `update connections set next_external_id = null, rotation_started_at = null, rotation_confirmed_at = null,
         rotation_canceled_at = null, next_check_at = :at
       where ${open} and next_external_id = :secondId and rotation_confirmed_at is not null returning *`,
    ),
    cancel: database.prepare(
      `update connections set rotation_confirmed_at = :at, rotation_canceled_at = :at, next_check_at = :at
       where ${open} and next_external_id is not null and rotation_confirmed_at is null`,
    ),
  }
}

function steps(database: Database.Database, report: UnreadableReport): Pick<Rotations, 'confirm' | 'complete'> {
  const { find, confirm, complete } = statements(database)
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  /** The ID is another one, or the customer has changed the role. */
  const forget = database.prepare(`delete from other_external_ids where other_id = :id or (connection_id = :id and outcome = 'denied')`)
  const taking = (statement: Database.Statement, kind: HistoryEntry['kind']) =>
    database.transaction((tenant: string, id: string, { secondId, at }: RotationStep): Connection | null => {
      const before = connectionOf(find.get({ tenant, id }), report)
      const connection = connectionOf(statement.get({ tenant, id, secondId, at }), report)
      if (before === null || connection === null) return null
      record(id, { kind, at })
      forget.run({ id })
      if (!isCanceled(before)) addEvent(newEvent('external-id.rotated', { tenant, connectionId: id, at }))
      return connection
    })
  const [confirming, completing] = [taking(confirm, 'rotation-confirmed'), taking(complete, 'rotation-completed')]
  return {
    confirm: async (tenant, id, step) => confirming.immediate(tenant, id, step),
    complete: async (tenant, id, step) => completing.immediate(tenant, id, step),
  }
}

export function libsqlRotations(database: Database.Database, report: UnreadableReport): Rotations {
  const { find, claim, begin, cancel } = statements(database)
  const record = historyWriter(database)
  const current = (tenant: string, id: string) => connectionOf(find.get({ tenant, id }), report)

  const start = database.transaction((tenant: string, id: string, externalId: ExternalId, at: string): RotationResult => {
    const connection = current(tenant, id)
    if (connection === null) return { kind: 'absent' }
    if (isDisconnecting(connection)) return { kind: 'disconnecting' }
    if (connection.rotation !== undefined) return { kind: 'existing', connection }
    if (claim.run(externalId, tenant, id, at, sha256Hex(externalId)).changes === 0) return { kind: 'external-id-taken' }
    const started = connectionOf(begin.get({ tenant, id, externalId, at }), report)
    record(id, { kind: 'rotation-started', at })
    return started === null ? { kind: 'absent' } : { kind: 'started', connection: started }
  })
  const cancelOne = database.transaction((tenant: string, id: string, at: string): Connection | null => {
    if (cancel.run({ tenant, id, at }).changes > 0) record(id, { kind: 'rotation-canceled', at })
    return current(tenant, id)
  })
  return {
    start: async (tenant, id, { externalId, at }) => start.immediate(tenant, id, externalId, at),
    ...steps(database, report),
    cancel: async (tenant, id, at) => cancelOne.immediate(tenant, id, at),
  }
}
