import { partitionOf } from '#core/aws/region.ts'
import {
  type ChangedConnection,
  type ChangedConnections,
  type ChangeFilter,
  changeCursor,
  historyPage,
  type Leases,
  readChangeCursor,
  readHistoryCursor,
} from '#server/registry/connection-records.ts'
import { inTurns } from '#server/registry/due-connections.ts'
import type { NewEvent } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { verdictKindsPage } from '#server/registry/registry-rows.ts'
import { toldOfUpdate } from '#server/registry/remembered-verdict.ts'
import type { RequestIds } from '#server/registry/request-ids.ts'
import { checkOf, connectedRows, hasEnded, kept, knownRow, ownRow, type Row, type Rows, statusOf, withEntry } from './memory-rows.ts'

function isWanted(row: Row, { tenant, accountId, status, changedSince = '', requestId }: ChangeFilter): boolean {
  if (requestId !== undefined && !row.requestIds.has(requestId)) return false
  if (tenant !== undefined && row.tenant !== tenant) return false
  if (accountId !== undefined && row.connection.accountId !== accountId) return false
  if (status !== undefined && statusOf(row) !== status) return false
  return row.changedAt >= changedSince
}

const placeOf = ({ changedAt, connection: { id } }: Row): string => changeCursor({ changedAt, id })

function changedOf(row: Row): ChangedConnection {
  const { tenant, connection, changedAt, disconnectedAt, updateMark } = row
  return { tenant, connection, check: checkOf(row), changedAt, disconnectedAt, updateMark }
}

export function memoryOfAnyTenant(rows: Rows): Registry['ofAnyTenant'] {
  return async (id) => {
    const row = rows.byId.get(id)
    return row === undefined ? null : changedOf(row)
  }
}

export function memoryChanges(rows: Rows): ChangedConnections {
  return async (filter, { after, limit }) => {
    const cursor = readChangeCursor(after)
    if (cursor === null) return null
    const found = [...rows.byId.values()]
      .filter((row) => isWanted(row, filter) && placeOf(row) > changeCursor(cursor))
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { entries: page.map(changedOf), unreadable: 0, next: last !== undefined && found.length > limit ? placeOf(last) : null }
  }
}

export function memoryUpdates(rows: Rows, tell: (event: NewEvent) => void): Pick<Registry, 'markUpdate'> {
  return {
    markUpdate: async (id, mark) => {
      const { before, after, at, event } = mark
      const row = rows.byId.get(id)
      if (row === undefined || hasEnded(row) || row.updateMark !== before) return false
      const marked = { ...row, updateMark: after, last: toldOfUpdate(row.last, mark) }
      kept(rows, event === null ? marked : withEntry(marked, { kind: 'needs-update', at }))
      if (event !== null) tell(event)
      return true
    },
  }
}

export function memoryRequestIds(rows: Rows): RequestIds {
  return {
    removeExpired: async (now) => {
      for (const row of rows.byId.values())
        kept(rows, { ...row, requestIds: new Map([...row.requestIds].filter(([, expiresAt]) => expiresAt > now)) })
    },
  }
}

export function memoryVerdictKinds(rows: Rows): Registry['verdictKinds'] {
  return async ({ after, limit }) => {
    const found = connectedRows(rows)
      .map((row) => ({ id: row.connection.id, kind: statusOf(row) }))
      .filter(({ id }) => after === null || id > after)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    return verdictKindsPage(found, limit)
  }
}

export function memoryLeases(rows: Rows): Leases {
  const isFree = ({ lease }: Row, now: string, holder?: string) => lease === null || lease.until <= now || lease.holder === holder
  function takeable(id: string, now: string, holder: string): Row | null {
    const row = rows.byId.get(id)
    return row === undefined || row.disconnectedAt !== null || !isFree(row, now, holder) ? null : row
  }
  return {
    isFree: async (id, { holder, now }) => takeable(id, now, holder) !== null,
    take: async (id, { holder, now, until }) => {
      const row = takeable(id, now, holder)
      if (row === null) return false
      kept(rows, { ...row, lease: { holder, until } })
      return true
    },
    release: async (id, holder) => {
      const row = rows.byId.get(id)
      if (row?.lease?.holder === holder) kept(rows, { ...row, lease: null })
    },
    takeDue: async ({ holder, now, until, limit, partitions }) => {
      const due = connectedRows(rows).flatMap((row) => {
        const { nextCheckAt: at, tenant, connection } = row
        const isDue = at !== null && at <= now && isFree(row, now) && partitions.includes(partitionOf(connection.region))
        return isDue ? [{ row, at, tenant }] : []
      })
      return inTurns(due)
        .slice(0, limit)
        .map(({ row }) => ({ tenant: row.tenant, connection: kept(rows, { ...row, lease: { holder, until } }) }))
    },
  }
}

export type DeletedConnection = { readonly tenant: string; readonly id: string; readonly externalIds: readonly string[] }

export function memoryEnds(
  rows: Rows,
  removeOthers: (tenant: string) => void,
  removeOfConnection: (connection: DeletedConnection) => void,
): Pick<Registry, 'updatePermissions' | 'rename' | 'deleteTenant' | 'deleteConnection' | 'history'> {
  return {
    updatePermissions: async (tenant, id, change, at) => {
      const row = ownRow(rows, tenant, id)
      if (row === null) return null
      const { permissionsPolicy: _, ...unchanged } = row.connection
      return kept(rows, withEntry({ ...row, connection: { ...unchanged, ...change } }, { kind: 'terms-changed', at }))
    },
    rename: async (tenant, id, name, at) => {
      const row = ownRow(rows, tenant, id)
      if (row === null) return null
      const { name: _, ...unnamed } = row.connection
      const connection = name === null ? unnamed : { ...unnamed, name }
      return kept(rows, withEntry({ ...row, connection }, { kind: 'terms-changed', at }))
    },
    deleteTenant: async (tenant) => {
      const ids = [...rows.byId].flatMap(([id, row]) => (row.tenant === tenant ? [id] : []))
      for (const [externalId, id] of rows.claims) if (id !== null && knownRow(rows, id).tenant === tenant) rows.claims.set(externalId, null)
      for (const id of ids) rows.byId.delete(id)
      removeOthers(tenant)
      return ids.length
    },
    deleteConnection: async (id) => {
      const row = rows.byId.get(id)
      if (row === undefined || row.disconnectedAt === null) return false
      const externalIds = [...rows.claims].flatMap(([externalId, holder]) => (holder === id ? [externalId] : []))
      for (const externalId of externalIds) rows.claims.set(externalId, null)
      rows.byId.delete(id)
      removeOfConnection({ tenant: row.tenant, id, externalIds })
      return true
    },
    history: async (tenant, id, { after, limit }) => {
      const row = rows.byId.get(id)
      const start = readHistoryCursor(after)
      if (row?.tenant !== tenant || start === null) return null
      const numbered = row.history.map((entry, number) => ({ number, entry }))
      return historyPage(
        numbered.filter(({ number }) => number > start),
        limit,
      )
    },
  }
}
