import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { lostRegistry, needlessNewRegistry, secretsIn } from '#server/registry/missing-registry.ts'
import type { Registry, RegistryAdapter, RegistryOptions } from '#server/registry/registry.ts'
import { oncePerRow } from '#server/registry/registry-rows.ts'
import { damageOf } from './fault.ts'
import { libsqlRegistry } from './libsql-registry.ts'
import { sqliteCode, written } from './locks.ts'
import { isRegistry } from './schema.ts'

export const registryPath = (dataFolder: string): string => join(dataFolder, 'registry.db')

export const restoreSteps = (path: string, backup: string): readonly string[] => [
  'Stop the server.',
  `Copy ${backup} to ${path}.`,
  `Delete ${path}-wal and ${path}-shm.`,
  'Start the server.',
]

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/** Each is made after the registry, so where one is there was a registry. */
function tracesOf(dataFolder: string): readonly string[] {
  const log = `${registryPath(dataFolder)}-wal`
  return [...secretsIn(dataFolder), ...(sizeOf(log) > 0 ? [log] : [])]
}

function damaged(path: string, finding: string): StartRefusal {
  return new StartRefusal([
    `The registry ${path} is damaged: ${finding}.`,
    'External IDs that were issued may be missing from it, and could be given to another tenant.',
    `Restore a backup. ${restoreSteps(path, 'it').join(' ')}`,
  ])
}

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB']
/** Another copy can be creating the file at the same time. */
const busyTimeoutMs = 5000

/** False where there is no registry. Throws `StartRefusal` for one that is damaged. */
function isThere(path: string): boolean {
  if (sizeOf(path) === 0) return false
  const database = new Database(path, { timeout: busyTimeoutMs })
  try {
    // A copy that is creating the registry holds the lock until all of it is there, and its log of changes is there before.
    if (!isRegistry(database) && !written(database, () => isRegistry(database))()) return false
    const damage = damageOf(database)
    if (damage !== null) throw damaged(path, damage)
    return true
  } catch (error) {
    const code = sqliteCode(error)
    throw damageCodes.includes(code) ? damaged(path, code) : error
  } finally {
    database.close()
  }
}

function openRegistryFile({ dataFolder, isNewAllowed, aws, log }: RegistryOptions): Registry {
  const path = registryPath(dataFolder)
  // The order matters: another copy that starts at the same time creates its registry before its secrets.
  const traces = tracesOf(dataFolder)
  const isKnown = isThere(path)
  if (!isKnown && traces.length > 0 && !isNewAllowed)
    throw lostRegistry(path, existsSync(path) ? 'is empty' : 'is missing', traces, `Restore a backup to ${path}.`)
  if (isKnown && isNewAllowed) log.warn({ path }, needlessNewRegistry)
  const report = oncePerRow((row) => log.error(row, 'A row of the registry cannot be read.'))
  return libsqlRegistry(path, { report, aws })
}

/** The registry of the data folder, created at the first start. Refuses to replace one that was lost. */
export const fileRegistry: RegistryAdapter = { schemes: ['file'], example: 'file:', open: async (options) => openRegistryFile(options) }
