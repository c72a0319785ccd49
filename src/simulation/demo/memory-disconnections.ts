import type { Connection } from '#core/connection/connection.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { toldOfDisconnection } from '#server/registry/remembered-verdict.ts'
import { kept, ownRow, type Rows, withEntry } from './memory-rows.ts'

export function memoryDisconnections(rows: Rows, tell: (event: NewEvent) => void): Pick<Registry, 'disconnect' | 'disconnections'> {
  return {
    disconnections: {
      start: async (tenant, id, at) => {
        const row = ownRow(rows, tenant, id)
        if (row === null || row.connection.disconnection !== undefined) return row?.connection ?? null
        const connection: Connection = { ...row.connection, disconnection: { requestedAt: at, check: null, deniedSince: null } }
        tell(newEvent('connection.disconnecting', { tenant, connectionId: id, at }))
        const last = toldOfDisconnection(row.last, at)
        return kept(rows, withEntry({ ...row, connection, last, nextCheckAt: at }, { kind: 'disconnect-requested', at }))
      },
      cancel: async (tenant, id, at) => {
        const row = ownRow(rows, tenant, id)
        if (row === null || row.connection.disconnection === undefined) return row?.connection ?? null
        const { disconnection: _, ...connection } = row.connection
        return kept(rows, withEntry({ ...row, connection, nextCheckAt: at }, { kind: 'disconnect-canceled', at }))
      },
      save: async (tenant, id, disconnection, nextCheckAt) => {
        const row = ownRow(rows, tenant, id)
        if (row?.connection.disconnection === undefined) return false
        kept(rows, { ...row, connection: { ...row.connection, disconnection }, nextCheckAt })
        return true
      },
    },
    disconnect: async (tenant, id, at, confirmed) => {
      const row = ownRow(rows, tenant, id)
      if (row === null || (confirmed !== undefined && row.connection.disconnection === undefined)) return false
      const connection = confirmed === undefined ? row.connection : { ...row.connection, disconnection: confirmed }
      const ended = { ...row, connection, disconnectedAt: at, nextCheckAt: null, lease: null }
      kept(rows, withEntry(ended, { kind: 'disconnected', at }))
      tell(newEvent('connection.disconnected', { tenant, connectionId: id, at }))
      return true
    },
  }
}
