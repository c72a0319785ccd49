import type Database from 'libsql'
import * as z from 'zod/mini'
import type { AccountId } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import type { Connection } from '#core/connection/connection.ts'
import { Probe } from '#core/verify/probe-result.ts'
import type { AccountUse } from '#core/verify/verdict-history.ts'
import { type OtherExternalIdRecord, otherExternalIdsMaximum } from '#server/registry/other-external-ids.ts'
import { type FoundVerdict, newerVerdict, type Registry, type SaveResult } from '#server/registry/registry.ts'
import { FirstCheckRow, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'
import { lastVerdictReader, type ReadLast } from './last-verdict.ts'
import { written } from './locks.ts'
import { requestIdWriter } from './request-ids.ts'
import { libsqlUpdates } from './updates.ts'

export const otherExternalIdsSchema = `
  alter table connections add column is_id_accepted integer not null default 0;
  create index connections_by_role on connections (role_arn, created_at);
  create index connections_by_any_tenant on connections (account_id, partition, created_at);
  create table other_external_ids (
    connection_id text not null references connections (id),
    other_id text not null references connections (id),
    role_arn text not null,
    outcome text not null,
    primary key (connection_id, other_id)
  ) strict, without rowid;
`

const Row = z.pipe(
  z.object({
    id: z.string(),
    external_id: z.string(),
    is_in_use: z.int(),
    // An outcome that cannot be read counts as none: the ID is tried again.
    outcome: z.catch(z.nullable(Probe.shape.outcome), null),
  }),
  z.transform(
    (row): OtherExternalIdRecord => ({
      connectionId: row.id,
      externalId: row.external_id,
      isInUse: row.is_in_use === 1,
      outcome: row.outcome,
    }),
  ),
)

const UseRow = z.object({ verified: z.int(), verified_by_other: z.int(), first: z.nullable(z.string()) })

export function libsqlOtherExternalIds(database: Database.Database) {
  const list = database.prepare(
    `select c.id, c.external_id, c.is_id_accepted as is_in_use, tried.outcome
     from connections c
     left join other_external_ids tried on tried.connection_id = ? and tried.other_id = c.id and tried.role_arn = c.role_arn
     where c.role_arn = ? and c.id <> ? and c.tenant <> ? and c.disconnected_at is null
     order by c.is_id_accepted desc, c.first_verified_at is null, c.created_at limit ${otherExternalIdsMaximum}`,
  )
  const forget = database.prepare(`delete from other_external_ids where connection_id = ? and outcome = 'denied'`)
  const save = database.prepare(
    `insert or replace into other_external_ids (connection_id, other_id, role_arn, outcome)
     select c.id, other.id, c.role_arn, ? from connections c join connections other on other.id = ? and other.external_id = ? where c.id = ?`,
  )
  const use = database.prepare(
    `select
       coalesce(sum(tenant = :tenant and first_verified_at is not null), 0) as verified,
       coalesce(sum(tenant <> :tenant and first_verified_at is not null), 0) as verified_by_other,
       (select tenant from connections where account_id = :account and partition = :partition and disconnected_at is null order by created_at, rowid limit 1) as first
     from connections where account_id = :account and partition = :partition and disconnected_at is null`,
  )
  return {
    accountUse: (tenant: string, account: AccountId, partition: Partition): AccountUse => {
      const row = UseRow.parse(use.get({ tenant, account, partition }))
      return {
        isFirst: row.first === null || row.first === tenant,
        wasVerified: row.verified > 0,
        wasVerifiedByOther: row.verified_by_other > 0,
      }
    },
    list: (tenant: string, { id, roleArn }: Pick<Connection, 'id' | 'roleArn'>): readonly OtherExternalIdRecord[] =>
      list.all(id, roleArn, id, tenant).map((row) => Row.parse(row)),
    save: (id: string, { otherExternalIds: results, isChanged }: Pick<FoundVerdict, 'otherExternalIds' | 'isChanged'>): void => {
      if (isChanged) forget.run(id)
      // Without a clear answer, earlier knowledge about the ID stays.
      for (const { connectionId, externalId, outcome } of results) if (outcome !== 'error') save.run(outcome, connectionId, externalId, id)
    },
  }
}

type Others = Pick<ReturnType<typeof libsqlOtherExternalIds>, 'save'>

function verdictWriter(database: Database.Database, others: Others, last: ReadLast) {
  const upsert = database.prepare('insert or replace into verdicts (connection_id, asked, verdict, remembered) values (?, ?, ?, ?)')
  const verified = database.prepare('update connections set first_verified_at = coalesce(first_verified_at, ?) where id = ?')
  const accept = database.prepare('update connections set is_id_accepted = ? where id = ?')
  const schedule = database.prepare('update connections set next_check_at = ? where id = ?')
  const going = database.prepare('select 1 from connections where id = ? and disconnected_at is null and disconnection is null')
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  const addRequestIds = requestIdWriter(database)
  function write(id: string, found: FoundVerdict): SaveResult {
    const { verdict, remembered, asked, isIdAccepted, isChanged, nextCheckAt, event } = found
    upsert.run(id, asked, JSON.stringify(verdict), JSON.stringify(remembered))
    if (isIdAccepted !== null) accept.run(Number(isIdAccepted), id)
    others.save(id, found)
    if (verdict.kind === 'verified') verified.run(verdict.checkedAt, id)
    schedule.run(nextCheckAt, id)
    addRequestIds(id, found)
    if (isChanged) record(id, { kind: 'verdict', at: verdict.checkedAt, verdict })
    if (event !== null) addEvent(event)
    return { kind: 'saved' }
  }
  return database.transaction((id: string, found: FoundVerdict): SaveResult => {
    if (going.all(id).length === 0) return { kind: 'ended' }
    const newer = newerVerdict(last(id), found)
    return newer === null ? write(id, found) : { kind: 'outdated', newer }
  })
}

export function verdicts(
  database: Database.Database,
  others: Others,
  report: UnreadableReport,
): Pick<Registry, 'saveVerdict' | 'lastVerdict' | 'firstCheckAt' | 'markUpdate'> {
  const firstCheck = database.prepare(
    'update connections set first_look_at = min(coalesce(first_look_at, :now), :now) where id = :id returning first_look_at',
  )
  const last = lastVerdictReader(database, report)
  const save = verdictWriter(database, others, last)
  const markFirstCheck = written(database, (id: string, now: string) => {
    const [row] = firstCheck.all({ now, id })
    return row === undefined ? null : FirstCheckRow.parse(row).first_look_at
  })
  return {
    saveVerdict: async (id, found) => save.immediate(id, found),
    lastVerdict: async (id) => last(id),
    ...libsqlUpdates(database, last),
    firstCheckAt: async (id, now) => markFirstCheck(id, now),
  }
}
