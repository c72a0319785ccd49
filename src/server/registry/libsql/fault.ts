import { statSync } from 'node:fs'
import Database from 'libsql'
import * as z from 'zod/mini'
import { readyMark } from '#server/registry/registry-rows.ts'
import { onceFree, sqliteCode, written } from './locks.ts'

/** A file of this size is read through in some 20 ms. A larger one is tried by one row alone. */
const checkedMaximumBytes = 32 * 1024 * 1024

const CheckRow = z.object({ quick_check: z.string() })
const PageCount = z.object({ page_count: z.int() })
const PageSize = z.object({ page_size: z.int() })
const ValueRow = z.object({ value: z.string() })

/** A fault that SQLite finds in the file; null: none. */
export function damageOf(database: Database.Database): string | null {
  const { quick_check: finding } = CheckRow.parse(database.prepare('pragma quick_check(1)').get())
  return finding === 'ok' ? null : (finding.split('\n').at(-1) ?? finding)
}

/** A load balancer does not wait longer. */
const lockPatienceMs = 500

function isSmall(database: Database.Database): boolean {
  const { page_count: pages } = PageCount.parse(database.prepare('pragma page_count').get())
  const { page_size: bytes } = PageSize.parse(database.prepare('pragma page_size').get())
  return pages * bytes <= checkedMaximumBytes
}

/** Writes the same row each time, so that the file does not grow, and reads it back. */
export async function registryFault(database: Database.Database): Promise<string | null> {
  const read = () => ValueRow.safeParse(database.prepare("select value from properties where name = 'ready'").get()).data?.value
  const write = database.prepare("insert or replace into properties (name, value) values ('ready', ?)")
  const mark = written(database, () => void write.run(readyMark()))
  let before: string | undefined
  try {
    before = read()
    await onceFree(mark, lockPatienceMs)
  } catch (error) {
    return `can’t be written (${sqliteCode(error)})`
  }
  try {
    // Another copy can write to the same file in between.
    if (read() === before) return 'does not keep written data'
    return isSmall(database) && damageOf(database) !== null ? 'is damaged' : null
  } catch (error) {
    return `can’t be read (${sqliteCode(error)})`
  }
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null
}

/** Looks with a connection of its own that keeps no pages, so that it sees what is on the disk now. */
export function faultFinder(path: string) {
  const database = new Database(path, { timeout: 0 })
  database.exec('pragma synchronous = full; pragma cache_size = 0')
  const inode = inodeOf(path)
  return {
    // A file that has lost its name is gone when the server stops.
    fault: async () => (inodeOf(path) === inode ? registryFault(database) : 'was removed or replaced while the server was running'),
    close: () => database.close(),
  }
}
