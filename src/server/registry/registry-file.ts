import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { receiptKeyName, sessionSecretName } from '#server/config/kept-secrets.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import type { Registry, RegistryAdapter, RegistryOptions } from './registry.ts'
import { damageOf, sqliteCode } from './registry-fault.ts'
import { libsqlRegistry } from './registry-libsql.ts'
import { oncePerRow } from './registry-rows.ts'
import { isRegistry } from './registry-schema.ts'

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
  const secrets = [sessionSecretName, receiptKeyName].map((name) => join(dataFolder, name)).filter((path) => existsSync(path))
  const log = `${registryPath(dataFolder)}-wal`
  return [...secrets, ...(sizeOf(log) > 0 ? [log] : [])]
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
    if (!isRegistry(database)) return false
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

function lost(path: string, traces: readonly string[]): StartRefusal {
  const what = existsSync(path) ? 'is empty' : 'is missing'
  return new StartRefusal([
    `The registry ${path} ${what}, but ${traces.join(' and ')} ${traces.length === 1 ? 'shows' : 'show'} that there was one.`,
    'An empty registry does not know which external IDs were issued, and could give them to another tenant.',
    `Restore a backup to ${path}. If there never was a registry, start once with --new-registry.`,
  ])
}

function openRegistryFile({ dataFolder, isNewAllowed, aws, log }: RegistryOptions): Registry {
  const path = registryPath(dataFolder)
  // The order matters: another copy that starts at the same time creates its registry before its secrets.
  const traces = tracesOf(dataFolder)
  const isKnown = isThere(path)
  if (!isKnown && traces.length > 0 && !isNewAllowed) throw lost(path, traces)
  if (isKnown && isNewAllowed)
    log.warn(
      { path },
      'There is a registry, so --new-registry has no effect. Remove it: otherwise a lost registry would be replaced by an empty one.',
    )
  const report = oncePerRow((row) => log.error(row, 'A row of the registry cannot be read.'))
  return libsqlRegistry(path, { report, aws })
}

/** The registry of the data folder, created at the first start. Refuses to replace one that was lost. */
const fileRegistry: RegistryAdapter = { scheme: 'file', open: async (options) => openRegistryFile(options) }

/** The one list of stores. An adapter is added here and in its own file, with a row in the contract tests. */
const registryAdapters: readonly RegistryAdapter[] = [fileRegistry]

/** Opens the registry that the URL names. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const [scheme = ''] = options.url.split(':')
  const adapter = registryAdapters.find((candidate) => candidate.scheme === scheme)
  if (adapter !== undefined) return adapter.open(options)
  const schemes = registryAdapters.map((known) => `${known.scheme}:`)
  throw new StartRefusal([`ROLEBRIDGE_REGISTRY: there is no registry for ${scheme}:. Use ${schemes.join(' or ')}.`])
}
