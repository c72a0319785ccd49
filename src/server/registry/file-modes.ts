import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { previousSecretNames, receiptKeyName, sessionSecretName } from '#server/config/kept-secrets.ts'
import type { Log } from '#server/config/log.ts'
import { registryPath } from './libsql/registry-file.ts'

const forOthers = 0o077
const privateFile = 0o600

const modeOf = (path: string): number => statSync(path).mode & 0o777
const octal = (mode: number): string => mode.toString(8).padStart(4, '0')

/** Quoted for a shell if necessary. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`)

const isOpen = (path: string): boolean => existsSync(path) && (modeOf(path) & forOthers) !== 0

function warn(log: Log, path: string, wanted: string): void {
  const fields = { path, mode: octal(modeOf(path)), fix: `chmod ${wanted} ${quoted(path)}` }
  log.warn(fields, 'Other users of this machine have access to it. Only Rolebridge needs access.')
}

/** The server writes these, so it sets their mode as well. */
function close(log: Log, path: string): void {
  try {
    const mode = octal(modeOf(path))
    chmodSync(path, privateFile)
    log.warn({ path, mode, now: octal(privateFile) }, 'Other users of this machine had access to this file. It is closed now.')
  } catch {
    warn(log, path, '600')
  }
}

/** Closes the registry's own files to other users, and reports a folder or a secret that is open to them. */
export function checkFileModes(dataFolder: string, log: Log): void {
  // Windows has other permissions, and says 0666 for all files.
  if (process.platform === 'win32') return
  const registry = registryPath(dataFolder)
  const own = [registry, `${registry}-wal`, `${registry}-shm`, join(dataFolder, 'simulated-aws/accounts.json')]
  for (const path of own.filter(isOpen)) close(log, path)
  const secrets = [sessionSecretName, receiptKeyName, ...Object.values(previousSecretNames)].map((name) => join(dataFolder, name))
  for (const path of secrets.filter(isOpen)) warn(log, path, '600')
  if (isOpen(dataFolder)) warn(log, dataFolder, '700')
}
