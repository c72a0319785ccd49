import type Database from 'libsql'
import * as z from 'zod/mini'
import { HistoryEntry } from '#core/verify/connection-history.ts'
import {
  type ChangedConnection,
  type ChangedConnections,
  type ChangeFilter,
  changeCursor,
  historyPage,
  readChangeCursor,
  readHistoryCursor,
} from '#server/registry/connection-records.ts'
import { type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import { jsonText, readable, readConnection, StoredCheckRow, type UnreadableReport } from '#server/registry/registry-rows.ts'

/** Earlier copies don't write `changed_at`. */
export const changeSchema = `
  alter table connections add column changed_at text;
  alter table connections add column next_check_at text;
  alter table connections add column lease_holder text;
  alter table connections add column lease_until text;
  alter table connections add column next_external_id text references claims (external_id);
  alter table connections add column rotation_started_at text;
  alter table connections add column disconnected_at text;
  create index connections_by_change on connections (coalesce(changed_at, created_at), id);
  create index connected_connections on connections (tenant) where disconnected_at is null;
  create index due_connections on connections (next_check_at) where next_check_at is not null;
  create table history (
    number integer primary key,
    connection_id text not null references connections (id),
    entry text not null
  ) strict;
  create index history_by_connection on history (connection_id, number);
  create table deleted_claims (external_id_sha256 text primary key) strict, without rowid;
  create table events (
    id text primary key,
    tenant text not null,
    due_at text not null,
    attempts integer not null,
    event text not null
  ) strict, without rowid;
  create index due_events on events (due_at);
`

/** Adds an entry, and moves the connection to the end of the list of changes: never back, however the clocks of copies differ. */
export function historyWriter(database: Database.Database): (id: string, entry: HistoryEntry) => void {
  const insert = database.prepare('insert into history (connection_id, entry) values (?, ?)')
  const change = database.prepare('update connections set changed_at = max(coalesce(changed_at, created_at), ?) where id = ?')
  return (id, entry) => {
    insert.run(id, JSON.stringify(entry))
    change.run(entry.at, id)
  }
}

const EntryRow = z.object({ number: z.int(), entry: z.catch(z.nullable(jsonText(HistoryEntry)), null) })

function history(database: Database.Database): Registry['history'] {
  const owned = database.prepare('select 1 from connections where tenant = ? and id = ?')
  const entries = database.prepare('select number, entry from history where connection_id = ? and number > ? order by number limit ?')
  return async (tenant, id, { after, limit }) => {
    const start = readHistoryCursor(after)
    if (start === null || owned.all(tenant, id).length === 0) return null
    const rows = entries.all(id, start, limit + 1).map((row) => EntryRow.parse(row))
    return historyPage(rows, limit)
  }
}

const ChangeRow = z.object({
  id: z.string(),
  tenant: z.string(),
  changed: z.string(),
  disconnected_at: z.nullable(z.string()),
  update_mark: z.nullable(z.string()),
})

function entryOf(row: unknown, report: UnreadableReport): ChangedConnection | null {
  const { id, tenant, changed: changedAt, disconnected_at: disconnectedAt, update_mark: updateMark } = ChangeRow.parse(row)
  const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
  if (connection === null) return null
  const check = readable(
    () => z.nullable(StoredCheckRow).parse(z.object({ verdict: z.nullable(z.string()) }).parse(row).verdict === null ? null : row),
    { table: 'verdicts', id },
    report,
  )
  return { tenant, connection, check, changedAt, disconnectedAt, updateMark }
}

const changedRows = `select c.*, coalesce(c.changed_at, c.created_at) as changed, v.connection_id, v.verdict, v.remembered, v.asked
  from connections c left join verdicts v on v.connection_id = c.id`

function ofAnyTenant(database: Database.Database, report: UnreadableReport): Registry['ofAnyTenant'] {
  const byId = database.prepare(`${changedRows} where c.id = ?`)
  return async (id) => {
    const row = byId.get(id)
    if (row === undefined || row === null) return null
    const entry = entryOf(row, report)
    if (entry === null) throw new UnreadableConnection(id)
    return entry
  }
}

export const libsqlChanges = (
  database: Database.Database,
  report: UnreadableReport,
): Pick<Registry, 'changes' | 'ofAnyTenant' | 'history'> => ({
  changes: changes(database, report),
  ofAnyTenant: ofAnyTenant(database, report),
  history: history(database),
})

/** The status of a connection `c` with the verdict `v`, unless it is disconnected. Null: there is no verdict, or none since a disconnection began. */
export const goingStatus = `case when c.disconnection is not null then 'disconnecting'
  when json_valid(v.verdict) and json_valid(v.remembered) and v.verdict ->> 'checkedAt' <= v.remembered ->> 'disconnectionToldAt' then null
  when json_valid(v.verdict) then v.verdict ->> 'kind' end`

/** A condition only where it's needed: with `:tenant is null or …` an index on the tenant could not be used. */
const pageQuery = ({ tenant, accountId, requestId }: ChangeFilter): string => `${changedRows}
  where (coalesce(c.changed_at, c.created_at), c.id) > (:after, :id)
    and coalesce(c.changed_at, c.created_at) >= coalesce(:since, '')
    ${tenant === undefined ? '' : 'and c.tenant = :tenant'}
    ${accountId === undefined ? '' : 'and c.account_id = :account'}
    ${requestId === undefined ? '' : 'and c.id in (select connection_id from request_ids where request_id = :request)'}
    and (:status is null or :status = case when c.disconnected_at is not null then 'disconnected'
      else coalesce(${goingStatus}, 'unchecked') end)
  order by coalesce(c.changed_at, c.created_at), c.id limit :limit`

function changes(database: Database.Database, report: UnreadableReport): ChangedConnections {
  const statements = new Map<string, Database.Statement>()
  function pageOf(filter: ChangeFilter): Database.Statement {
    const query = pageQuery(filter)
    const statement = statements.get(query) ?? database.prepare(query)
    statements.set(query, statement)
    return statement
  }
  const parameters = ({ tenant, accountId, status, changedSince, requestId }: ChangeFilter) => ({
    ...(tenant === undefined ? {} : { tenant }),
    ...(accountId === undefined ? {} : { account: accountId }),
    ...(requestId === undefined ? {} : { request: requestId }),
    status: status ?? null,
    since: changedSince ?? null,
  })
  return async (filter, { after, limit }) => {
    const cursor = readChangeCursor(after)
    if (cursor === null) return null
    const found = pageOf(filter).all({ ...parameters(filter), after: cursor.changedAt, id: cursor.id, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const entries = rows.flatMap((row) => entryOf(row, report) ?? [])
    const last = found.length > limit ? ChangeRow.parse(rows.at(-1)) : null
    const next = last === null ? null : changeCursor({ changedAt: last.changed, id: last.id })
    return { entries, unreadable: rows.length - entries.length, next }
  }
}
