import type Database from 'libsql'
import * as z from 'zod/mini'
import { aroundEach } from '#server/registry/deadline.ts'
import { RegistryUnavailable } from '#server/registry/registry.ts'

const SqliteFault = z.object({ code: z.string() })

export const sqliteCode = (error: unknown): string => SqliteFault.safeParse(error).data?.code ?? 'no code'

/** Another copy of the server writes to the file. https://www.sqlite.org/rescode.html#busy */
const isLocked = (error: unknown): boolean => sqliteCode(error).startsWith('SQLITE_BUSY')

const shortestPauseMs = 2
const longestPauseMs = 40

/** Copies that wait for the same lock come back at different times. */
const pauseMs = (attempt: number): number => Math.min(longestPauseMs, shortestPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2)

/**
 * SQLite's own wait for a lock stops the whole process. This one lets other requests run in between. The work must be one transaction, of
 * which nothing is done as long as the file is locked.
 */
export async function onceFree<Result>(work: () => Result | Promise<Result>, patienceMs: number): Promise<Result> {
  const lateAtMs = performance.now() + patienceMs
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isLocked(error)) throw error
      if (performance.now() >= lateAtMs) throw new RegistryUnavailable(sqliteCode(error), { cause: error })
      await new Promise<void>((resume) => setTimeout(resume, pauseMs(attempt)))
    }
  }
}

/**
 * A write in a transaction of its own. A statement without one that meets a lock stays open in libsql, so every later read of the
 * connection sees the file as it was then, and two such statements keep each other from ever writing.
 */
export function written<Given extends unknown[], Result>(
  database: Database.Database,
  write: (...given: Given) => Result,
): (...given: Given) => Result {
  const transaction = database.transaction(write)
  return (...given) => transaction.immediate(...given)
}

/** The same methods, each of which waits for the lock of the file. */
export function patient<Methods extends object>(methods: Methods, patienceMs: number): Methods {
  return aroundEach(
    () => methods,
    (call) => onceFree(call, patienceMs),
  )
}
