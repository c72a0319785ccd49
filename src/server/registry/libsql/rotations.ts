import type Database from 'libsql'
import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import { isCanceled } from '#core/connection/rotation.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { RotationResult, RotationStep, Rotations } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { connectionOf } from '#server/registry/registry-rows.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

const ClaimedRow = z.object({ external_id: z.string() })

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

function hashKeeper(database: Database.Database): (claims: readonly unknown[]) => void {
  const keep = database.prepare('insert into deleted_claims (external_id_sha256) values (?) on conflict do nothing')
  return (claims) => {
    for (const row of claims) keep.run(sha256Hex(ClaimedRow.parse(row).external_id))
  }
}

/** The statements delete in an order in which no row refers to one that is gone. */
function tenantDeletion(database: Database.Database) {
  const ofTenant = '(select id from connections where tenant = :tenant)'
  const statements = [
    `delete from verdicts where connection_id in ${ofTenant}`,
    `delete from other_external_ids where connection_id in ${ofTenant} or other_id in ${ofTenant}`,
    `delete from request_ids where connection_id in ${ofTenant}`,
    `delete from history where connection_id in ${ofTenant}`,
    'delete from handoffs where tenant = :tenant',
    'delete from events where tenant = :tenant',
  ].map((text) => database.prepare(text))
  const connections = database.prepare('delete from connections where tenant = ?')
  const claims = database.prepare('delete from claims where tenant = ? returning external_id')
  const keepHash = hashKeeper(database)
  return database.transaction((tenant: string): number => {
    for (const statement of statements) statement.run({ tenant })
    const { changes } = connections.run(tenant)
    keepHash(claims.all(tenant))
    return changes
  })
}

/** In the same order. */
function connectionDeletion(database: Database.Database) {
  const ended = database.prepare('select 1 from connections where id = ? and disconnected_at is not null')
  const statements = [
    'delete from verdicts where connection_id = :id',
    'delete from other_external_ids where connection_id = :id or other_id = :id',
    'delete from request_ids where connection_id = :id',
    'delete from history where connection_id = :id',
    'delete from handoffs where connection_id = :id',
    'delete from events where connection_id = :id',
    'delete from connections where id = :id',
  ].map((text) => database.prepare(text))
  const claims = database.prepare('delete from claims where connection_id = ? returning external_id')
  const keepHash = hashKeeper(database)
  return database.transaction((id: string): boolean => {
    if (ended.all(id).length === 0) return false
    for (const statement of statements) statement.run({ id })
    keepHash(claims.all(id))
    return true
  })
}

export function libsqlDeletion(database: Database.Database): Pick<Registry, 'deleteTenant' | 'deleteConnection'> {
  const deleteTenant = tenantDeletion(database)
  const deleteConnection = connectionDeletion(database)
  return { deleteTenant: async (tenant) => deleteTenant.immediate(tenant), deleteConnection: async (id) => deleteConnection.immediate(id) }
}
