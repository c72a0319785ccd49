import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { AccountUse } from '#core/verify/verdict-history.ts'
import type { ConnectionPage, PageRequest } from '#server/registry/connection-records.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import { type OtherExternalIdRecord, otherExternalIdsMaximum } from '#server/registry/other-external-ids.ts'
import {
  type ClaimResult,
  claimAfter,
  type FoundVerdict,
  type HeldConnection,
  newerVerdict,
  type Registry,
} from '#server/registry/registry.ts'
import { searchedRequests } from '#server/registry/request-ids.ts'
import {
  memoryChanges,
  memoryEnds,
  memoryLeases,
  memoryOfAnyTenant,
  memoryRequestIds,
  memoryUpdates,
  memoryVerdictKinds,
} from './memory-changes.ts'
import { claim, claimNewAccount, holderOf } from './memory-claims.ts'
import { memoryDisconnections } from './memory-disconnections.ts'
import { memoryEvents } from './memory-events.ts'
import { memoryCampaigns, memoryHandoffRecords, memorySessionRecords, memorySlots } from './memory-records.ts'
import { memoryRotations } from './memory-rotations.ts'
import { checkOf, connectedRows, hasEnded, isOnAccount, kept, type Outcome, ownRow, type Row, type Rows, withEntry } from './memory-rows.ts'

const triedOutcomes = ({ connection, triedOnRole }: Row): ReadonlyMap<string, Outcome> =>
  triedOnRole.roleArn === connection.roleArn ? triedOnRole.outcomes : new Map()

function triedAfter(row: Row, { otherExternalIds, isChanged }: FoundVerdict): Row['triedOnRole'] {
  const known = [...triedOutcomes(row)].filter(([, outcome]) => !isChanged || outcome !== 'denied')
  const found = otherExternalIds
    .filter(({ outcome }) => outcome !== 'error')
    .map(({ connectionId, externalId, outcome }): [string, Outcome] => [`${connectionId} ${externalId}`, outcome])
  return { roleArn: row.connection.roleArn, outcomes: new Map([...known, ...found]) }
}

function otherExternalIds(rows: Rows, tenant: string, { id, roleArn }: Connection): readonly OtherExternalIdRecord[] {
  const own = rows.byId.get(id)
  const outcomes = own === undefined ? new Map<string, Outcome>() : triedOutcomes(own)
  const rank = ({ isIdAccepted, wasVerified }: Row) => (isIdAccepted ? 2 : 0) + (wasVerified ? 1 : 0)
  return connectedRows(rows)
    .filter((row) => row.tenant !== tenant && row.connection.roleArn === roleArn)
    .toSorted((one, other) => rank(other) - rank(one))
    .slice(0, otherExternalIdsMaximum)
    .map(({ connection, isIdAccepted }) => ({
      connectionId: connection.id,
      externalId: connection.externalId,
      isInUse: isIdAccepted,
      outcome: outcomes.get(`${connection.id} ${connection.externalId}`) ?? null,
    }))
}

function accountUse(rows: Rows, tenant: string, accountId: string, partition: Partition): AccountUse {
  const all = connectedRows(rows).filter((row) => isOnAccount(row, accountId, partition))
  const own = all.filter((row) => row.tenant === tenant)
  const [first] = all
  return {
    isFirst: first === undefined || first.tenant === tenant,
    wasVerified: own.some(({ wasVerified }) => wasVerified),
    wasVerifiedByOther: all.some((row) => row.tenant !== tenant && row.wasVerified),
  }
}

/** Null if `after` isn't one of these. */
function pageOf(owned: readonly Row[], { after, limit }: PageRequest): ConnectionPage | null {
  const start = after === null ? 0 : owned.findIndex(({ connection }) => connection.id === after) + 1
  if (after !== null && start === 0) return null
  const page = owned.slice(start, start + limit)
  const entries = page.map((row) => ({ connection: row.connection, check: checkOf(row) }))
  return { entries, unreadable: 0, next: start + limit < owned.length ? (page.at(-1)?.connection.id ?? null) : null }
}

function requestIdsAfter(row: Row, found: FoundVerdict): Row['requestIds'] {
  const { requestIds, expiresAt } = searchedRequests(found)
  return new Map([...row.requestIds, ...requestIds.map((id): [string, string] => [id, expiresAt])])
}

function rowAfter(row: Row, found: FoundVerdict): Row {
  const { verdict, remembered, asked, isIdAccepted, nextCheckAt } = found
  return {
    ...row,
    wasVerified: row.wasVerified || verdict.kind === 'verified',
    last: { verdict, remembered, asked },
    isIdAccepted: isIdAccepted ?? row.isIdAccepted,
    triedOnRole: triedAfter(row, found),
    requestIds: requestIdsAfter(row, found),
    nextCheckAt,
  }
}

function verdicts(rows: Rows, tell: (event: NewEvent) => void): Pick<Registry, 'saveVerdict' | 'lastVerdict' | 'firstCheckAt'> {
  return {
    saveVerdict: async (id, found) => {
      const row = rows.byId.get(id)
      if (row === undefined || hasEnded(row)) return { kind: 'ended' }
      const newer = newerVerdict(row.last, found)
      if (newer !== null) return { kind: 'outdated', newer }
      const { verdict, isChanged, event } = found
      if (event !== null) tell(event)
      const saved = rowAfter(row, found)
      kept(rows, isChanged ? withEntry(saved, { kind: 'verdict', at: verdict.checkedAt, verdict }) : saved)
      return { kind: 'saved' }
    },
    lastVerdict: async (id) => rows.byId.get(id)?.last ?? null,
    firstCheckAt: async (id, now) => {
      const row = rows.byId.get(id)
      if (row === undefined) return null
      const firstCheckAt = row.firstCheckAt !== null && row.firstCheckAt < now ? row.firstCheckAt : now
      kept(rows, { ...row, firstCheckAt })
      return firstCheckAt
    },
  }
}

const heldOn = (rows: Rows, tenant: string, accountId: string, partition: Partition): readonly HeldConnection[] =>
  connectedRows(rows)
    .filter((row) => row.tenant === tenant && isOnAccount(row, accountId, partition))
    .map(({ connection: { id, externalId } }) => ({ id, externalId }))

function connections(
  rows: Rows,
): Pick<Registry, 'find' | 'state' | 'list' | 'heldOnAccount' | 'claimedBy' | 'partitions' | 'otherExternalIds' | 'accountUse'> {
  return {
    find: async (tenant, id) => ownRow(rows, tenant, id)?.connection ?? null,
    state: async (tenant, id) => {
      const row = ownRow(rows, tenant, id)
      return row && { connection: row.connection, last: row.last, others: otherExternalIds(rows, tenant, row.connection) }
    },
    list: async (tenant, page) =>
      pageOf(
        connectedRows(rows).filter((row) => row.tenant === tenant),
        page,
      ),
    heldOnAccount: async (tenant, accountId, partition) => heldOn(rows, tenant, accountId, partition),
    claimedBy: async (tenant, externalId) => {
      const holder = holderOf(rows, externalId)
      return holder?.tenant === tenant ? holder.connection.id : null
    },
    partitions: async () => [...new Set(connectedRows(rows).map(({ connection }) => partitionOf(connection.region)))],
    otherExternalIds: async (tenant, connection) => otherExternalIds(rows, tenant, connection),
    accountUse: async (tenant, accountId, partition) => accountUse(rows, tenant, accountId, partition),
  }
}

/** A registry in memory. Each call runs synchronously, so no other call runs between its read and its write. */
export function memoryRegistry(): Registry {
  const rows: Rows = { byId: new Map(), claims: new Map() }
  const { claimOnce, removeOfTenant, removeOfConnection: removeHandoffs, ...handoffs } = memoryHandoffRecords()
  const { add, removeOfTenant: removeEvents, removeOfConnection: removeEventsOf, ...events } = memoryEvents()
  const removeOthers = (tenant: string) => {
    removeOfTenant(tenant)
    removeEvents(tenant)
  }
  const told = (tenant: string, result: ClaimResult): ClaimResult => {
    if (result.kind !== 'claimed') return result
    const { id: connectionId, createdAt: at } = result.connection
    add(newEvent('connection.created', { tenant, connectionId, at }))
    return result
  }
  return {
    ...connections(rows),
    ...verdicts(rows, add),
    ...memoryEnds(rows, removeOthers, (connection) => {
      removeHandoffs(connection)
      removeEventsOf(connection.id)
    }),
    ...memoryDisconnections(rows, add),
    claim: async (given) => {
      const request = claimAfter(given, heldOn(rows, given.tenant, given.terms.accountId, partitionOf(given.terms.region)))
      const { handoffId, terms } = request
      if (handoffId === undefined) return told(request.tenant, claim(rows, request))
      const holder = holderOf(rows, terms.externalId)?.connection.id ?? null
      return claimOnce(handoffId, holder, () => told(request.tenant, claim(rows, request)))
    },
    claimNewAccounts: async (requests) => requests.map((request) => told(request.tenant, claimNewAccount(rows, request))),
    changes: memoryChanges(rows),
    ofAnyTenant: memoryOfAnyTenant(rows),
    verdictKinds: memoryVerdictKinds(rows),
    ...memoryUpdates(rows, add),
    campaigns: memoryCampaigns(),
    requestIds: memoryRequestIds(rows),
    leases: memoryLeases(rows),
    rotations: memoryRotations(rows, add),
    events,
    handoffs,
    sessions: memorySessionRecords(),
    stsSlots: memorySlots(),
    storeTime: async () => null,
    fault: async () => null,
    close: async () => rows.byId.clear(),
  }
}
