import * as z from 'zod/mini'
import { Probe } from '#core/verify/probe-result.ts'
import { type OtherExternalIdRecord, otherExternalIdsMaximum } from '#server/registry/other-external-ids.ts'
import { type FoundVerdict, type LastVerdict, newerVerdict, type Registry, type SaveResult } from '#server/registry/registry.ts'
import { FirstCheckRow, readable, readVerdict, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { rememberedText } from '#server/registry/remembered-verdict.ts'
import { record } from './claims.ts'
import { inTransaction } from './database.ts'
import { addEvent } from './events.ts'
import { saveRequestIds } from './request-ids.ts'
import type { Query, Sql } from './sql.ts'

const OtherRow = z.pipe(
  z.object({
    id: z.string(),
    external_id: z.string(),
    is_in_use: z.boolean(),
    // An outcome that cannot be read counts as none: the ID is tried again.
    outcome: z.catch(z.nullable(Probe.shape.outcome), null),
  }),
  z.transform(
    (row): OtherExternalIdRecord => ({
      connectionId: row.id,
      externalId: row.external_id,
      isInUse: row.is_in_use,
      outcome: row.outcome,
    }),
  ),
)

const UseRow = z.object({ verified: z.boolean(), verified_by_other: z.boolean(), first: z.nullable(z.string()) })

export function postgresUse(sql: Sql): Pick<Registry, 'otherExternalIds' | 'accountUse'> {
  return {
    otherExternalIds: async (tenant, { id, roleArn }) => {
      const rows = await sql`
        select c.id, c.external_id, c.is_id_accepted as is_in_use, tried.outcome from connections c
        left join other_external_ids tried on tried.connection_id = ${id} and tried.other_id = c.id and tried.role_arn = c.role_arn
        where c.role_arn = ${roleArn} and c.id <> ${id} and c.tenant <> ${tenant} and c.disconnected_at is null
        order by c.is_id_accepted desc, c.first_verified_at is null, c.created_at limit ${otherExternalIdsMaximum}`
      return rows.map((row) => OtherRow.parse(row))
    },
    accountUse: async (tenant, account, partition) => {
      const [row] = await sql`
        select coalesce(bool_or(tenant = ${tenant} and first_verified_at is not null), false) as verified,
          coalesce(bool_or(tenant <> ${tenant} and first_verified_at is not null), false) as verified_by_other,
          (array_agg(tenant order by created_at, number))[1] as first
        from connections where account_id = ${account} and partition = ${partition} and disconnected_at is null`
      const { verified, verified_by_other: verifiedByOther, first } = UseRow.parse(row)
      return { isFirst: first === null || first === tenant, wasVerified: verified, wasVerifiedByOther: verifiedByOther }
    },
  }
}

async function saveOthers(query: Query, id: string, { otherExternalIds, isChanged }: FoundVerdict): Promise<void> {
  if (isChanged) await query`delete from other_external_ids where connection_id = ${id} and outcome = 'denied'`
  // Without a clear answer, earlier knowledge about the ID stays. The lock waits for a deletion of the other connection, which is then absent.
  for (const { connectionId, externalId, outcome } of otherExternalIds)
    if (outcome !== 'error')
      await query`
        insert into other_external_ids (connection_id, other_id, role_arn, outcome)
        select c.id, other.id, c.role_arn, ${outcome} from connections c
          join connections other on other.id = ${connectionId} and other.external_id = ${externalId}
        where c.id = ${id} for key share of other
        on conflict (connection_id, other_id) do update set role_arn = excluded.role_arn, outcome = excluded.outcome`
}

async function save(query: Query, id: string, found: FoundVerdict, report: UnreadableReport): Promise<SaveResult> {
  // In one statement with the lock, the verdict would be the one of before the wait for it.
  const locked = await query`
    select id from connections where id = ${id} and disconnected_at is null and disconnection is null for update`
  if (locked.length === 0) return { kind: 'ended' }
  const newer = newerVerdict(await storedVerdict(query, id, report), found)
  if (newer !== null) return { kind: 'outdated', newer }
  const { verdict, remembered, asked, isIdAccepted, isChanged, nextCheckAt, event } = found
  const verifiedAt = verdict.kind === 'verified' ? verdict.checkedAt : null
  await query`
    update connections set is_id_accepted = coalesce(${isIdAccepted}, is_id_accepted),
      first_verified_at = coalesce(first_verified_at, ${verifiedAt}),
      next_check_at = ${nextCheckAt}
    where id = ${id}`
  await query`
    insert into verdicts (connection_id, kind, verdict, remembered, asked)
    values (${id}, ${verdict.kind}, ${JSON.stringify(verdict)}, ${JSON.stringify(remembered)}, ${asked})
    on conflict (connection_id) do update
    set kind = excluded.kind, verdict = excluded.verdict, remembered = excluded.remembered, asked = excluded.asked`
  await saveOthers(query, id, found)
  await saveRequestIds(query, id, found)
  if (isChanged) await record(query, id, { kind: 'verdict', at: verdict.checkedAt, verdict })
  if (event !== null) await addEvent(query, event)
  return { kind: 'saved' }
}

const VerdictId = z.object({ connection_id: z.nullable(z.string()) })

/** Null where the row has no verdict. One that cannot be read counts as none, never as a good one. */
export function lastVerdictOf(row: unknown, id: string, report: UnreadableReport): LastVerdict | null {
  if (VerdictId.parse(row).connection_id === null) return null
  return readable(() => readVerdict(row), { table: 'verdicts', id }, report)
}

async function storedVerdict(query: Query, id: string, report: UnreadableReport): Promise<LastVerdict | null> {
  const [row] = await query`select connection_id, verdict, remembered, asked from verdicts where connection_id = ${id}`
  return row === undefined ? null : lastVerdictOf(row, id, report)
}

const RememberedRow = z.object({ remembered: z.string() })

/** A part of the transaction of what changes it. */
export async function remember(
  query: Query,
  id: string,
  after: (last: LastVerdict | null) => LastVerdict | null,
  report: UnreadableReport,
): Promise<void> {
  const [row] = await query`select remembered from verdicts where connection_id = ${id}`
  const stored = RememberedRow.safeParse(row).data
  if (stored === undefined) return
  const last = await storedVerdict(query, id, report)
  const text = rememberedText(stored.remembered, last, after(last))
  if (text !== null) await query`update verdicts set remembered = ${text} where connection_id = ${id}`
}

export function postgresVerdicts(sql: Sql, report: UnreadableReport): Pick<Registry, 'saveVerdict' | 'lastVerdict' | 'firstCheckAt'> {
  return {
    saveVerdict: (id, found) => inTransaction(sql, (query) => save(query, id, found, report)),
    lastVerdict: (id) => storedVerdict(sql, id, report),
    firstCheckAt: async (id, now) => {
      const [row] = await sql`
        update connections set first_look_at = least(first_look_at collate "C", ${now}) where id = ${id} returning first_look_at`
      return row === undefined ? null : FirstCheckRow.parse(row).first_look_at
    },
  }
}
