import type { Documents, IndexedKey } from './documents.ts'

const bySort = (one: IndexedKey, other: IndexedKey): number => (one.sort < other.sort ? -1 : 1)

/** Keys that are due by `now`, at most `limit` of each partition of the index, longest overdue first. */
export async function dueKeys(table: Documents, partitions: readonly string[], now: string, limit: number): Promise<readonly IndexedKey[]> {
  const range = { after: '', before: `${now} \uffff`, limit }
  const found = await Promise.all(partitions.map((partition) => table.queryIndex('due', partition, range)))
  return found.flat().sort(bySort)
}
