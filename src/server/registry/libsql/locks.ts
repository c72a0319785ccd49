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
 * SQLite's own wait for a lock stops the whole process. This one lets other requests run in between. The work must be one statement or one
 * transaction, of which nothing is done as long as the file is locked.
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

/** The same methods, each of which waits for the lock of the file. */
export function patient<Methods extends object>(methods: Methods, patienceMs: number): Methods {
  return aroundEach(
    () => methods,
    (call) => onceFree(call, patienceMs),
  )
}
