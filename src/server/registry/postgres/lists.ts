import * as z from 'zod/mini'
import { HistoryEntry } from '#core/verify/connection-history.ts'
import {
  type ChangedConnection,
  type ChangedConnections,
  type ConnectionPage,
  changeCursor,
  historyPage,
  type ListedConnection,
  type PageRequest,
  readChangeCursor,
  readHistoryCursor,
} from '#server/registry/connection-records.ts'
import { type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import {
  IdRow,
  jsonText,
  NumberRow,
  readable,
  readConnection,
  StoredCheckRow,
  type UnreadableReport,
  verdictKindsPage,
} from '#server/registry/registry-rows.ts'
import { part, type Sql } from './sql.ts'

/**
 * The status of a connection `c` with the verdict `v`, unless it is disconnected. Null: there is no verdict, or none since a disconnection
 * began. Earlier copies leave the kind of one from before as it was. The text has one time of a check, and quotes in other texts are escaped.
 */
const goingStatus = part`case when c.disconnection is not null then 'disconnecting'
  when substring(v.verdict from '"checkedAt":"([^"]*)"') collate "C" <= substring(v.remembered from '"disconnectionToldAt":"([^"]*)"') then null
  else v.kind end`

const CheckedRow = z.object({ connection_id: z.nullable(z.string()) })

function listedOf(row: unknown, report: UnreadableReport): ListedConnection | null {
  const { id } = IdRow.parse(row)
  const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
  if (connection === null) return null
  const isChecked = CheckedRow.parse(row).connection_id !== null
  const check = isChecked ? readable(() => StoredCheckRow.parse(row), { table: 'verdicts', id }, report) : null
  return { connection, check }
}

async function startOf(sql: Sql, tenant: string, after: string | null): Promise<number | null> {
  if (after === null) return 0
  const [row] = await sql`select number::float8 as number from connections where id = ${after} and tenant = ${tenant}`
  return NumberRow.safeParse(row).data?.number ?? null
}

async function page(sql: Sql, tenant: string, { after, limit }: PageRequest, report: UnreadableReport): Promise<ConnectionPage | null> {
  const start = await startOf(sql, tenant, after)
  if (start === null) return null
  const found = await sql`
    select c.*, v.connection_id, v.verdict, v.remembered, v.asked
    from connections c left join verdicts v on v.connection_id = c.id
    where c.tenant = ${tenant} and c.number > ${start} and c.disconnected_at is null order by c.number limit ${limit + 1}`
  const rows = found.slice(0, limit)
  const entries = rows.flatMap((row) => listedOf(row, report) ?? [])
  return { entries, unreadable: rows.length - entries.length, next: found.length > limit ? IdRow.parse(rows.at(-1)).id : null }
}

const ChangeRow = z.object({
  id: z.string(),
  tenant: z.string(),
  changed_at: z.string(),
  disconnected_at: z.nullable(z.string()),
  update_mark: z.nullable(z.string()),
})

function changedOf(row: unknown, report: UnreadableReport): ChangedConnection | null {
  const { tenant, changed_at: changedAt, disconnected_at: disconnectedAt, update_mark: updateMark } = ChangeRow.parse(row)
  const listed = listedOf(row, report)
  return listed === null ? null : { ...listed, tenant, changedAt, disconnectedAt, updateMark }
}

function changes(sql: Sql, report: UnreadableReport): ChangedConnections {
  return async ({ tenant = null, accountId = null, status = null, changedSince = '', requestId = null }, { after, limit }) => {
    const cursor = readChangeCursor(after)
    if (cursor === null) return null
    const found = await sql`
      select c.*, v.connection_id, v.verdict, v.remembered, v.asked
      from connections c left join verdicts v on v.connection_id = c.id
      where (c.changed_at, c.id) > (${cursor.changedAt}, ${cursor.id}) and c.changed_at >= ${changedSince}
        and (${tenant}::text is null or c.tenant = ${tenant})
        and (${accountId}::text is null or c.account_id = ${accountId})
        and (${requestId}::text is null or c.id in (select connection_id from request_ids where request_id = ${requestId}))
        and (${status}::text is null
          or ${status} = case when c.disconnected_at is not null then 'disconnected' else coalesce(${goingStatus}, 'unchecked') end)
      order by c.changed_at, c.id limit ${limit + 1}`
    const rows = found.slice(0, limit)
    const entries = rows.flatMap((row) => changedOf(row, report) ?? [])
    const last = found.length > limit ? ChangeRow.parse(rows.at(-1)) : null
    const next = last === null ? null : changeCursor({ changedAt: last.changed_at, id: last.id })
    return { entries, unreadable: rows.length - entries.length, next }
  }
}

async function ofAnyTenant(sql: Sql, id: string, report: UnreadableReport): Promise<ChangedConnection | null> {
  const [row] = await sql`
    select c.*, v.connection_id, v.verdict, v.remembered, v.asked
    from connections c left join verdicts v on v.connection_id = c.id where c.id = ${id}`
  if (row === undefined) return null
  const entry = changedOf(row, report)
  if (entry === null) throw new UnreadableConnection(id)
  return entry
}

const EntryRow = z.object({ number: z.int(), entry: z.catch(z.nullable(jsonText(HistoryEntry)), null) })

type Lists = Pick<Registry, 'list' | 'changes' | 'ofAnyTenant' | 'history' | 'verdictKinds'>

export function postgresLists(sql: Sql, report: UnreadableReport): Lists {
  return {
    list: (tenant, request) => page(sql, tenant, request, report),
    changes: changes(sql, report),
    ofAnyTenant: (id) => ofAnyTenant(sql, id, report),
    verdictKinds: async ({ after, limit }) => {
      const found = await sql`
        select c.id, ${goingStatus} as kind from connections c left join verdicts v on v.connection_id = c.id
        where c.id > ${after ?? ''} and c.disconnected_at is null order by c.id limit ${limit + 1}`
      return verdictKindsPage(found, limit)
    },
    history: async (tenant, id, { after, limit }) => {
      const start = readHistoryCursor(after)
      const owned = await sql`select 1 from connections where tenant = ${tenant} and id = ${id}`
      if (start === null || owned.length === 0) return null
      const rows = await sql`
        select number::float8 as number, entry from history
        where connection_id = ${id} and number > ${start} order by number limit ${limit + 1}`
      return historyPage(
        rows.map((row) => EntryRow.parse(row)),
        limit,
      )
    },
  }
}
