import type Database from 'libsql'
import type { UpdateMark } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { toldOfUpdate } from '#server/registry/remembered-verdict.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'
import { type ReadLast, rememberedWriter } from './last-verdict.ts'

export const updateSchema = 'alter table connections add column update_mark text'

export function libsqlUpdates(database: Database.Database, last: ReadLast): Pick<Registry, 'markUpdate'> {
  const mark = database.prepare(
    'update connections set update_mark = ? where id = ? and update_mark is ? and disconnected_at is null and disconnection is null',
  )
  const remember = rememberedWriter(database, last)
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  function tell(id: string, given: UpdateMark): void {
    const { at, event } = given
    remember(id, (before) => toldOfUpdate(before, given))
    if (event === null) return
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
