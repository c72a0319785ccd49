import type Database from 'libsql'
import * as z from 'zod/mini'
import type { LastVerdict } from '#server/registry/registry.ts'
import { readable, readVerdict, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { rememberedText } from '#server/registry/remembered-verdict.ts'

export type ReadLast = (id: string) => LastVerdict | null

/** A row that cannot be read counts as no verdict, never as a good one. */
export function lastVerdictReader(database: Database.Database, report: UnreadableReport): ReadLast {
  const stored = database.prepare('select connection_id, verdict, remembered, asked from verdicts where connection_id = ?')
  const read: ReadLast = (id) => {
    const row = stored.get(id)
    return row === undefined || row === null ? null : readVerdict(row)
  }
  return (id) => readable(() => read(id), { table: 'verdicts', id }, report)
}

const RememberedRow = z.object({ remembered: z.string() })

/** A part of the transaction of what changes it. */
export function rememberedWriter(database: Database.Database, last: ReadLast) {
  const stored = database.prepare('select remembered from verdicts where connection_id = ?')
  const write = database.prepare('update verdicts set remembered = ? where connection_id = ?')
  return (id: string, after: (before: LastVerdict | null) => LastVerdict | null): void => {
    const row = RememberedRow.safeParse(stored.get(id)).data
    if (row === undefined) return
    const before = last(id)
    const text = rememberedText(row.remembered, before, after(before))
    if (text !== null) write.run(text, id)
  }
}
