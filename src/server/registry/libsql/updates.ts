import type Database from 'libsql'
import type { UpdateMark } from '#server/registry/connection-records.ts'
import type { LastVerdict, Registry } from '#server/registry/registry.ts'
import { toldOfUpdate } from '#server/registry/remembered-verdict.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

export const updateSchema = 'alter table connections add column update_mark text'

export function libsqlUpdates(database: Database.Database, last: (id: string) => LastVerdict | null): Pick<Registry, 'markUpdate'> {
  const mark = database.prepare(
    'update connections set update_mark = ? where id = ? and update_mark is ? and disconnected_at is null and disconnection is null',
  )
  const remember = database.prepare('update verdicts set remembered = ? where connection_id = ?')
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  function tell(id: string, { at, event }: UpdateMark): void {
    if (event === null) return
    const told = toldOfUpdate(last(id))
    if (told !== null) remember.run(JSON.stringify(told.remembered), id)
    record(id, { kind: 'needs-update', at })
    addEvent(event)
  }
  const write = database.transaction((id: string, given: UpdateMark): boolean => {
    if (mark.run(given.after, id, given.before).changes === 0) return false
    tell(id, given)
    return true
  })
  return { markUpdate: async (id, given) => write.immediate(id, given) }
}
