import * as z from 'zod/mini'
import { Partition } from '#core/aws/partition.ts'
import type { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { newEvent } from '#server/registry/event-records.ts'
import {
  type ClaimRequest,
  type ClaimResult,
  claimAfter,
  type HeldConnection,
  type NewAccountResult,
  type Registry,
  UnreadableConnection,
} from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { type AccountEntry, allAccountEntries } from './account-entries.ts'
import {
  connectionOf,
  connectionWrites,
  countWrite,
  keys,
  ownStored,
  partitionIn,
  readCount,
  type StoredCount,
  stored,
} from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import { type Decision, type Documents, nothing, type Write } from './documents.ts'
import { firstEventWrites } from './events.ts'
import { boundHandoff } from './records.ts'

const Claim = z.object({ tenant: z.nullable(z.string()), connectionId: z.nullable(z.string()) })

/** The connection that claimed the external ID. Null: nobody did. Without a connection: its tenant was deleted, or the claim cannot be read. */
export async function holderOf(table: Documents, externalId: string): Promise<{ readonly id: string | null } | null> {
  const document = await table.get(keys.claim(externalId))
  return document === null ? null : { id: Claim.safeParse(document.value).data?.connectionId ?? null }
}

/** Fails if anyone has claimed the ID meanwhile. */
export const claimWrite = (externalId: string, tenant: string, connectionId: string): Write => ({
  ...keys.claim(externalId),
  kind: 'put',
  value: { tenant, connectionId },
  over: 0,
})

/** The tenant and the connection are gone, and the claim stays. */
export const deletedClaimWrite = (externalId: string): Write => ({
  ...keys.claim(externalId),
  kind: 'put',
  value: { tenant: null, connectionId: null },
  over: null,
})

function newMeta({ tenant, createdAt }: ClaimRequest, connection: Connection, number: number): Meta {
  const { id, accountId, externalId, roleArn } = connection
  return {
    id,
    tenant,
    number,
    connection,
    accountId,
    partition: partitionIn(connection),
    createdAt,
    changedAt: createdAt,
    firstCheckAt: null,
    firstVerifiedAt: null,
    isIdAccepted: false,
    kind: null,
    last: null,
    tried: { roleArn, outcomes: {} },
    nextCheckAt: null,
    lease: null,
    disconnectedAt: null,
    claimedIds: [externalId],
  }
}

async function again(table: Documents, request: ClaimRequest, id: string, report: UnreadableReport): Promise<Decision<ClaimResult>> {
  const { tenant, terms, roleArn, createdAt } = request
  const before = await ownStored(table, tenant, id, report)
  if (before === null || before.meta.accountId !== terms.accountId || before.meta.partition !== partitionIn(terms))
    return nothing({ kind: 'external-id-taken' })
  const held = connectionOf(before.meta, report)
  if (held.externalId !== terms.externalId) return nothing({ kind: 'external-id-taken', replacedBy: held.externalId })
  const name = held.name === undefined ? {} : { name: held.name }
  const end = held.disconnection === undefined ? {} : { disconnection: held.disconnection }
  const second = held.rotation === undefined ? {} : { rotation: held.rotation }
  const connection = { ...terms, id, roleArn: roleArn(id, held), createdAt: held.createdAt, ...name, ...end, ...second }
  if (isEqual(connection, held)) return nothing({ kind: 'existing', connection: held })
  const writes = connectionWrites({ ...before.meta, connection }, before, { kind: 'terms-changed', at: createdAt })
  return { writes, result: { kind: 'existing', connection } }
}

/** Whatever the order of the keys. */
function isEqual(one: unknown, other: unknown): boolean {
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

/** The writes that one claim adds to the transaction of those before it. */
type Claimed = { readonly writes: readonly Write[]; readonly count: StoredCount['count']; readonly result: ClaimResult }

function first(request: ClaimRequest, count: StoredCount['count']): Claimed {
  const { tenant, terms, roleArn, id, createdAt, pendingMaximum, name } = request
  if (count.pending >= pendingMaximum) return { writes: [], count, result: { kind: 'connection-limit' } }
  const number = count.number + 1
  const connection = { ...terms, id, roleArn: roleArn(id, null), createdAt, ...(name === undefined ? {} : { name }) }
  return {
    writes: [
      claimWrite(terms.externalId, tenant, id),
      ...connectionWrites(newMeta(request, connection, number), null),
      ...firstEventWrites(newEvent('connection.created', { tenant, connectionId: id, at: createdAt })),
    ],
    count: { ...count, number, pending: count.pending + 1 },
    result: { kind: 'claimed', connection },
  }
}

function heldIn({ id, externalId }: AccountEntry): HeldConnection[] {
  const parsed = ExternalId.safeParse(externalId).data
  return parsed === undefined ? [] : [{ id, externalId: parsed }]
}

async function heldOn(table: Documents, tenant: string, accountId: string, partition: string): Promise<readonly HeldConnection[]> {
  const entries = await allAccountEntries(table, partition, accountId)
  return entries.filter((entry) => entry.tenant === tenant).flatMap(heldIn)
}

type Counted = { readonly request: ClaimRequest; readonly known: StoredCount | null }

/** The count is read first: another claim of the tenant meanwhile writes it, and then all is decided again. */
async function repeated(table: Documents, request: ClaimRequest): Promise<Counted> {
  const { tenant, terms, earlier } = request
  if (earlier === undefined) return { request, known: null }
  const known = await readCount(table, tenant)
  return { request: claimAfter(request, await heldOn(table, tenant, terms.accountId, partitionIn(terms))), known }
}

async function claim(table: Documents, { request, known }: Counted, report: UnreadableReport): Promise<Decision<ClaimResult>> {
  const { tenant, terms } = request
  const holder = await holderOf(table, terms.externalId)
  if (holder !== null) return holder.id === null ? nothing({ kind: 'external-id-taken' }) : again(table, request, holder.id, report)
  const { count: before, version } = known ?? (await readCount(table, tenant))
  const { writes, count, result } = first(request, before)
  return { writes: writes.length === 0 ? [] : [...writes, countWrite(tenant, { count, version })], result }
}

/** Binds the hand-off in one transaction with the claim, so that only one of several concurrent guests creates the connection. */
async function claimOnce(table: Documents, given: ClaimRequest, report: UnreadableReport): Promise<Decision<ClaimResult>> {
  const counted = await repeated(table, given)
  const { handoffId, terms } = counted.request
  if (handoffId === undefined) return claim(table, counted, report)
  const handoff = await boundHandoff(table, handoffId)
  const holder = (await holderOf(table, terms.externalId))?.id ?? null
  if (handoff === null || (handoff.connectionId ?? holder) !== holder) return nothing({ kind: 'handoff-used' })
  const { writes, result } = await claim(table, counted, report)
  if (!('connection' in result) || handoff.connectionId === result.connection.id) return { writes, result }
  return { writes: [...writes, ...handoff.bind(result.connection.id)], result }
}

async function existing(table: Documents, request: ClaimRequest, report: UnreadableReport): Promise<NewAccountResult | null> {
  const entries = await allAccountEntries(table, partitionIn(request.terms), request.terms.accountId)
  const newest = entries.findLast(({ tenant }) => tenant === request.tenant)
  try {
    const found = newest === undefined ? null : await stored(table, newest.id, report)
    return found === null ? null : { kind: 'existing', connection: connectionOf(found.meta, report) }
  } catch (error) {
    if (error instanceof UnreadableConnection) return { kind: 'connection-unreadable' }
    throw error
  }
}

const accountKey = ({ terms }: ClaimRequest): string => `${partitionIn(terms)} ${terms.accountId}`

/** The writes of the requests so far, for one transaction. */
type Batch = {
  count: StoredCount['count']
  readonly writes: Write[]
  readonly accounts: Map<string, Connection>
  readonly externalIds: Set<string>
}

async function claimInBatch(table: Documents, request: ClaimRequest, batch: Batch, report: UnreadableReport): Promise<NewAccountResult> {
  const earlier = batch.accounts.get(accountKey(request))
  if (earlier !== undefined) return { kind: 'existing', connection: earlier }
  const held = await existing(table, request, report)
  if (held !== null) return held
  const { externalId } = request.terms
  if (batch.externalIds.has(externalId) || (await holderOf(table, externalId)) !== null) return { kind: 'external-id-taken' }
  const { writes, count, result } = first(request, batch.count)
  batch.writes.push(...writes)
  batch.count = count
  batch.externalIds.add(externalId)
  if ('connection' in result) batch.accounts.set(accountKey(request), result.connection)
  return result
}

/** The requests are of one tenant, whose count is written with them: another claim of the tenant meanwhile makes all be decided again. */
async function claimAccounts(
  table: Documents,
  tenant: string,
  requests: readonly ClaimRequest[],
  report: UnreadableReport,
): Promise<Decision<readonly NewAccountResult[]>> {
  const { count, version } = await readCount(table, tenant)
  const batch: Batch = { count, writes: [], accounts: new Map(), externalIds: new Set() }
  const result: NewAccountResult[] = []
  for (const request of requests) result.push(await claimInBatch(table, request, batch, report))
  const { writes } = batch
  return { writes: writes.length === 0 ? [] : [...writes, countWrite(tenant, { count: batch.count, version })], result }
}

const partitionKey = (partition: string) => ({ pk: 'REGISTRY', sk: `PARTITION#${partition}` })

/** Records a partition before its first connection, once in each process. One item for all would be written by every claim. */
function partitionMarker(table: Documents): (partition: Partition) => Promise<void> {
  const known = new Set<Partition>()
  return async (partition) => {
    if (known.has(partition)) return
    await table.transact(async () => ({
      writes: [{ ...partitionKey(partition), kind: 'put', value: { partition }, over: null }],
      result: null,
    }))
    known.add(partition)
  }
}

const PartitionValue = z.object({ partition: Partition })

export async function markedPartitions(table: Documents): Promise<readonly Partition[]> {
  const marked = await table.query('REGISTRY', { prefix: 'PARTITION#' })
  return marked.flatMap(({ value }) => PartitionValue.safeParse(value).data?.partition ?? [])
}

export function dynamoDbClaims(
  table: Documents,
  report: UnreadableReport,
): Pick<Registry, 'claim' | 'claimNewAccounts' | 'heldOnAccount' | 'claimedBy'> {
  const mark = partitionMarker(table)
  return {
    claim: async (request) => {
      await mark(partitionIn(request.terms))
      return table.transact(() => claimOnce(table, request, report))
    },
    claimNewAccounts: async (requests) => {
      const [request] = requests
      for (const { terms } of requests) await mark(partitionIn(terms))
      return request === undefined ? [] : table.transact(() => claimAccounts(table, request.tenant, requests, report))
    },
    heldOnAccount: (tenant, accountId, partition) => heldOn(table, tenant, accountId, partition),
    claimedBy: async (tenant, externalId) => {
      const claim = Claim.safeParse((await table.get(keys.claim(externalId)))?.value).data
      return claim?.tenant === tenant ? claim.connectionId : null
    },
  }
}
