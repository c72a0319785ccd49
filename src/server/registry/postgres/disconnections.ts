import type { Disconnections } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { connectionOf, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { toldOfDisconnection } from '#server/registry/remembered-verdict.ts'
import { record } from './claims.ts'
import { inTransaction } from './database.ts'
import { addEvent } from './events.ts'
import { part, type Query, type Sql } from './sql.ts'
import { remember } from './verdicts.ts'

const isOpen = part`disconnected_at is null and disconnection is not null`

async function own(query: Query, tenant: string, id: string, report: UnreadableReport) {
  const [row] = await query`select * from connections where tenant = ${tenant} and id = ${id} and disconnected_at is null`
  return connectionOf(row, report)
}

function disconnections(sql: Sql, report: UnreadableReport): Disconnections {
  return {
    start: (tenant, id, at) =>
      inTransaction(sql, async (query) => {
        const disconnection = JSON.stringify({ requestedAt: at, check: null, deniedSince: null })
        const started = await query`
          update connections set disconnection = ${disconnection}, next_check_at = ${at}
          where tenant = ${tenant} and id = ${id} and disconnected_at is null and disconnection is null returning id`
        if (started.length > 0) {
          await record(query, id, { kind: 'disconnect-requested', at })
          await remember(query, id, (last) => toldOfDisconnection(last, at), report)
          // The verdict counts no longer, also if the disconnection is canceled.
          await query`update verdicts set kind = 'unchecked' where connection_id = ${id}`
          await addEvent(query, newEvent('connection.disconnecting', { tenant, connectionId: id, at }))
        }
        return own(query, tenant, id, report)
      }),
    cancel: (tenant, id, at) =>
      inTransaction(sql, async (query) => {
        const canceled = await query`
          update connections set disconnection = null, next_check_at = ${at}
          where tenant = ${tenant} and id = ${id} and ${isOpen} returning id`
        if (canceled.length > 0) await record(query, id, { kind: 'disconnect-canceled', at })
        return own(query, tenant, id, report)
      }),
    save: async (tenant, id, found, nextCheckAt) => {
      const saved = await sql`
        update connections set disconnection = ${JSON.stringify(found)}, next_check_at = ${nextCheckAt}
        where tenant = ${tenant} and id = ${id} and ${isOpen} returning id`
      return saved.length > 0
    },
  }
}

export function postgresDisconnections(sql: Sql, report: UnreadableReport): Pick<Registry, 'disconnect' | 'disconnections'> {
  return {
    disconnections: disconnections(sql, report),
    disconnect: (tenant, id, at, confirmed) =>
      inTransaction(sql, async (query) => {
        const disconnection = confirmed === undefined ? null : JSON.stringify(confirmed)
        const ended = await query`
          update connections set disconnected_at = ${at}, disconnection = coalesce(${disconnection}, disconnection),
            next_check_at = null, lease_holder = null, lease_until = null
          where tenant = ${tenant} and id = ${id} and disconnected_at is null
            and (${confirmed === undefined} or disconnection is not null) returning id`
        if (ended.length === 0) return false
        await record(query, id, { kind: 'disconnected', at })
        await addEvent(query, newEvent('connection.disconnected', { tenant, connectionId: id, at }))
        return true
      }),
  }
}
