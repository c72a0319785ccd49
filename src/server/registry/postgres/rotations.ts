import * as z from 'zod/mini'
import { Rotation, type RotationResult, type Rotations } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { CountRow, connectionOf, requestedColumns, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { claimExternalId, record } from './claims.ts'
import { inTransaction, lock } from './database.ts'
import { addEvent } from './events.ts'
import type { Query, Sql } from './sql.ts'

const RotationRow = z.object({ next_external_id: z.nullable(z.string()), rotation_started_at: z.nullable(z.string()) })

function rotationOf(row: unknown): Rotation | null {
  const columns = RotationRow.safeParse(row).data
  return Rotation.safeParse({ externalId: columns?.next_external_id, startedAt: columns?.rotation_started_at }).data ?? null
}

const lockedRow = async (query: Query, tenant: string, id: string): Promise<unknown> => {
  const [row] = await query`select * from connections where tenant = ${tenant} and id = ${id} and disconnected_at is null for update`
  return row
}

async function start(query: Query, tenant: string, id: string, rotation: Rotation): Promise<RotationResult> {
  const row = await lockedRow(query, tenant, id)
  if (row === undefined) return { kind: 'absent' }
  const earlier = rotationOf(row)
  if (earlier !== null) return { kind: 'existing', rotation: earlier }
  const { externalId, startedAt } = rotation
  if (!(await claimExternalId(query, { tenant, id, createdAt: startedAt }, externalId))) return { kind: 'external-id-taken' }
  await query`update connections set next_external_id = ${externalId}, rotation_started_at = ${startedAt} where id = ${id}`
  await record(query, id, { kind: 'rotation-started', at: startedAt })
  return { kind: 'started', rotation }
}

export function postgresRotations(sql: Sql, report: UnreadableReport): Rotations {
  return {
    start: (tenant, id, rotation) => inTransaction(sql, (query) => start(query, tenant, id, rotation)),
    find: async (tenant, id) => {
      const [row] = await sql`
        select next_external_id, rotation_started_at from connections where tenant = ${tenant} and id = ${id} and disconnected_at is null`
      return rotationOf(row)
    },
    complete: (tenant, id, at) =>
      inTransaction(sql, async (query) => {
        if (rotationOf(await lockedRow(query, tenant, id)) === null) return null
        const [row] = await query`
          update connections set external_id = next_external_id, next_external_id = null, rotation_started_at = null
          where id = ${id} returning *`
        await record(query, id, { kind: 'rotation-completed', at })
        await addEvent(query, newEvent('external-id.rotated', { tenant, connectionId: id, at }))
        return connectionOf(row, report)
      }),
    cancel: (tenant, id, at) =>
      inTransaction(sql, async (query) => {
        if (rotationOf(await lockedRow(query, tenant, id)) === null) return false
        await query`update connections set next_external_id = null, rotation_started_at = null where id = ${id}`
        await record(query, id, { kind: 'rotation-canceled', at })
        return true
      }),
  }
}

export function postgresEnds(sql: Sql, report: UnreadableReport): Pick<Registry, 'updatePermissions' | 'rename' | 'deleteTenant'> {
  return {
    updatePermissions: (tenant, id, change, at) =>
      inTransaction(sql, async (query) => {
        const [permissions, , policy] = requestedColumns(change)
        const [row] = await query`
          update connections set permissions = ${permissions}, permissions_policy = ${policy}
          where tenant = ${tenant} and id = ${id} and disconnected_at is null returning *`
        if (row !== undefined) await record(query, id, { kind: 'terms-changed', at })
        return connectionOf(row, report)
      }),
    rename: (tenant, id, name, at) =>
      inTransaction(sql, async (query) => {
        const [row] = await query`
          update connections set name = ${name} where tenant = ${tenant} and id = ${id} and disconnected_at is null returning *`
        if (row !== undefined) await record(query, id, { kind: 'terms-changed', at })
        return connectionOf(row, report)
      }),
    deleteTenant: (tenant) =>
      inTransaction(sql, async (query) => {
        await query`set local statement_timeout = 0`
        await lock(query, `tenant ${tenant}`)
        const [deleted] = await query`
          with deleted as (delete from connections where tenant = ${tenant} returning 1) select count(*)::int as count from deleted`
        await query`delete from handoffs where tenant = ${tenant}`
        await query`delete from events where tenant = ${tenant}`
        await query`update claims set tenant = null, connection_id = null where tenant = ${tenant}`
        return CountRow.parse(deleted).count
      }),
  }
}
