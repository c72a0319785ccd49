import * as z from 'zod/mini'
import { Handoff } from '#core/connection/handoff.ts'
import {
  type ExpiringId,
  type HandoffRecord,
  type HandoffRecords,
  handoffRemovedAt,
  handoffsKept,
  hasDraftOf,
  keptHandoffsSince,
  type SessionRecords,
} from '#server/registry/records.ts'
import { IdRow, jsonText, readable, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { inTransaction, lock } from './database.ts'
import { type Part, part, type Query, type Sql } from './sql.ts'

const HandoffRow = z.pipe(
  z.object({ tenant: z.string(), token_sha256: z.string(), handoff: jsonText(Handoff) }),
  z.transform((row): HandoffRecord => ({ tenant: row.tenant, tokenSha256: row.token_sha256, handoff: row.handoff })),
)

export async function writeHandoff(query: Query, handoff: Handoff): Promise<void> {
  await query`update handoffs set connection_id = ${handoff.connectionId}, handoff = ${JSON.stringify(handoff)} where id = ${handoff.id}`
}

/** An unreadable row counts as no hand-off, so its link opens nothing. */
const recordsOf = (rows: readonly unknown[], report: UnreadableReport): readonly HandoffRecord[] =>
  rows.flatMap((row) => readable(() => HandoffRow.parse(row), { table: 'handoffs', id: IdRow.parse(row).id }, report) ?? [])

async function lockedRecord(query: Query, id: string, report: UnreadableReport): Promise<HandoffRecord | null> {
  return recordsOf(await query`select * from handoffs where id = ${id} for update`, report)[0] ?? null
}

/** No one else changes it before the end of the transaction. */
export const lockedHandoff = async (query: Query, id: string, report: UnreadableReport): Promise<Handoff | null> =>
  (await lockedRecord(query, id, report))?.handoff ?? null

/** A link that wasn't opened can have an external ID in its draft, of which only the hash may stay. */
export async function removeDrafts(query: Query, tenant: string, hashes: ReadonlySet<string>): Promise<void> {
  const unopened = recordsOf(await query`select * from handoffs where tenant = ${tenant} and connection_id is null`, () => {})
  for (const { handoff } of unopened)
    if (hasDraftOf(handoff, hashes)) await query`delete from handoffs where tenant = ${tenant} and id = ${handoff.id}`
}

export function postgresHandoffRecords(sql: Sql, report: UnreadableReport): HandoffRecords {
  const records = (rows: readonly unknown[]) => recordsOf(rows, report)
  const first = async (rows: Promise<readonly unknown[]>) => records(await rows)[0] ?? null

  async function add(query: Query, { tenant, tokenSha256, handoff }: HandoffRecord): Promise<void> {
    const { connectionId } = handoff
    await lock(query, `handoffs ${tenant}`)
    const earlier =
      connectionId === null
        ? []
        : records(await query`select * from handoffs where tenant = ${tenant} and connection_id = ${connectionId} for update`)
    for (const { handoff: other } of earlier)
      if (other.revokedAt === null) await writeHandoff(query, { ...other, revokedAt: handoff.createdAt })
    await query`
      insert into handoffs (id, token_sha256, tenant, connection_id, handoff, removed_at)
      values (${handoff.id}, ${tokenSha256}, ${tenant}, ${connectionId}, ${JSON.stringify(handoff)}, ${handoffRemovedAt(handoff)})`
    await query`
      delete from handoffs where id in (select id from handoffs where tenant = ${tenant} order by number desc offset ${handoffsKept})`
  }

  return {
    add: (record) => inTransaction(sql, (query) => add(query, record)),
    find: (id) => first(sql`select * from handoffs where id = ${id}`),
    findByToken: (tokenSha256) => first(sql`select * from handoffs where token_sha256 = ${tokenSha256}`),
    list: async (tenant) => records(await sql`select * from handoffs where tenant = ${tenant} order by number`),
    ofConnection: (tenant, connectionId) =>
      first(sql`select * from handoffs where tenant = ${tenant} and connection_id = ${connectionId} order by number desc limit 1`),
    change: (id, change) =>
      inTransaction(sql, async (query) => {
        const found = await lockedRecord(query, id, report)
        if (found === null) return null
        const handoff = change(found.handoff)
        await writeHandoff(query, handoff)
        return { ...found, handoff }
      }),
    removeExpired: async (now) => {
      await sql`delete from handoffs where removed_at <= ${now}`
      // Earlier copies don't write when. In a text of the customer's, the quotes would be escaped.
      await sql`
        delete from handoffs where removed_at is null
          and substring(handoff from '"expiresAt":"([^"]+)"') collate "C" <= ${keptHandoffsSince(now)}`
    },
  }
}

/** Redeemed launches and revoked sessions. */
export function postgresSessionRecords(sql: Sql): SessionRecords {
  const recorder =
    (table: Part) =>
    async ({ id, expiresAt }: ExpiringId, now: string): Promise<boolean> => {
      await sql`delete from ${table} where expires_at <= ${now}`
      const rows = await sql`insert into ${table} (id, expires_at) values (${id}, ${expiresAt}) on conflict do nothing returning id`
      return rows.length === 1
    }
  const revoke = recorder(part`revoked_sessions`)
  return {
    redeem: recorder(part`redeemed_launches`),
    revoke: async (session, now) => void (await revoke(session, now)),
    isRevoked: async (id, now) => (await sql`select 1 from revoked_sessions where id = ${id} and expires_at > ${now}`).length > 0,
  }
}
