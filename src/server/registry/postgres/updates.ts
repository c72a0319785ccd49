import type { UpdateMark } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { toldOfUpdate } from '#server/registry/remembered-verdict.ts'
import { record } from './claims.ts'
import { inTransaction } from './database.ts'
import { addEvent } from './events.ts'
import type { Query, Sql } from './sql.ts'
import { remember } from './verdicts.ts'

async function tell(query: Query, id: string, mark: UpdateMark, report: UnreadableReport): Promise<void> {
  const { at, event } = mark
  await remember(query, id, (last) => toldOfUpdate(last, mark), report)
  if (event === null) return
  await record(query, id, { kind: 'needs-update', at })
  await addEvent(query, event)
}

export function postgresUpdates(sql: Sql, report: UnreadableReport): Pick<Registry, 'markUpdate'> {
  return {
    markUpdate: (id, mark) =>
      inTransaction(sql, async (query) => {
        const marked = await query`
          update connections set update_mark = ${mark.after}
          where id = ${id} and update_mark is not distinct from ${mark.before} and disconnected_at is null and disconnection is null
          returning id`
        if (marked.length === 0) return false
        await tell(query, id, mark, report)
        return true
      }),
  }
}
