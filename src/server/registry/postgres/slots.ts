import * as z from 'zod/mini'
import { impossiblyFarMs, restartMs, type StsSlots } from '#server/registry/sts-slots.ts'
import type { Sql } from './database.ts'

const WaitRow = z.object({ wait: z.number() })

/** Milliseconds by the clock of the database, which is the same for all copies. */
export function postgresSlots(sql: Sql): StsSlots {
  const nowMs = sql`(extract(epoch from clock_timestamp()) * 1000)::float8`
  return {
    reserve: async ({ partition, count, gapMs, leadMs, withinMs, now }) => {
      const length = count * gapMs
      const farthest = withinMs + impossiblyFarMs
      const askedAt = now()
      const [taken] = await sql`
        insert into sts_slots as line (partition, next_at) values (${partition}, ${nowMs} + ${leadMs + length}::float8)
        on conflict (partition) do update set next_at = ${length}::float8 + case
          when line.next_at > ${nowMs} + ${farthest}::float8 then ${nowMs} + ${restartMs}::float8
          else greatest(line.next_at, ${nowMs} + ${leadMs}::float8) end
        where line.next_at <= ${nowMs} + ${withinMs}::float8 or line.next_at > ${nowMs} + ${farthest}::float8
        returning next_at - ${length}::float8 - ${nowMs} as wait`
      const [full] = taken === undefined ? await sql`select next_at - ${nowMs} as wait from sts_slots where partition = ${partition}` : []
      const { wait } = WaitRow.parse(taken ?? full)
      return { count: taken === undefined ? 0 : count, notBeforeMs: askedAt + wait, notAfterMs: now() + wait }
    },
  }
}
