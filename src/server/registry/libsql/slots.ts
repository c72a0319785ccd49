import type Database from 'libsql'
import * as z from 'zod/mini'
import type { Registry } from '#server/registry/registry.ts'
import { reserved, type SlotRequest } from '#server/registry/sts-slots.ts'

export const slotSchema = 'create table sts_slots (partition text primary key, next_at real not null) strict, without rowid;'

const SlotRow = z.object({ next_at: z.number() })

/** All copies run on the machine that has the file, so they have one clock. */
export function libsqlTime(database: Database.Database): Pick<Registry, 'stsSlots' | 'storeTime'> {
  const find = database.prepare('select next_at from sts_slots where partition = ?')
  const keep = database.prepare('insert or replace into sts_slots (partition, next_at) values (?, ?)')
  const reserve = database.transaction((request: SlotRequest) => {
    const line = reserved(SlotRow.safeParse(find.get(request.partition)).data?.next_at ?? null, request)
    if (line.count > 0) keep.run(request.partition, line.nextAtMs)
    return line
  })
  return { stsSlots: { reserve: async (request) => reserve.immediate(request) }, storeTime: async () => null }
}
