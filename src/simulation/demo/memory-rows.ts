import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import { type ConnectionStatus, connectionStatus } from '#core/verify/vendor-overview.ts'
import { shownCheck } from '#server/aws/verdict-is-current.ts'
import type { StoredCheck } from '#server/registry/connection-records.ts'
import type { OtherExternalIdRecord } from '#server/registry/other-external-ids.ts'
import type { LastVerdict } from '#server/registry/registry.ts'
import { rememberedInShort } from '#server/registry/registry-rows.ts'

export type Outcome = OtherExternalIdRecord['outcome']

export type Row = {
  readonly tenant: string
  readonly connection: Connection
  readonly firstCheckAt: string | null
  readonly wasVerified: boolean
  readonly last: LastVerdict | null
  readonly isIdAccepted: boolean
  /** Outcomes by connection whose external ID was tried. They no longer apply once the connection has another role. */
  readonly triedOnRole: { readonly roleArn: string; readonly outcomes: ReadonlyMap<string, Outcome> }
  readonly history: readonly HistoryEntry[]
  /** When each stops to be searched. */
  readonly requestIds: ReadonlyMap<string, string>
  readonly changedAt: string
  readonly nextCheckAt: string | null
  readonly lease: { readonly holder: string; readonly until: string } | null
  readonly disconnectedAt: string | null
  readonly updateMark: string | null
}

export const newRow = (tenant: string, connection: Connection): Row => ({
  tenant,
  connection,
  firstCheckAt: null,
  wasVerified: false,
  last: null,
  isIdAccepted: false,
  triedOnRole: { roleArn: connection.roleArn, outcomes: new Map() },
  requestIds: new Map(),
  history: [{ kind: 'claimed', at: connection.createdAt }],
  changedAt: connection.createdAt,
  nextCheckAt: null,
  lease: null,
  disconnectedAt: null,
  updateMark: null,
})

/** Everything in the registry but hand-offs and sessions. */
export type Rows = {
  readonly byId: Map<string, Row>
  /** The connection of each external ID that was ever claimed. Null: its tenant was deleted. */
  readonly claims: Map<string, string | null>
}

/** Disconnected ones are not among them. Oldest first. */
export const connectedRows = ({ byId }: Rows): readonly Row[] => [...byId.values()].filter(({ disconnectedAt }) => disconnectedAt === null)

/** Null if it is absent, disconnected, or belongs to another tenant. */
export function ownRow(rows: Rows, tenant: string, id: string): Row | null {
  const row = rows.byId.get(id)
  return row?.tenant === tenant && row.disconnectedAt === null ? row : null
}

export function knownRow({ byId }: Rows, id: string): Row {
  const row = byId.get(id)
  if (row === undefined) throw new Error(`There is no connection ${id}`)
  return row
}

export function kept({ byId }: Rows, row: Row): Connection {
  byId.set(row.connection.id, row)
  return row.connection
}

/** Or someone has begun to end it. */
export const hasEnded = ({ disconnectedAt, connection }: Row): boolean => disconnectedAt !== null || connection.disconnection !== undefined

export const withEntry = (row: Row, entry: HistoryEntry): Row => ({
  ...row,
  history: [...row.history, entry],
  changedAt: entry.at > row.changedAt ? entry.at : row.changedAt,
})

export const isOnAccount = ({ connection }: Row, accountId: string, partition: Partition): boolean =>
  connection.accountId === accountId && partitionOf(connection.region) === partition

export function checkOf({ connection, last }: Row): StoredCheck | null {
  if (last === null) return null
  const { kind, diagnosis, checkedAt, simulated } = last.verdict
  return { connectionId: connection.id, kind, diagnosis, checkedAt, simulated, asked: last.asked, ...rememberedInShort(last.remembered) }
}

export const statusOf = (row: Row): ConnectionStatus =>
  connectionStatus({ ...row.connection, disconnectedAt: row.disconnectedAt, verdict: shownCheck(checkOf(row)) })
