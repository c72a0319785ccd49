import type Database from 'libsql'
import * as z from 'zod/mini'
import type { UpdateMark } from '#server/registry/connection-records.ts'
import type { LastVerdict, Registry } from '#server/registry/registry.ts'
import { rememberedText } from '#server/registry/remembered-verdict.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

const RememberedRow = z.object({ remembered: z.string() })

export const updateSchema = 'alter table connections add column update_mark text'

export function libsqlUpdates(database: Database.Database, last: (id: string) => LastVerdict | null): Pick<Registry, 'markUpdate'> {
  const mark = database.prepare(
    'update connections set update_mark = ? where id = ? and update_mark is ? and disconnected_at is null and disconnection is null',
  )
  const stored = database.prepare('select remembered from verdicts where connection_id = ?')
  const remember = database.prepare('update verdicts set remembered = ? where connection_id = ?')
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  function tell(id: string, given: UpdateMark): void {
    const { at, event } = given
    const row = RememberedRow.safeParse(stored.get(id)).data
    const text = row === undefined ? null : rememberedText(row.remembered, last(id), given)
    if (text !== null) remember.run(text, id)
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
