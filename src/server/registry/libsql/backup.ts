import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import * as z from 'zod/mini'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { damageOf } from './fault.ts'
import { registryPath } from './registry-file.ts'
import { isRegistry } from './schema.ts'

const busyTimeoutMs = 5000
const CountRow = z.object({ count: z.int() })
const FileFault = z.object({ code: z.string() })

/** Creates an empty file that only its owner can read. SQLite then writes into it. */
function createBackup(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    const code = FileFault.safeParse(error).data?.code ?? 'no code'
    if (code === 'EEXIST') throw new StartRefusal([`${file} already exists, and a backup never overwrites a file. Name another file.`])
    throw new StartRefusal([`${file} cannot be created (${code}). Name a file in an existing folder that you can write to.`])
  }
}

function synced(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

/** Reads the copy, since a backup that cannot be read is none. */
function connectionsIn(file: string): number {
  const copy = new Database(file)
  try {
    const damage = damageOf(copy)
    if (damage !== null)
      throw new StartRefusal([
        `The copy ${file} is damaged: ${damage}.`,
        'Check that the disk has free space, delete the copy, and make the backup again.',
      ])
    return CountRow.parse(copy.prepare('select count(*) as count from connections').get()).count
  } finally {
    copy.close()
  }
}

function writeBackup(path: string, file: string): number {
  const database = new Database(path, { timeout: busyTimeoutMs })
  try {
    if (!isRegistry(database))
      throw new StartRefusal([`${path} is not a registry, or is empty. Set ROLEBRIDGE_DATA to the server’s data folder.`])
    database.prepare('vacuum into ?').run(file)
    synced(file)
    synced(dirname(file))
    return connectionsIn(file)
  } finally {
    database.close()
  }
}

/** Copies the registry as it is at one moment, also while servers use it. Says how many connections the copy holds. */
export function backUpRegistry(dataFolder: string, file: string): number {
  const path = registryPath(dataFolder)
  if (!existsSync(path)) throw new StartRefusal([`There is no registry at ${path}. Set ROLEBRIDGE_DATA to the server’s data folder.`])
  createBackup(file)
  try {
    return writeBackup(path, file)
  } catch (error) {
    rmSync(file)
    throw error
  }
}
