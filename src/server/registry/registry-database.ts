import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'
import type { AwsIdentity } from '#server/config/aws-identity.ts'
import { claimForAws } from './registry-identity.ts'
import { migrate } from './registry-schema.ts'

export const inMemory = ':memory:'
const busyTimeoutMs = 5000

/** For nobody else on this machine. SQLite gives the files that it adds the mode of the first. */
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
    database.exec('pragma wal_checkpoint(truncate)')
  } finally {
    database.close()
  }
}
