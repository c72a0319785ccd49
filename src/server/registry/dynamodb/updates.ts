import type { UpdateMark } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { toldOfUpdate } from '#server/registry/remembered-verdict.ts'
import { connectionWrites, lastAfter, type Stored } from './connection-documents.ts'
import { type Documents, nothing, type Write } from './documents.ts'
import { eventWrites } from './events.ts'
import { ongoing } from './verdicts.ts'

async function markWrites(table: Documents, before: Stored, mark: UpdateMark, report: UnreadableReport): Promise<readonly Write[]> {
  const { after: updateMark, at, event } = mark
  const { meta } = before
  const last = lastAfter(meta, (read) => toldOfUpdate(read, mark), report)
  if (event === null) return connectionWrites({ ...meta, updateMark, last }, before)
  return [...connectionWrites({ ...meta, updateMark, last }, before, { kind: 'needs-update', at }), ...(await eventWrites(table, event))]
}

export function dynamoDbUpdates(table: Documents, report: UnreadableReport): Pick<Registry, 'markUpdate'> {
  return {
    markUpdate: (id, mark) =>
      table.transact(async () => {
        const found = await ongoing(table, id, report)
        if (found === null || (found.before.meta.updateMark ?? null) !== mark.before) return nothing(false)
        return { writes: await markWrites(table, found.before, mark, report), result: true }
      }),
  }
}
