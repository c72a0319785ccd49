import * as z from 'zod/mini'
import type { Leases } from '#server/registry/connection-records.ts'
import { consideredFor, dueWindow } from '#server/registry/due-connections.ts'
import { IdRow, readable, readConnection, type UnreadableReport } from '#server/registry/registry-rows.ts'
import type { Sql } from './sql.ts'

const DueRow = z.object({ tenant: z.string(), due_at: z.string(), turn: z.int() })

export function postgresLeases(sql: Sql, report: UnreadableReport): Leases {
  return {
    isFree: async (id, { holder, now }) => {
      const rows = await sql`
        select 1 from connections
        where id = ${id} and disconnected_at is null and (lease_until is null or lease_until <= ${now} or lease_holder = ${holder})`
      return rows.length > 0
    },
    take: async (id, { holder, now, until }) => {
      const rows = await sql`
        update connections set lease_holder = ${holder}, lease_until = ${until}
        where id = ${id} and disconnected_at is null and (lease_until is null or lease_until <= ${now} or lease_holder = ${holder})
        returning id`
      return rows.length > 0
    },
    release: async (id, holder) => {
      await sql`update connections set lease_holder = null, lease_until = null where id = ${id} and lease_holder = ${holder}`
    },
    takeDue: async ({ holder, now, until, limit, partitions }) => {
      const rows = await sql`
        with due as (
          select id, tenant, next_check_at as due_at from connections
          where next_check_at <= ${now} and (lease_until is null or lease_until <= ${now}) and partition = any(${partitions})
          order by next_check_at limit ${dueWindow}
        ), considered as (
          select id, due_at, (row_number() over (partition by tenant order by due_at))::int as turn from due
          order by turn, due_at limit ${consideredFor(limit)}
        ), taken as (
          select c.id, due_at, turn from considered join connections c on c.id = considered.id
          where c.next_check_at <= ${now} and (c.lease_until is null or c.lease_until <= ${now})
          order by turn, due_at limit ${limit} for update of c skip locked
        )
        update connections c set lease_holder = ${holder}, lease_until = ${until} from taken where c.id = taken.id
        returning c.*, taken.due_at, taken.turn`
      const taken = rows
        .map((row) => ({ row, ...DueRow.parse(row) }))
        .sort((one, other) => one.turn - other.turn || (one.due_at < other.due_at ? -1 : 1))
      return taken.flatMap(({ row, tenant }) => {
        const { id } = IdRow.parse(row)
        const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
        return connection === null ? [] : [{ tenant, connection }]
      })
    },
  }
}
