import type Database from 'libsql'
import type { libsqlOtherExternalIds } from './other-external-ids-libsql.ts'
import type { FoundVerdict, LastVerdict, Registry } from './registry.ts'
import { FirstLookRow, VerdictRow } from './registry-rows.ts'
import { readable, type UnreadableReport } from './unreadable-row.ts'

type Others = Pick<ReturnType<typeof libsqlOtherExternalIds>, 'save'>

function verdictWriter(database: Database.Database, others: Others) {
  const upsert = database.prepare('insert or replace into verdicts (connection_id, asked, verdict, remembered) values (?, ?, ?, ?)')
  const verified = database.prepare('update connections set first_verified_at = coalesce(first_verified_at, ?) where id = ?')
  const accept = database.prepare('update connections set is_id_accepted = ? where id = ?')
  return database.transaction((id: string, found: FoundVerdict) => {
    const { verdict, remembered, asked, isIdAccepted, otherExternalIds } = found
    upsert.run(id, asked, JSON.stringify(verdict), JSON.stringify(remembered))
    if (isIdAccepted !== null) accept.run(Number(isIdAccepted), id)
    others.save(id, otherExternalIds)
    if (verdict.kind === 'verified') verified.run(verdict.checkedAt, id)
  })
}

/** A row that cannot be read counts as no verdict, never as a good one. */
export function verdicts(
  database: Database.Database,
  others: Others,
  report: UnreadableReport,
): Pick<Registry, 'saveVerdict' | 'lastVerdict' | 'firstLookAt'> {
  const save = verdictWriter(database, others)
  const last = database.prepare('select verdict, remembered, asked from verdicts where connection_id = ?')
  const look = database.prepare(
    'update connections set first_look_at = min(coalesce(first_look_at, :now), :now) where id = :id returning first_look_at',
  )
  const read = (id: string): LastVerdict | null => {
    const row = last.get(id)
    return row === undefined || row === null ? null : VerdictRow.parse(row)
  }
  return {
    saveVerdict: async (id, found) => save.immediate(id, found),
    lastVerdict: async (id) => readable(() => read(id), { table: 'verdicts', id }, report),
    firstLookAt: async (id, now) => FirstLookRow.parse(look.get({ now, id })).first_look_at,
  }
}
