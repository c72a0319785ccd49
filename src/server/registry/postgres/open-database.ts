import * as z from 'zod/mini'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { needlessNewRegistry, refusalToCreate, requireOwner } from '#server/registry/missing-registry.ts'
import type { Registry, RegistryOptions } from '#server/registry/registry.ts'
import { oncePerRow } from '#server/registry/registry-rows.ts'
import { connect, inTransaction, isMarked, lockMigrations, migrate, migrationLimits, property, setProperty } from './database.ts'
import { postgresRegistry, reconnectingRegistry } from './postgres-registry.ts'
import { type Query, sqlCode } from './sql.ts'

/** The address of the registry, without user and password. */
function publicUrl({ host, pathname }: URL): string {
  return `postgres://${host}${pathname}`
}

const localHosts = ['', 'localhost', '127.0.0.1', '[::1]']

const CommitRow = z.object({ synchronous_commit: z.string() })

async function warnOfEarlyCommits(query: Query, where: string, { log }: RegistryOptions): Promise<void> {
  const [row] = await query`show synchronous_commit`
  if (CommitRow.parse(row).synchronous_commit !== 'off') return
  log.warn(
    { registry: where },
    'PostgreSQL confirms writes before they are on the disk (synchronous_commit is off). After a crash, external IDs that were given out could be given to another tenant. Turn it on for this database.',
  )
}

async function prepare(query: Query, where: string, options: RegistryOptions): Promise<void> {
  const { url, aws, log, isNewAllowed } = options
  await lockMigrations(query)
  const isKnown = await isMarked(query)
  const isLocal = localHosts.includes(new URL(url).hostname)
  const refusal = isKnown ? null : refusalToCreate({ ...options, where, what: 'has no tables', isLocal })
  if (refusal !== null) throw refusal
  if (isKnown && isNewAllowed) log.warn({ registry: where }, needlessNewRegistry)
  await warnOfEarlyCommits(query, where, options)
  await migrate(query)
  if (aws === null) return
  const owner = await property(query, 'aws')
  if (owner === null) await setProperty(query, 'aws', aws)
  else requireOwner(where, owner, aws, 'Set ROLEBRIDGE_REGISTRY to another database')
}

function unusable(where: string, error: unknown): unknown {
  const code = sqlCode(error)
  if (error instanceof StartRefusal || code === 'no code') return error
  return new StartRefusal([
    `The registry ${where} can’t be used (${code}).`,
    'Check ROLEBRIDGE_REGISTRY, that PostgreSQL runs there, and that the user can create tables in the database.',
  ])
}

/** The registry in a PostgreSQL database, with its tables up to date. */
export async function openDatabase(options: RegistryOptions): Promise<Registry> {
  const where = publicUrl(new URL(options.url))
  const sql = connect(options.url, migrationLimits)
  try {
    await inTransaction(sql, (query) => prepare(query, where, options))
  } catch (error) {
    throw unusable(where, error)
  } finally {
    await sql.end()
  }
  const report = oncePerRow((row) => options.log.error(row, 'A row of the registry cannot be read.'))
  return reconnectingRegistry(() => postgresRegistry(connect(options.url), report))
}
