import type Database from 'libsql'
import * as z from 'zod/mini'
import { Handoff } from '#core/connection/handoff.ts'
import {
  type ExpiringId,
  type HandoffRecord,
  type HandoffRecords,
  handoffRemovedAt,
  handoffsKept,
  keptHandoffsSince,
  type SessionRecords,
} from '#server/registry/records.ts'
import { IdRow, jsonText, readable, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { together } from './together.ts'

export const handoffSchema = `
  create table handoffs (
    number integer primary key,
    id text not null unique,
    token_sha256 text not null unique,
    tenant text not null,
    connection_id text references connections (id),
    handoff text not null
  ) strict;
  create index handoffs_by_connection on handoffs (tenant, connection_id, number);
`

/** Earlier copies don't write `removed_at`. */
export const handoffRemovalSchema = `
  alter table handoffs add column removed_at text;
  create index handoffs_by_removal on handoffs (removed_at);
`

const HandoffRow = z.pipe(
  z.object({ tenant: z.string(), token_sha256: z.string(), handoff: jsonText(Handoff) }),
  z.transform((row): HandoffRecord => ({ tenant: row.tenant, tokenSha256: row.token_sha256, handoff: row.handoff })),
)

/** An unreadable row counts as no hand-off, so its link opens nothing. */
function recordOf(row: unknown, report: UnreadableReport): HandoffRecord | null {
  if (row === undefined || row === null) return null
  return readable(() => HandoffRow.parse(row), { table: 'handoffs', id: IdRow.parse(row).id }, report)
}

function handoffRemoval(database: Database.Database): HandoffRecords['removeExpired'] {
  const expired = database.prepare('delete from handoffs where removed_at <= ?')
  const older = database.prepare(`delete from handoffs where removed_at is null and json_valid(handoff) and handoff ->> 'expiresAt' <= ?`)
  const remove = database.transaction((now: string) => {
    expired.run(now)
    older.run(keptHandoffsSince(now))
  })
  return async (now) => remove.immediate(now)
}

export function libsqlHandoffRecords(database: Database.Database, report: UnreadableReport): HandoffRecords {
  const record = (row: unknown) => recordOf(row, report)
  const records = (rows: readonly unknown[]) => rows.flatMap((row) => record(row) ?? [])
  const byId = database.prepare('select * from handoffs where id = ?')
  const byToken = database.prepare('select * from handoffs where token_sha256 = ?')
  const byConnection = database.prepare('select * from handoffs where tenant = ? and connection_id = ? order by number desc')
  const byTenant = database.prepare('select * from handoffs where tenant = ? order by number')
  const insert = database.prepare(
    'insert into handoffs (id, token_sha256, tenant, connection_id, handoff, removed_at) values (?, ?, ?, ?, ?, ?)',
  )
  const update = database.prepare('update handoffs set connection_id = ?, handoff = ? where id = ?')
  const forget = database.prepare(
    'delete from handoffs where number in (select number from handoffs where tenant = ? order by number desc limit -1 offset ?)',
  )

  function write(handoff: Handoff): void {
    update.run(handoff.connectionId, JSON.stringify(handoff), handoff.id)
  }

  const add = database.transaction(({ tenant, tokenSha256, handoff }: HandoffRecord) => {
    const { connectionId } = handoff
    const earlier = connectionId === null ? [] : records(byConnection.all(tenant, connectionId)).map(({ handoff }) => handoff)
    for (const other of earlier) if (other.revokedAt === null) write({ ...other, revokedAt: handoff.createdAt })
    insert.run(handoff.id, tokenSha256, tenant, connectionId, JSON.stringify(handoff), handoffRemovedAt(handoff))
    forget.run(tenant, handoffsKept)
  })

  const change = database.transaction((id: string, changed: (handoff: Handoff) => Handoff): HandoffRecord | null => {
    const found = record(byId.get(id))
    if (found === null) return null
    const handoff = changed(found.handoff)
    write(handoff)
    return { ...found, handoff }
  })

  return {
    add: async (given) => add.immediate(given),
    find: async (id) => record(byId.get(id)),
    findByToken: async (tokenSha256) => record(byToken.get(tokenSha256)),
    list: async (tenant) => records(byTenant.all(tenant)),
    ofConnection: async (tenant, connectionId) => record(byConnection.get(tenant, connectionId)),
    change: async (id, changed) => change.immediate(id, changed),
    removeExpired: handoffRemoval(database),
  }
}

export const sessionRecordsSchema = `
  create table redeemed_launches (id text primary key, expires_at text not null) strict, without rowid;
  create index redeemed_launches_by_expiry on redeemed_launches (expires_at);
  create table revoked_sessions (id text primary key, expires_at text not null) strict, without rowid;
  create index revoked_sessions_by_expiry on revoked_sessions (expires_at);
`

export function libsqlSessionRecords(database: Database.Database): SessionRecords {
  function recorder(table: 'redeemed_launches' | 'revoked_sessions') {
    const forget = database.prepare(`delete from ${table} where expires_at <= ?`)
    const insert = database.prepare(`insert into ${table} (id, expires_at) values (?, ?) on conflict do nothing`)
    return database.transaction(({ id, expiresAt }: ExpiringId, now: string): boolean => {
      forget.run(now)
      return insert.run(id, expiresAt).changes === 1
    })
  }

  const redeem = recorder('redeemed_launches')
  const revoke = recorder('revoked_sessions')
  const revoked = together(
    database
      .prepare(
        `select json_group_array(json_array(asked.key)) from json_each(?) asked
         join revoked_sessions r on r.id = asked.value ->> 0 and r.expires_at > asked.value ->> 1`,
      )
      .raw(),
    z.array(z.tuple([z.int()])),
  )
  return {
    redeem: async (launch, now) => redeem.immediate(launch, now),
    revoke: async (session, now) => {
      revoke.immediate(session, now)
    },
    isRevoked: async (sessionId, now) => (await revoked(sessionId, now)) !== null,
  }
}
