import * as z from 'zod/mini'

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
      if (!isLocked(error) || performance.now() >= lateAtMs) throw error
      await new Promise<void>((resume) => setTimeout(resume, pauseMs(attempt)))
    }
  }
}

/** The same methods, each of which waits for the lock of the file. */
export function patient<Methods extends object>(methods: Methods, patienceMs: number): Methods {
  const made = new Map<unknown, unknown>()
  const patientOf = (member: unknown): unknown => {
    if (typeof member === 'function') return (...given: readonly unknown[]) => onceFree(() => member(...given), patienceMs)
    return typeof member === 'object' && member !== null ? patient(member, patienceMs) : member
  }
  return new Proxy(methods, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      const known = made.get(member) ?? patientOf(member)
      made.set(member, known)
      return known
    },
  })
}
