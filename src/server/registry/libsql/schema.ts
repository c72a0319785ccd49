import type Database from 'libsql'
import * as z from 'zod/mini'
import { changeSchema } from './changes.ts'
import { deletionSchema } from './deletions.ts'
import { disconnectionSchema } from './disconnections.ts'
import { deliverySchema, eventExpirySchema } from './events.ts'
import { handoffRemovalSchema, handoffSchema, sessionRecordsSchema } from './records.ts'
import { requestIdsSchema } from './request-ids.ts'
import { canceledRotationSchema, rotationSchema } from './rotations.ts'
import { slotSchema } from './slots.ts'
import { versionSchema } from './state.ts'
import { updateSchema } from './updates.ts'
import { otherExternalIdsSchema } from './verdicts.ts'

/** An external ID leaves `claims` only for `deleted_claims`, which keeps its hash: that is what keeps it from being issued again. */
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

/** Each makes a registry of one version one of the next. */
export const migrations: readonly string[] = [
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
  // An index on the tenant alone is in the order of insertion, which a clock that is set back does not change.
  `
  drop index connections_by_tenant;
  create index connections_by_tenant on connections (tenant);
  create index pending_connections on connections (tenant) where first_verified_at is null;
  create table properties (name text primary key, value text not null) strict, without rowid;
`,
  sessionRecordsSchema,
  changeSchema,
  slotSchema,
  versionSchema,
  // Has all that the limit on unverified connections counts. The earlier index leads to the row of each.
  'create index unverified_connections on connections (tenant) where first_verified_at is null and disconnected_at is null',
  eventExpirySchema,
  disconnectionSchema,
  handoffRemovalSchema,
  deliverySchema,
  rotationSchema,
  requestIdsSchema,
  updateSchema,
  canceledRotationSchema,
  deletionSchema,
]

/** A copy that knows this version can use a registry of the present one, because later migrations only add. */
export const oldestCompatible = 9

const VersionRow = z.object({ user_version: z.int() })
const CompatibleRow = z.object({ value: z.string() })
const TableCount = z.object({ count: z.int() })

/** False for an empty file, and for a database of something else. */
export function isRegistry(database: Database.Database): boolean {
  const row = database
    .prepare("select count(*) as count from sqlite_master where type = 'table' and name in ('claims', 'connections')")
    .get()
  return TableCount.parse(row).count === 2
}

/** True if a newer version says that this one can use its registry too. */
function isCompatible(database: Database.Database): boolean {
  const row = database.prepare("select value from properties where name = 'compatible-from'").get()
  return Number(CompatibleRow.safeParse(row).data?.value ?? Number.NaN) <= migrations.length
}

export function migrate(database: Database.Database, path: string): void {
  const bringUpToDate = database.transaction(() => {
    const { user_version: version } = VersionRow.parse(database.prepare('pragma user_version').get())
    if (version > migrations.length && !isCompatible(database))
      throw new Error(`The registry ${path} was written by a newer version (schema ${version}). Upgrade this server.`)
    if (version >= migrations.length) return
    for (const step of migrations.slice(version)) database.exec(step)
    database.prepare("insert or replace into properties (name, value) values ('compatible-from', ?)").run(String(oldestCompatible))
    database.exec(`pragma user_version = ${migrations.length}`)
  })
  bringUpToDate.immediate()
}
