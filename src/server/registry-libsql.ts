import Database from 'libsql'
import * as z from 'zod/mini'
import { Connection, PermissionChoice } from '#core/connection.ts'
import { partitionOf } from '#core/region.ts'
import { Verdict } from '#core/verify/verdict.ts'
import type { ClaimAnswer, ClaimRequest, LastVerdict, Registry } from './registry.ts'

const schemaVersion = 1

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
  pragma user_version = ${schemaVersion};
`

const busyTimeoutMs = 5000

function jsonText<Value extends z.ZodMiniType>(value: Value) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    value,
  )
}

const ConnectionRow = z.pipe(
  z.object({
    id: z.string(),
    account_id: z.string(),
    region: z.string(),
    external_id: z.string(),
    permissions: jsonText(PermissionChoice),
    role_arn: z.string(),
    created_at: z.string(),
  }),
  z.transform((row) =>
    Connection.parse({
      id: row.id,
      accountId: row.account_id,
      region: row.region,
      externalId: row.external_id,
      permissions: row.permissions,
      roleArn: row.role_arn,
      createdAt: row.created_at,
    }),
  ),
)

const ClaimRow = z.object({ tenant: z.string(), connection_id: z.string() })
const CountRow = z.object({ count: z.int() })
const VerdictRow = z.object({ verdict: jsonText(Verdict), remembered: jsonText(Verdict), is_current: z.int() })
const FirstLookRow = z.object({ first_look_at: z.string() })

/** Keys in one order, so that equal choices are equal texts. */
function permissionsText(permissions: PermissionChoice): string {
  const sorted = (entries: [string, unknown][]) => entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(
    Object.fromEntries(
      sorted(Object.entries(permissions).map(([set, values]) => [set, Object.fromEntries(sorted(Object.entries(values)))])),
    ),
  )
}

function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: busyTimeoutMs })
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on')
  const migrate = database.transaction(() => {
    const { user_version: version } = z.object({ user_version: z.int() }).parse(database.prepare('pragma user_version').get())
    if (version > schemaVersion) throw new Error(`The registry ${path} was written by a newer version (schema ${version}).`)
    if (version === 0) database.exec(schema)
  })
  migrate.immediate()
  return database
}

const optional = <Value>(row: unknown, parse: (row: unknown) => Value): Value | null =>
  row === undefined || row === null ? null : parse(row)

function claims(database: Database.Database) {
  const claimed = database.prepare('select tenant, connection_id from claims where external_id = ?')
  const same = database.prepare(
    'update connections set region = ?, permissions = ? where id = ? and tenant = ? and account_id = ? and partition = ? returning *',
  )
  const pending = database.prepare('select count(*) as count from connections where tenant = ? and first_verified_at is null')
  const insertClaim = database.prepare('insert into claims (external_id, tenant, connection_id, claimed_at) values (?, ?, ?, ?)')
  const insert = database.prepare(
    `insert into connections (id, tenant, account_id, partition, region, external_id, permissions, role_arn, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning *`,
  )

  function again({ tenant, terms }: ClaimRequest, connectionId: string): ClaimAnswer {
    const { region, accountId } = terms
    const row = same.get(region, permissionsText(terms.permissions), connectionId, tenant, accountId, partitionOf(region))
    const connection = optional(row, (found) => ConnectionRow.parse(found))
    return connection === null ? { kind: 'external-id-taken' } : { kind: 'existing', connection }
  }

  function first({ tenant, terms, roleArn, id, createdAt, pendingMaximum }: ClaimRequest): ClaimAnswer {
    if (CountRow.parse(pending.get(tenant)).count >= pendingMaximum) return { kind: 'connection-limit' }
    const { accountId, region, externalId, permissions } = terms
    insertClaim.run(externalId, tenant, id, createdAt)
    const row = insert.get(id, tenant, accountId, partitionOf(region), region, externalId, permissionsText(permissions), roleArn, createdAt)
    return { kind: 'claimed', connection: ConnectionRow.parse(row) }
  }

  return database.transaction((request: ClaimRequest): ClaimAnswer => {
    const holder = optional(claimed.get(request.terms.externalId), (row) => ClaimRow.parse(row))
    return holder === null ? first(request) : again(request, holder.connection_id)
  })
}

function verdicts(database: Database.Database) {
  const upsert = database.prepare(
    `insert into verdicts (connection_id, permissions, verdict, remembered) values (?, ?, ?, ?)
     on conflict (connection_id) do update
     set permissions = excluded.permissions, verdict = excluded.verdict, remembered = excluded.remembered`,
  )
  const verified = database.prepare('update connections set first_verified_at = coalesce(first_verified_at, ?) where id = ?')
  const last = database.prepare(
    `select verdict, remembered, verdicts.permissions = connections.permissions as is_current
     from verdicts join connections on connections.id = verdicts.connection_id where connection_id = ?`,
  )
  const save = database.transaction((connection: Connection, { verdict, remembered }: Pick<LastVerdict, 'verdict' | 'remembered'>) => {
    upsert.run(connection.id, permissionsText(connection.permissions), JSON.stringify(verdict), JSON.stringify(remembered))
    if (verdict.kind === 'verified') verified.run(verdict.checkedAt, connection.id)
  })
  const read = (id: string): LastVerdict | null =>
    optional(last.get(id), (row) => {
      const { is_current: isCurrent, ...found } = VerdictRow.parse(row)
      return { ...found, isCurrent: isCurrent === 1 }
    })
  return { save, read }
}

/** The registry in one file, or in memory for `:memory:`. */
export function libsqlRegistry(path: string): Registry {
  const database = openDatabase(path)
  const claim = claims(database)
  const { save, read } = verdicts(database)
  const find = database.prepare('select * from connections where tenant = ? and id = ?')
  const list = database.prepare('select * from connections where tenant = ? order by created_at, rowid')
  const update = database.prepare('update connections set permissions = ? where tenant = ? and id = ? returning *')
  const look = database.prepare('update connections set first_look_at = coalesce(first_look_at, ?) where id = ? returning first_look_at')
  return {
    claim: async (request) => claim.immediate(request),
    find: async (tenant, id) => optional(find.get(tenant, id), (row) => ConnectionRow.parse(row)),
    list: async (tenant) => list.all(tenant).map((row) => ConnectionRow.parse(row)),
    updatePermissions: async (tenant, id, permissions) =>
      optional(update.get(permissionsText(permissions), tenant, id), (row) => ConnectionRow.parse(row)),
    saveVerdict: async (connection, found) => save.immediate(connection, found),
    lastVerdict: async (id) => read(id),
    firstLookAt: async (id, now) => FirstLookRow.parse(look.get(now, id)).first_look_at,
    close: () => {
      database.close()
    },
  }
}
