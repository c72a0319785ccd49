import type Database from 'libsql'
import * as z from 'zod/mini'
import { sha256Hex } from '#core/text/sha256.ts'
import { Rotation, type RotationResult, type Rotations } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { connectionOf } from '#server/registry/registry-rows.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

const RotationRow = z.object({ next_external_id: z.nullable(z.string()), rotation_started_at: z.nullable(z.string()) })
const ClaimedRow = z.object({ external_id: z.string() })

function rotationOf(row: unknown): Rotation | null {
  const columns = RotationRow.safeParse(row).data
  return Rotation.safeParse({ externalId: columns?.next_external_id, startedAt: columns?.rotation_started_at }).data ?? null
}

export function libsqlRotations(database: Database.Database, report: UnreadableReport): Rotations {
  const find = database.prepare('select * from connections where tenant = ? and id = ? and disconnected_at is null')
  const claim = database.prepare(
    `insert into claims (external_id, tenant, connection_id, claimed_at)
     select ?, ?, ?, ? where not exists (select 1 from deleted_claims where external_id_sha256 = ?) on conflict do nothing`,
  )
  const set = database.prepare('update connections set next_external_id = ?, rotation_started_at = ? where id = ?')
  const replace = database.prepare(
    `update connections set external_id = next_external_id, next_external_id = null, rotation_started_at = null where id = ? returning *`,
  )
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  const current = (tenant: string, id: string) => rotationOf(find.get(tenant, id))

  const start = database.transaction((tenant: string, id: string, rotation: Rotation): RotationResult => {
    const row = find.get(tenant, id)
    if (row === undefined || row === null) return { kind: 'absent' }
    const earlier = rotationOf(row)
    if (earlier !== null) return { kind: 'existing', rotation: earlier }
    const { externalId, startedAt } = rotation
    if (claim.run(externalId, tenant, id, startedAt, sha256Hex(externalId)).changes === 0) return { kind: 'external-id-taken' }
    set.run(externalId, startedAt, id)
    record(id, { kind: 'rotation-started', at: startedAt })
    return { kind: 'started', rotation }
  })
  const complete = database.transaction((tenant: string, id: string, at: string) => {
    if (current(tenant, id) === null) return null
    const row = replace.get(id)
    record(id, { kind: 'rotation-completed', at })
    addEvent(newEvent('external-id.rotated', { tenant, connectionId: id, at }))
    return connectionOf(row, report)
  })
  const cancel = database.transaction((tenant: string, id: string, at: string): boolean => {
    if (current(tenant, id) === null) return false
    set.run(null, null, id)
    record(id, { kind: 'rotation-canceled', at })
    return true
  })
  return {
    start: async (tenant, id, rotation) => start.immediate(tenant, id, rotation),
    find: async (tenant, id) => current(tenant, id),
    complete: async (tenant, id, at) => complete.immediate(tenant, id, at),
    cancel: async (tenant, id, at) => cancel.immediate(tenant, id, at),
  }
}

/** The statements delete in an order in which no row refers to one that is gone. */
function tenantDeletion(database: Database.Database) {
  const ofTenant = '(select id from connections where tenant = :tenant)'
  const statements = [
    `delete from verdicts where connection_id in ${ofTenant}`,
    `delete from other_external_ids where connection_id in ${ofTenant} or other_id in ${ofTenant}`,
    `delete from history where connection_id in ${ofTenant}`,
    'delete from handoffs where tenant = :tenant',
    'delete from events where tenant = :tenant',
  ].map((text) => database.prepare(text))
  const connections = database.prepare('delete from connections where tenant = ?')
  const claims = database.prepare('delete from claims where tenant = ? returning external_id')
  const keepHash = database.prepare('insert into deleted_claims (external_id_sha256) values (?) on conflict do nothing')
  return database.transaction((tenant: string): number => {
    for (const statement of statements) statement.run({ tenant })
    const { changes } = connections.run(tenant)
    for (const row of claims.all(tenant)) keepHash.run(sha256Hex(ClaimedRow.parse(row).external_id))
    return changes
  })
}

export function libsqlDeletion(database: Database.Database): Pick<Registry, 'deleteTenant'> {
  const deleteTenant = tenantDeletion(database)
  return { deleteTenant: async (tenant) => deleteTenant.immediate(tenant) }
}
