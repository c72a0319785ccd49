import { type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import { registryDeadlineMs, withDeadline } from '#server/registry/deadline.ts'
import { withPossibleIds } from '#server/registry/possible-ids.ts'
import type { Registry } from '#server/registry/registry.ts'
import { connectionOf, PartitionRow, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { postgresClaims } from './claims.ts'
import { fault, inTransaction, lock, outageCode, property, setProperty, time } from './database.ts'
import { postgresDisconnections } from './disconnections.ts'
import { postgresEvents } from './events.ts'
import { postgresLeases } from './leases.ts'
import { postgresLists } from './lists.ts'
import { postgresHandoffRecords, postgresSessionRecords } from './records.ts'
import { postgresRequestIds } from './request-ids.ts'
import { postgresEnds, postgresRotations } from './rotations.ts'
import { postgresSlots } from './slots.ts'
import type { Sql } from './sql.ts'
import { postgresUpdates } from './updates.ts'
import { lastVerdictOf, postgresUse, postgresVerdicts } from './verdicts.ts'

const postgresCampaigns = (sql: Sql): Campaigns =>
  campaignsOver((decide) =>
    inTransaction(sql, async (query) => {
      await lock(query, 'rolebridge campaign')
      const { text, result } = decide(await property(query, 'campaign'))
      if (text !== null) await setProperty(query, 'campaign', text)
      return result
    }),
  )

/** The registry in a PostgreSQL database whose tables are up to date. */
export function postgresRegistry(sql: Sql, report: UnreadableReport = () => {}): Registry {
  const use = postgresUse(sql)
  return withPossibleIds({
    ...postgresClaims(sql, report),
    ...postgresVerdicts(sql, report),
    ...use,
    ...postgresLists(sql, report),
    ...postgresEnds(sql, report),
    ...postgresDisconnections(sql, report),
    find: async (tenant, id) => {
      const [row] = await sql`select * from connections where tenant = ${tenant} and id = ${id} and disconnected_at is null`
      return connectionOf(row, report)
    },
    state: async (tenant, id) => {
      const [row] = await sql`
        select c.*, v.connection_id, v.verdict, v.remembered, v.asked from connections c left join verdicts v on v.connection_id = c.id
        where c.tenant = ${tenant} and c.id = ${id} and c.disconnected_at is null`
      const connection = connectionOf(row, report)
      if (connection === null) return null
      return { connection, last: lastVerdictOf(row, id, report), others: await use.otherExternalIds(tenant, connection) }
    },
    partitions: async () => {
      const rows = await sql`select distinct partition from connections where disconnected_at is null`
      return rows.flatMap((row) => PartitionRow.safeParse(row).data?.partition ?? [])
    },
    ...postgresUpdates(sql, report),
    campaigns: postgresCampaigns(sql),
    requestIds: postgresRequestIds(sql),
    leases: postgresLeases(sql, report),
    rotations: postgresRotations(sql, report),
    events: postgresEvents(sql, report),
    handoffs: postgresHandoffRecords(sql, report),
    sessions: postgresSessionRecords(sql),
    stsSlots: postgresSlots(sql),
    storeTime: () => time(sql),
    fault: () => fault(sql),
    close: () => sql.end(),
  })
}

/**
 * A call that gets no answer, although PostgreSQL ends each statement in time, was sent over a connection that is gone without a word. All
 * of them are then replaced. Those that do respond end what they have begun.
 */
export function reconnectingRegistry(open: () => Registry, deadlineMs: number = registryDeadlineMs): Registry {
  let registry = open()
  function replace(late: Registry): void {
    if (late !== registry) return
    registry = open()
    // Calls that get no answer fail as well.
    late.close().catch(() => {})
  }
  return withDeadline({ current: () => registry, unavailable: outageCode, deadlineMs, onLate: replace })
}
