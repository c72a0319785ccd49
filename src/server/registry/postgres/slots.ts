import * as z from 'zod/mini'
import { impossiblyFarMs, restartMs, type StsSlots } from '#server/registry/sts-slots.ts'
import { part, type Sql } from './sql.ts'

const LineRow = z.object({ first: z.number(), now: z.number() })

/** The clock of the database was at `at` some time between these of the copy. */
type Exchange = { readonly at: number; readonly askedAt: number; readonly answeredAt: number; readonly steps: number }

const keptMs = 10_000
const smallestStepMs = 5

const spread = ({ askedAt, answeredAt }: Exchange): number => answeredAt - askedAt

/** Keeps the quickest of the last exchanges, which tells the clock of the database best. A clock that was set makes all earlier ones useless. */
function quickest(best: Exchange | null, latest: Exchange): Exchange {
  const isUseful =
    best !== null &&
    latest.askedAt - best.askedAt < keptMs &&
    Math.abs(latest.steps - best.steps) < smallestStepMs &&
    spread(best) < spread(latest)
  return isUseful ? best : latest
}

/** Milliseconds by the clock of the database, which is the same for all copies. */
export function postgresSlots(sql: Sql): StsSlots {
  const nowMs = part`(extract(epoch from clock_timestamp()) * 1000)::float8`
  let best: Exchange | null = null
  return {
    reserve: async ({ partition, count, gapMs, leadMs, withinMs, now }) => {
      const length = count * gapMs
      const farthest = withinMs + impossiblyFarMs
      let askedAt = now()
      const [taken] = await sql`
        insert into sts_slots as line (partition, next_at) values (${partition}, ${nowMs} + ${leadMs + length}::float8)
        on conflict (partition) do update set next_at = ${length}::float8 + case
          when line.next_at > ${nowMs} + ${farthest}::float8 then ${nowMs} + ${restartMs}::float8
          else greatest(line.next_at, ${nowMs} + ${leadMs}::float8) end
        where line.next_at <= ${nowMs} + ${withinMs}::float8 or line.next_at > ${nowMs} + ${farthest}::float8
        returning next_at - ${length}::float8 as first, ${nowMs} as now`
      if (taken === undefined) askedAt = now()
      const [full] =
        taken === undefined ? await sql`select next_at as first, ${nowMs} as now from sts_slots where partition = ${partition}` : []
      const { first, now: at } = LineRow.parse(taken ?? full)
      const answeredAt = now()
      best = quickest(best, { at, askedAt, answeredAt, steps: answeredAt - performance.now() })
      const waitMs = first - best.at
      return { count: taken === undefined ? 0 : count, notBeforeMs: best.askedAt + waitMs, notAfterMs: best.answeredAt + waitMs }
    },
  }
}
