import Database from 'libsql'
import * as z from 'zod/mini'
import { partitionOf } from '#core/region.ts'
import { handoffSchema, libsqlHandoffRecords } from './handoff-records-libsql.ts'
import { libsqlOtherExternalIds, otherExternalIdsSchema } from './other-external-ids-libsql.ts'
import type { ClaimAnswer, ClaimRequest, FoundVerdict, KeptLook, LastVerdict, Registry } from './registry.ts'
import { askedColumns, ClaimRow, ConnectionRow, CountRow, FirstLookRow, LastLookRow, PartitionRow, VerdictRow } from './registry-rows.ts'

/** `claims` is never deleted from: that is what keeps a released external ID from being issued again. */
const schema = `
  create table claims (
    external_id text primary key,
    tenant text not null,
    connection_id text not null,
    claimed_at text not null
  ) strict, without rowid;
  create table connections (
    id text primary key,
    tenant text not null,
    account_id text not null,
    partition text not null,
    region text not null,
    external_id text not null unique references claims (external_id),
    permissions text not null,
    role_arn text not null,
    created_at text not null,
    first_look_at text,
    first_verified_at text
  ) strict;
  create index connections_by_tenant on connections (tenant, created_at);
  create table verdicts (
    connection_id text primary key references connections (id),
    permissions text not null,
    verdict text not null,
    remembered text not null
  ) strict, without rowid;
`

/** What makes a registry of each version one of the next. */
const migrations = [
  schema,
  `
  alter table connections add column role_options text;
  alter table connections add column permissions_policy text;
  alter table verdicts add column role_options text;
  alter table verdicts add column permissions_policy text;
`,
  `
  alter table connections add column name text;
  create index connections_by_account on connections (tenant, account_id, partition);
`,
  handoffSchema,
  `
  create table compared_verdicts (
    connection_id text primary key references connections (id),
    asked text,
    verdict text not null,
    remembered text not null
  ) strict, without rowid;
  insert into compared_verdicts select connection_id, null, verdict, remembered from verdicts;
  drop table verdicts;
  alter table compared_verdicts rename to verdicts;
`,
  otherExternalIdsSchema,
]

const busyTimeoutMs = 5000

function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: busyTimeoutMs })
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on')
  const migrate = database.transaction(() => {
    const { user_version: version } = z.object({ user_version: z.int() }).parse(database.prepare('pragma user_version').get())
    if (version > migrations.length) throw new Error(`The registry ${path} was written by a newer version (schema ${version}).`)
    for (const step of migrations.slice(version)) database.exec(step)
    database.exec(`pragma user_version = ${migrations.length}`)
  })
  migrate.immediate()
  return database
}

const optional = <Value>(row: unknown, parse: (row: unknown) => Value): Value | null =>
  row === undefined || row === null ? null : parse(row)

function claims(database: Database.Database) {
  const claimed = database.prepare('select tenant, connection_id from claims where external_id = ?')
  const same = database.prepare(
    `update connections set region = ?, role_arn = ?, permissions = ?, role_options = ?, permissions_policy = ?
     where id = ? and tenant = ? and account_id = ? and partition = ? returning *`,
  )
  const held = database.prepare(
    'select * from connections where tenant = ? and account_id = ? and partition = ? order by created_at desc, rowid desc limit 1',
  )
  const pending = database.prepare('select count(*) as count from connections where tenant = ? and first_verified_at is null')
  const insertClaim = database.prepare('insert into claims (external_id, tenant, connection_id, claimed_at) values (?, ?, ?, ?)')
  const insert = database.prepare(
    `insert into connections
       (id, tenant, account_id, partition, region, external_id, permissions, role_options, permissions_policy, role_arn, created_at, name)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *`,
  )

  function again({ tenant, terms, roleArn }: ClaimRequest, connectionId: string): ClaimAnswer {
    const { region, accountId } = terms
    const row = same.get(region, roleArn, ...askedColumns(terms), connectionId, tenant, accountId, partitionOf(region))
    const connection = optional(row, (found) => ConnectionRow.parse(found))
    return connection === null ? { kind: 'external-id-taken' } : { kind: 'existing', connection }
  }

  function first({ tenant, terms, roleArn, id, createdAt, pendingMaximum, name }: ClaimRequest): ClaimAnswer {
    if (CountRow.parse(pending.get(tenant)).count >= pendingMaximum) return { kind: 'connection-limit' }
    const { accountId, region, externalId } = terms
    insertClaim.run(externalId, tenant, id, createdAt)
    const place = [id, tenant, accountId, partitionOf(region), region, externalId]
    const row = insert.get(...place, ...askedColumns(terms), roleArn, createdAt, name ?? null)
    return { kind: 'claimed', connection: ConnectionRow.parse(row) }
  }

  function claim(request: ClaimRequest): ClaimAnswer {
    const holder = optional(claimed.get(request.terms.externalId), (row) => ClaimRow.parse(row))
    return holder === null ? first(request) : again(request, holder.connection_id)
  }

  function claimNewAccount(request: ClaimRequest): ClaimAnswer {
    const { accountId, region } = request.terms
    const connection = optional(held.get(request.tenant, accountId, partitionOf(region)), (row) => ConnectionRow.parse(row))
    return connection === null ? claim(request) : { kind: 'existing', connection }
  }

  return { claim: database.transaction(claim), claimNewAccount: database.transaction(claimNewAccount) }
}

function verdicts(database: Database.Database, others: ReturnType<typeof libsqlOtherExternalIds>) {
  const upsert = database.prepare('insert or replace into verdicts (connection_id, asked, verdict, remembered) values (?, ?, ?, ?)')
  const verified = database.prepare('update connections set first_verified_at = coalesce(first_verified_at, ?) where id = ?')
  const last = database.prepare('select verdict, remembered, asked from verdicts where connection_id = ?')
  const all = database.prepare(
    `select connection_id, verdict ->> 'kind' as kind, verdict ->> 'diagnosis' as diagnosis, verdict ->> 'checkedAt' as checked_at, asked
     from verdicts join connections on connections.id = verdicts.connection_id where tenant = ? and json_valid(verdict)`,
  )
  const accept = database.prepare('update connections set is_id_accepted = ? where id = ?')
  const save = database.transaction((id: string, found: FoundVerdict) => {
    const { verdict, remembered, asked, isIdAccepted, otherExternalIds } = found
    upsert.run(id, asked, JSON.stringify(verdict), JSON.stringify(remembered))
    if (isIdAccepted !== null) accept.run(Number(isIdAccepted), id)
    others.save(id, otherExternalIds)
    if (verdict.kind === 'verified') verified.run(verdict.checkedAt, id)
  })
  // A verdict that this version cannot read is as good as none: the next check finds out what is so.
  const read = (id: string): LastVerdict | null => VerdictRow.safeParse(last.get(id)).data ?? null
  const looks = (tenant: string): KeptLook[] => all.all(tenant).flatMap((row) => LastLookRow.safeParse(row).data ?? [])
  return { save, read, looks }
}

/** The registry in one file, or in memory for `:memory:`. */
export function libsqlRegistry(path: string): Registry {
  const database = openDatabase(path)
  const { claim, claimNewAccount } = claims(database)
  const others = libsqlOtherExternalIds(database)
  const { save, read, looks } = verdicts(database, others)
  const find = database.prepare('select * from connections where tenant = ? and id = ?')
  const list = database.prepare('select * from connections where tenant = ? order by created_at, rowid')
  const partitions = database.prepare('select distinct partition from connections')
  const update = database.prepare('update connections set permissions = ?, permissions_policy = ? where tenant = ? and id = ? returning *')
  const look = database.prepare(
    'update connections set first_look_at = min(coalesce(first_look_at, :now), :now) where id = :id returning first_look_at',
  )
  return {
    claim: async (request) => claim.immediate(request),
    claimNewAccount: async (request) => claimNewAccount.immediate(request),
    find: async (tenant, id) => optional(find.get(tenant, id), (row) => ConnectionRow.parse(row)),
    list: async (tenant) => list.all(tenant).map((row) => ConnectionRow.parse(row)),
    partitions: async () => partitions.all().map((row) => PartitionRow.parse(row).partition),
    updatePermissions: async (tenant, id, change) => {
      const [permissions, , permissionsPolicy] = askedColumns(change)
      return optional(update.get(permissions, permissionsPolicy, tenant, id), (row) => ConnectionRow.parse(row))
    },
    saveVerdict: async (id, found) => save.immediate(id, found),
    lastVerdict: async (id) => read(id),
    lastLooks: async (tenant) => looks(tenant),
    firstLookAt: async (id, now) => FirstLookRow.parse(look.get({ now, id })).first_look_at,
    otherExternalIds: async (tenant, connection) => others.list(tenant, connection),
    accountUse: async (tenant, accountId, partition) => others.accountUse(tenant, accountId, partition),
    handoffs: libsqlHandoffRecords(database),
    close: () => {
      database.close()
    },
  }
}
