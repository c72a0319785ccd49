import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { AccountUse } from '#core/verify/verdict-history.ts'
import { type FoundOtherIds, type OtherExternalIdRecord, otherExternalIdsMaximum } from '#server/registry/other-external-ids.ts'
import type {
  ClaimRequest,
  ClaimResult,
  ConnectionPage,
  LastVerdict,
  PageRequest,
  Registry,
  StoredCheck,
} from '#server/registry/registry.ts'
import { memoryHandoffRecords, memorySessionRecords } from './memory-records.ts'

type Row = {
  readonly tenant: string
  readonly connection: Connection
  readonly firstCheckAt: string | null
  readonly wasVerified: boolean
  readonly last: LastVerdict | null
  readonly isIdAccepted: boolean
  /** Outcomes by connection whose external ID was tried. They no longer apply once the connection has another role. */
  readonly triedOnRole: { readonly roleArn: string; readonly outcomes: ReadonlyMap<string, Outcome> }
}

type Outcome = OtherExternalIdRecord['outcome']

const isOnAccount = ({ connection }: Row, accountId: string, partition: Partition): boolean =>
  connection.accountId === accountId && partitionOf(connection.region) === partition

function isSame(row: Row, { tenant, terms }: ClaimRequest): boolean {
  return row.tenant === tenant && isOnAccount(row, terms.accountId, partitionOf(terms.region))
}

type Rows = Map<string, Row>

function kept(rows: Rows, row: Row): Connection {
  rows.set(row.connection.id, row)
  return row.connection
}

function known(rows: Rows, id: string): Row {
  const row = rows.get(id)
  if (row === undefined) throw new Error(`There is no connection ${id}`)
  return row
}

const named = (name: string | undefined) => (name === undefined ? {} : { name })

function claimNewAccount(rows: Rows, request: ClaimRequest): ClaimResult {
  const held = [...rows.values()].findLast((row) => isSame(row, request))
  return held === undefined ? claim(rows, request) : { kind: 'existing', connection: held.connection }
}

const newRow = (tenant: string, connection: Connection): Row => ({
  tenant,
  connection,
  firstCheckAt: null,
  wasVerified: false,
  last: null,
  isIdAccepted: false,
  triedOnRole: { roleArn: connection.roleArn, outcomes: new Map() },
})

const triedOutcomes = ({ connection, triedOnRole }: Row): ReadonlyMap<string, Outcome> =>
  triedOnRole.roleArn === connection.roleArn ? triedOnRole.outcomes : new Map()

function triedAfter(row: Row, { results, isChanged }: FoundOtherIds): Row['triedOnRole'] {
  const known = [...triedOutcomes(row)].filter(([, outcome]) => !isChanged || outcome !== 'denied')
  const found = results
    .filter(({ outcome }) => outcome !== 'error')
    .map(({ connectionId, outcome }): [string, Outcome] => [connectionId, outcome])
  return { roleArn: row.connection.roleArn, outcomes: new Map([...known, ...found]) }
}

function otherExternalIds(rows: Rows, tenant: string, { id, roleArn }: Connection): readonly OtherExternalIdRecord[] {
  const own = rows.get(id)
  const outcomes = own === undefined ? new Map<string, Outcome>() : triedOutcomes(own)
  const rank = ({ isIdAccepted, wasVerified }: Row) => (isIdAccepted ? 2 : 0) + (wasVerified ? 1 : 0)
  return [...rows.values()]
    .filter((row) => row.tenant !== tenant && row.connection.roleArn === roleArn)
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, otherExternalIdsMaximum)
    .map(({ connection, isIdAccepted }) => ({
      connectionId: connection.id,
      externalId: connection.externalId,
      isInUse: isIdAccepted,
      outcome: outcomes.get(connection.id) ?? null,
    }))
}

function accountUse(rows: Rows, tenant: string, accountId: string, partition: Partition): AccountUse {
  const all = [...rows.values()].filter((row) => isOnAccount(row, accountId, partition))
  const own = all.filter((row) => row.tenant === tenant)
  const [first] = all
  return {
    isFirst: first === undefined || first.tenant === tenant,
    wasVerified: own.some(({ wasVerified }) => wasVerified),
    wasVerifiedByOther: all.some((row) => row.tenant !== tenant && row.wasVerified),
  }
}
const holderOf = (rows: Rows, externalId: string): Row | undefined =>
  [...rows.values()].find(({ connection }) => connection.externalId === externalId)

function claim(rows: Rows, request: ClaimRequest): ClaimResult {
  const { tenant, terms, roleArn, id, createdAt, pendingMaximum, name } = request
  const holder = holderOf(rows, terms.externalId)
  if (holder !== undefined) {
    if (!isSame(holder, request)) return { kind: 'external-id-taken' }
    const { id: held, createdAt: claimedAt, name: heldName } = holder.connection
    const connection = { ...terms, id: held, roleArn, createdAt: claimedAt, ...named(heldName) }
    return { kind: 'existing', connection: kept(rows, { ...holder, connection }) }
  }
  const pending = [...rows.values()].filter((row) => row.tenant === tenant && !row.wasVerified)
  if (pending.length >= pendingMaximum) return { kind: 'connection-limit' }
  const connection = { ...terms, id, roleArn, createdAt, ...named(name) }
  return { kind: 'claimed', connection: kept(rows, newRow(tenant, connection)) }
}

function checkOf({ connection, last }: Row): StoredCheck | null {
  if (last === null) return null
  const { kind, diagnosis, checkedAt, simulated } = last.verdict
  return { connectionId: connection.id, kind, diagnosis, checkedAt, simulated, asked: last.asked }
}

/** Null if `after` isn't one of these. */
function pageOf(owned: readonly Row[], { after, limit }: PageRequest): ConnectionPage | null {
  const start = after === null ? 0 : owned.findIndex(({ connection }) => connection.id === after) + 1
  if (after !== null && start === 0) return null
  const page = owned.slice(start, start + limit)
  const entries = page.map((row) => ({ connection: row.connection, check: checkOf(row) }))
  return { entries, unreadable: 0, next: start + limit < owned.length ? (page.at(-1)?.connection.id ?? null) : null }
}

function verdicts(rows: Rows): Pick<Registry, 'saveVerdict' | 'lastVerdict'> {
  return {
    saveVerdict: async (id, { verdict, remembered, asked, isIdAccepted, otherExternalIds: found }) => {
      const row = known(rows, id)
      rows.set(id, {
        ...row,
        wasVerified: row.wasVerified || verdict.kind === 'verified',
        last: { verdict, remembered, asked },
        isIdAccepted: isIdAccepted ?? row.isIdAccepted,
        triedOnRole: triedAfter(row, found),
      })
    },
    lastVerdict: async (id) => rows.get(id)?.last ?? null,
  }
}

/** A registry in memory. Each call runs synchronously, so no other call runs between its read and its write. */
export function memoryRegistry(): Registry {
  const rows: Rows = new Map()
  const handoffs = memoryHandoffRecords()
  const owned = (tenant: string, id: string): Row | null => {
    const row = rows.get(id)
    return row?.tenant === tenant ? row : null
  }
  return {
    ...verdicts(rows),
    claim: async (request) => {
      const { handoffId, terms } = request
      if (handoffId === undefined) return claim(rows, request)
      return handoffs.claimOnce(handoffId, holderOf(rows, terms.externalId)?.connection.id ?? null, () => claim(rows, request))
    },
    claimNewAccounts: async (requests) => requests.map((request) => claimNewAccount(rows, request)),
    find: async (tenant, id) => owned(tenant, id)?.connection ?? null,
    list: async (tenant, page) =>
      pageOf(
        [...rows.values()].filter((row) => row.tenant === tenant),
        page,
      ),
    heldOnAccount: async (tenant, accountId, partition) =>
      [...rows.values()]
        .filter((row) => row.tenant === tenant && isOnAccount(row, accountId, partition))
        .map(({ connection: { id, externalId } }) => ({ id, externalId })),
    updatePermissions: async (tenant, id, change) => {
      const row = owned(tenant, id)
      if (row === null) return null
      const { permissionsPolicy: _, ...unchanged } = row.connection
      return kept(rows, { ...row, connection: { ...unchanged, ...change } })
    },
    firstCheckAt: async (id, now) => {
      const row = known(rows, id)
      const firstCheckAt = row.firstCheckAt !== null && row.firstCheckAt < now ? row.firstCheckAt : now
      rows.set(id, { ...row, firstCheckAt })
      return firstCheckAt
    },
    partitions: async () => [...new Set([...rows.values()].map(({ connection }) => partitionOf(connection.region)))],
    otherExternalIds: async (tenant, connection) => otherExternalIds(rows, tenant, connection),
    accountUse: async (tenant, accountId, partition) => accountUse(rows, tenant, accountId, partition),
    handoffs,
    sessions: memorySessionRecords(),
    fault: async () => null,
    close: () => rows.clear(),
  }
}
