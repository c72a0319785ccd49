import { registryDeadlineMs } from '#server/registry/deadline.ts'
import type { Documents, IndexedKey } from './documents.ts'

const bySort = (one: IndexedKey, other: IndexedKey): number => (one.sort < other.sort ? -1 : 1)

/** Keys that are due by `now`, at most `limit` of each partition of the index, longest overdue first. */
export async function dueKeys(table: Documents, partitions: readonly string[], now: string, limit: number): Promise<readonly IndexedKey[]> {
  const range = { after: '', before: `${now} \uffff`, limit }
  const found = await Promise.all(partitions.map((partition) => table.queryIndex('due', partition, range)))
  return found.flat().sort(bySort)
}

/** Half of the deadline of a call, which would lose what was taken before it. */
const longestMs = registryDeadlineMs / 2

/**
 * Takes up to `limit`, one after another. If one can't be taken, the others are, because no one else gets them for a while. Throws only if
 * nothing is taken.
 */
export async function takenInTurn<Key, Taken>(
  all: readonly Key[],
  limit: number,
  take: (key: Key) => Promise<Taken | null>,
): Promise<readonly Taken[]> {
  const startedMs = performance.now()
  const taken: Taken[] = []
  const failures: unknown[] = []
  for (const key of all) {
    if (taken.length >= limit || performance.now() - startedMs > longestMs) break
    const one = await take(key).catch((error: unknown) => {
      failures.push(error)
      return null
    })
    if (one !== null) taken.push(one)
  }
  if (taken.length === 0 && failures.length > 0) throw failures[0]
  return taken
}
