import * as z from 'zod/mini'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { isCanceled } from '#core/connection/rotation.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { RotationResult, Rotations } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { CountRow, connectionOf, requestedColumns, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { claimExternalId, record } from './claims.ts'
import { inTransaction, lock } from './database.ts'
import { addEvent } from './events.ts'
import { removeDrafts } from './records.ts'
import { part, type Query, type Sql } from './sql.ts'

/** While a connection is being disconnected, each ID that its role may accept is checked, so none may come or go. */
const isOpen = part`disconnected_at is null and disconnection is null`

const lockedRow = async (query: Query, tenant: string, id: string): Promise<unknown> => {
  const [row] = await query`select * from connections where tenant = ${tenant} and id = ${id} and disconnected_at is null for update`
  return row
}

type Start = { readonly tenant: string; readonly id: string } & Parameters<Rotations['start']>[2]

async function start(query: Query, { tenant, id, externalId, at }: Start, report: UnreadableReport): Promise<RotationResult> {
  const connection = connectionOf(await lockedRow(query, tenant, id), report)
  if (connection === null) return { kind: 'absent' }
  if (isDisconnecting(connection)) return { kind: 'disconnecting' }
  if (connection.rotation !== undefined) return { kind: 'existing', connection }
  if (!(await claimExternalId(query, { tenant, id, createdAt: at }, externalId))) return { kind: 'external-id-taken' }
  const rotation = { externalId, startedAt: at, confirmedAt: null }
  await query`
    update connections set next_external_id = ${externalId}, rotation_started_at = ${at}, rotation_confirmed_at = null,
      rotation_canceled_at = null, next_check_at = ${at}
    where id = ${id}`
  await record(query, id, { kind: 'rotation-started', at })
  return { kind: 'started', connection: { ...connection, rotation } }
}

type Owned = { readonly tenant: string; readonly id: string; readonly at: string }

const tell = (query: Query, { tenant, id, at }: Owned): Promise<void> =>
  addEvent(query, newEvent('external-id.rotated', { tenant, connectionId: id, at }))

/** The entry of a step, in the transaction of its update. */
async function taken(query: Query, { id, at }: Owned, kind: HistoryEntry['kind'], row: unknown, report: UnreadableReport) {
  const connection = connectionOf(row, report)
  if (connection === null) return null
  await record(query, id, { kind, at })
  return connection
}

/** The ID is another one, or the customer has changed the role. */
const forget = (query: Query, id: string) =>
  query`delete from other_external_ids where other_id = ${id} or (connection_id = ${id} and outcome = 'denied')`

export function postgresRotations(sql: Sql, report: UnreadableReport): Rotations {
  return {
    start: (tenant, id, request) => inTransaction(sql, (query) => start(query, { tenant, id, ...request }, report)),
    confirm: (tenant, id, { secondId, at }) =>
      inTransaction(sql, async (query) => {
        const [row] = await query`
          update connections set external_id = next_external_id, next_external_id = external_id, rotation_confirmed_at = ${at},
            next_check_at = ${at}
          where tenant = ${tenant} and id = ${id} and ${isOpen} and next_external_id = ${secondId}
            and rotation_confirmed_at is null returning *`
        const confirmed = await taken(query, { tenant, id, at }, 'rotation-confirmed', row, report)
        if (confirmed === null) return null
        await forget(query, id)
        await tell(query, { tenant, id, at })
        return confirmed
      }),
    complete: (tenant, id, { secondId, at }) =>
      inTransaction(sql, async (query) => {
        const before = connectionOf(await lockedRow(query, tenant, id), report)
        const [row] = await query`
          update connections set next_external_id = null, rotation_started_at = null, rotation_confirmed_at = null,
            rotation_canceled_at = null, next_check_at = ${at}
          where tenant = ${tenant} and id = ${id} and ${isOpen} and next_external_id = ${secondId}
            and rotation_confirmed_at is not null returning *`
        const completed = await taken(query, { tenant, id, at }, 'rotation-completed', row, report)
        if (completed !== null) await forget(query, id)
        if (completed !== null && before !== null && !isCanceled(before)) await tell(query, { tenant, id, at })
        return completed
      }),
    cancel: (tenant, id, at) =>
      inTransaction(sql, async (query) => {
        const canceled = await query`
          update connections set rotation_confirmed_at = ${at}, rotation_canceled_at = ${at}, next_check_at = ${at}
          where tenant = ${tenant} and id = ${id} and ${isOpen} and next_external_id is not null
            and rotation_confirmed_at is null returning id`
        if (canceled.length > 0) await record(query, id, { kind: 'rotation-canceled', at })
        return connectionOf(await lockedRow(query, tenant, id), report)
      }),
  }
}

const TenantRow = z.object({ tenant: z.string() })
const ClaimedRow = z.object({ external_id_sha256: z.string() })

export function postgresEnds(
  sql: Sql,
  report: UnreadableReport,
): Pick<Registry, 'updatePermissions' | 'rename' | 'deleteTenant' | 'deleteConnection'> {
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
        await query`delete from request_ids where connection_id in (select id from connections where tenant = ${tenant})`
        const [deleted] = await query`
          with deleted as (delete from connections where tenant = ${tenant} returning 1) select count(*)::int as count from deleted`
        await query`delete from handoffs where tenant = ${tenant}`
        await query`delete from events where tenant = ${tenant}`
        await query`update claims set tenant = null, connection_id = null where tenant = ${tenant}`
        return CountRow.parse(deleted).count
      }),
    deleteConnection: (id) =>
      inTransaction(sql, async (query) => {
        await query`set local statement_timeout = 0`
        const [ended] = await query`select tenant from connections where id = ${id} and disconnected_at is not null for update`
        if (ended === undefined) return false
        const { tenant } = TenantRow.parse(ended)
        await query`delete from request_ids where connection_id = ${id}`
        await query`delete from connections where id = ${id}`
        await query`delete from handoffs where tenant = ${tenant} and connection_id = ${id}`
        await query`delete from events where tenant = ${tenant} and connection_id = ${id}`
        const claims = await query`
          update claims set tenant = null, connection_id = null
          where tenant = ${tenant} and connection_id = ${id} returning external_id_sha256`
        await removeDrafts(query, tenant, new Set(claims.map((row) => ClaimedRow.parse(row).external_id_sha256)))
        return true
      }),
  }
}
