import type { Connection } from '#core/connection/connection.ts'
import type { Disconnection } from '#core/connection/disconnection.ts'
import type { Disconnections } from '#server/registry/connection-records.ts'
import { newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { toldOfDisconnection } from '#server/registry/remembered-verdict.ts'
import { connectionOf, connectionWrites, lastAfter, noLongerPending, ownStored } from './connection-documents.ts'
import { type Documents, nothing } from './documents.ts'
import { eventWrites } from './events.ts'

function disconnections(table: Documents, report: UnreadableReport): Disconnections {
  return {
    start: (tenant, id, at) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        if (before === null) return nothing<Connection | null>(null)
        const held = connectionOf(before.meta, report)
        if (held.disconnection !== undefined) return nothing<Connection | null>(held)
        const connection: Connection = { ...held, disconnection: { requestedAt: at, check: null, deniedSince: null } }
        const last = lastAfter(before.meta, (read) => toldOfDisconnection(read, at), report)
        // The verdict counts no longer, also if the disconnection is canceled.
        const meta = { ...before.meta, connection, last, kind: null, nextCheckAt: at }
        const event = await eventWrites(table, newEvent('connection.disconnecting', { tenant, connectionId: id, at }))
        return { writes: [...connectionWrites(meta, before, { kind: 'disconnect-requested', at }), ...event], result: connection }
      }),
    cancel: (tenant, id, at) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        if (before === null) return nothing<Connection | null>(null)
        const { disconnection, ...connection } = connectionOf(before.meta, report)
        if (disconnection === undefined) return nothing<Connection | null>(connection)
        const meta = { ...before.meta, connection, nextCheckAt: at }
        return { writes: connectionWrites(meta, before, { kind: 'disconnect-canceled', at }), result: connection }
      }),
    save: (tenant, id, disconnection, nextCheckAt) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        const held = before === null ? null : connectionOf(before.meta, report)
        if (before === null || held?.disconnection === undefined) return nothing(false)
        const meta = { ...before.meta, connection: { ...held, disconnection }, nextCheckAt }
        return { writes: connectionWrites(meta, before), result: true }
      }),
  }
}

/** Null if its disconnection was canceled. */
function endedConnection(held: Connection, confirmed: Disconnection | undefined): Connection | null {
  if (confirmed === undefined) return held
  return held.disconnection === undefined ? null : { ...held, disconnection: confirmed }
}

export function dynamoDbDisconnections(table: Documents, report: UnreadableReport): Pick<Registry, 'disconnect' | 'disconnections'> {
  return {
    disconnections: disconnections(table, report),
    disconnect: (tenant, id, at, confirmed) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        const connection = before === null ? null : endedConnection(connectionOf(before.meta, report), confirmed)
        if (before === null || connection === null) return nothing(false)
        // The IDs that were tried are of no use any longer, and name connections of other tenants.
        const tried = { ...before.meta.tried, outcomes: {} }
        const meta = { ...before.meta, connection, disconnectedAt: at, nextCheckAt: null, lease: null, tried }
        const pending = before.meta.firstVerifiedAt === null ? [await noLongerPending(table, meta)] : []
        const event = await eventWrites(table, newEvent('connection.disconnected', { tenant, connectionId: id, at }))
        return { writes: [...connectionWrites(meta, before, { kind: 'disconnected', at }), ...pending, ...event], result: true }
      }),
  }
}
