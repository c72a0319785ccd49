import type Database from 'libsql'
import * as z from 'zod/mini'
import type { DueRequest, LeaseRequest, Leases, OwnedConnection } from '#server/registry/connection-records.ts'
import { dueWindow } from '#server/registry/due-connections.ts'
import { IdRow, readable, readConnection, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { written } from './locks.ts'

const TenantRow = z.object({ tenant: z.string() })

function ownedOf(row: unknown, report: UnreadableReport): readonly OwnedConnection[] {
  const { id } = IdRow.parse(row)
  const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
  return connection === null ? [] : [{ tenant: TenantRow.parse(row).tenant, connection }]
}

export function libsqlLeases(database: Database.Database, report: UnreadableReport): Leases {
  const take = database.prepare(
    `update connections set lease_holder = :holder, lease_until = :until
     where id = :id and disconnected_at is null and (lease_until is null or lease_until <= :now or lease_holder = :holder) returning *`,
  )
  const free = database.prepare(
    `select 1 from connections
     where id = :id and disconnected_at is null and (lease_until is null or lease_until <= :now or lease_holder = :holder)`,
  )
  const release = database.prepare('update connections set lease_holder = null, lease_until = null where id = ? and lease_holder = ?')
  const due = database.prepare(
    `select id from
       (select id, next_check_at, row_number() over (partition by tenant order by next_check_at) as turn from
         (select id, tenant, next_check_at from connections
          where next_check_at <= :now and (lease_until is null or lease_until <= :now)
            and partition in (select value from json_each(:partitions))
          order by next_check_at limit ${dueWindow}))
     order by turn, next_check_at limit :limit`,
  )
  const takeDue = database.transaction(({ holder, now, until, partitions, limit }: DueRequest) =>
    // With `get` after `all`, libsql binds the parameters of the call before.
    due
      .all({ now, limit, partitions: JSON.stringify(partitions) })
      .flatMap((row) => take.all({ id: IdRow.parse(row).id, holder, now, until }))
      .flatMap((row) => ownedOf(row, report)),
  )
  const takeOne = written(database, (id: string, { holder, now, until }: LeaseRequest) => take.all({ id, holder, now, until }).length > 0)
  const releaseOne = written(database, (id: string, holder: string) => void release.run(id, holder))
  return {
    isFree: async (id, { holder, now }) => free.all({ id, holder, now }).length > 0,
    take: async (id, request) => takeOne(id, request),
    release: async (id, holder) => releaseOne(id, holder),
    takeDue: async (request) => takeDue.immediate(request),
  }
}
