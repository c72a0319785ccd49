import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'
import * as z from 'zod/mini'
import { type AwsIdentity, ownAws, simulatedAws } from '#server/config/environment.ts'
import { requireOwner } from '#server/registry/missing-registry.ts'
import { migrate } from './schema.ts'
import { versionTriggers } from './state.ts'

const ValueRow = z.object({ value: z.string() })
const VerdictCounts = z.object({ simulated: z.int(), live: z.int() })

/** Judged by the verdicts that an earlier version wrote. Null: there are none. */
function identityByContent(database: Database.Database): AwsIdentity | null {
  const row = database
    .prepare(
      `select count(*) filter (where simulated) as simulated, count(*) filter (where not simulated) as live
       from (select case when json_valid(verdict) then verdict ->> 'simulated' end as simulated from verdicts)`,
    )
    .get()
  const { simulated, live } = VerdictCounts.parse(row)
  if (simulated > 0) return simulatedAws
  return live > 0 ? ownAws : null
}

/** Marks a registry at its first start, and later rejects opening it for another AWS. */
function claimForAws(database: Database.Database, path: string, aws: AwsIdentity): void {
  const mark = database.transaction((): AwsIdentity => {
    const row = database.prepare("select value from properties where name = 'aws'").get()
    if (row !== undefined && row !== null) return ValueRow.parse(row).value
    const owner = identityByContent(database) ?? aws
    database.prepare("insert into properties (name, value) values ('aws', ?)").run(owner)
    return owner
  })
  const owner = mark.immediate()
  requireOwner(path, owner, aws, 'Set ROLEBRIDGE_DATA to another folder, which gets its own registry')
}

export const inMemory = ':memory:'
/** For opening and closing. Requests wait for another copy of the server without stopping the process, see `patient`. */
const busyTimeoutMs = 5000

/** Closed to other users. SQLite gives the files that it adds the mode of the first. */
function createPrivately(path: string): void {
  if (path !== inMemory) closeSync(openSync(path, 'a', 0o600))
}

/** With `full` an acknowledged claim is on the disk, so that no power cut lets its external ID be issued again. */
const settings = 'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on'

/** The registry's database, of the current version and of this AWS. Null: no matter which. */
export function openRegistryDatabase(path: string, aws: AwsIdentity | null): Database.Database {
  createPrivately(path)
  const database = new Database(path, { timeout: busyTimeoutMs })
  try {
    database.exec(settings)
    migrate(database, path)
    database.exec(versionTriggers)
    if (aws !== null) claimForAws(database, path, aws)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** libsql leaves the log as it is when it closes, and a copy of the file alone would lack what is in it. */
export function closeRegistryDatabase(database: Database.Database): void {
  try {
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}; pragma wal_checkpoint(truncate)`)
  } finally {
    database.close()
  }
}
