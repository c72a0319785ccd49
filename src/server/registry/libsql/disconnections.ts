import type Database from 'libsql'
import type { Disconnections } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { connectionOf, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { toldOfDisconnection } from '#server/registry/remembered-verdict.ts'
import { historyWriter } from './changes.ts'
import { libsqlDeletion } from './deletions.ts'
import { eventWriter } from './events.ts'
import { lastVerdictReader, rememberedWriter } from './last-verdict.ts'
import { written } from './locks.ts'

export const disconnectionSchema = 'alter table connections add column disconnection text'

const own = 'tenant = :tenant and id = :id and disconnected_at is null'

function starts(database: Database.Database, report: UnreadableReport): Pick<Disconnections, 'start' | 'cancel'> {
  const find = database.prepare(`select * from connections where ${own}`)
  const begin = database.prepare(
    `update connections set disconnection = :disconnection, next_check_at = :at where ${own} and disconnection is null`,
  )
  const drop = database.prepare(
    `update connections set disconnection = null, next_check_at = :at where ${own} and disconnection is not null`,
  )
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  const remember = rememberedWriter(database, lastVerdictReader(database, report))
  const start = database.transaction((tenant: string, id: string, at: string) => {
    const disconnection = JSON.stringify({ requestedAt: at, check: null, deniedSince: null })
    if (begin.run({ tenant, id, at, disconnection }).changes > 0) {
      record(id, { kind: 'disconnect-requested', at })
      remember(id, (last) => toldOfDisconnection(last, at))
      addEvent(newEvent('connection.disconnecting', { tenant, connectionId: id, at }))
    }
    return connectionOf(find.get({ tenant, id }), report)
  })
  const cancel = database.transaction((tenant: string, id: string, at: string) => {
    if (drop.run({ tenant, id, at }).changes > 0) record(id, { kind: 'disconnect-canceled', at })
    return connectionOf(find.get({ tenant, id }), report)
  })
  return {
    start: async (tenant, id, at) => start.immediate(tenant, id, at),
    cancel: async (tenant, id, at) => cancel.immediate(tenant, id, at),
  }
}

function libsqlDisconnections(database: Database.Database, report: UnreadableReport): Pick<Registry, 'disconnect' | 'disconnections'> {
  const save = database.prepare(
    `update connections set disconnection = :disconnection, next_check_at = :next where ${own} and disconnection is not null`,
  )
  const end = database.prepare(
    `update connections set disconnected_at = :at, disconnection = coalesce(:disconnection, disconnection), next_check_at = null,
       lease_holder = null, lease_until = null
     where ${own} and (:disconnection is null or disconnection is not null)`,
  )
  const record = historyWriter(database)
  const addEvent = eventWriter(database)
  const disconnect = database.transaction((...[tenant, id, at, confirmed]: Parameters<Registry['disconnect']>): boolean => {
    const disconnection = confirmed === undefined ? null : JSON.stringify(confirmed)
    if (end.run({ tenant, id, at, disconnection }).changes === 0) return false
    record(id, { kind: 'disconnected', at })
    addEvent(newEvent('connection.disconnected', { tenant, connectionId: id, at }))
    return true
  })
  const saveOne = written(database, (tenant: string, id: string, disconnection: string, next: string) => {
    return save.run({ tenant, id, disconnection, next }).changes > 0
  })
  return {
    disconnections: {
      ...starts(database, report),
      save: async (tenant, id, found, nextCheckAt) => saveOne(tenant, id, JSON.stringify(found), nextCheckAt),
    },
    disconnect: async (...given) => disconnect.immediate(...given),
  }
}

export const libsqlEnds = (
  database: Database.Database,
  report: UnreadableReport,
): Pick<Registry, 'disconnect' | 'disconnections' | 'deleteTenant' | 'deleteConnection'> => ({
  ...libsqlDisconnections(database, report),
  ...libsqlDeletion(database),
})
