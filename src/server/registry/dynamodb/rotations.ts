import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { addedId, isCanceled, removedId, withCanceledRotation, withConfirmedId } from '#core/connection/rotation.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import type { RotationResult, RotationStep, Rotations } from '#server/registry/connection-records.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import { hasDraftOf } from '#server/registry/records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { accountRemoval, allAccountEntries } from './account-entries.ts'
import { claimWrite, deletedClaimWrite, holderOf } from './claims.ts'
import { connectionOf, connectionWrites, keys, ownStored, readableOf, stored } from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import { type Documents, nothing, type Write } from './documents.ts'
import { eventWrites } from './events.ts'
import { handoffRemovals } from './records.ts'

/** Null: a rotation can start. */
function notStarted(held: Connection): RotationResult | null {
  if (isDisconnecting(held)) return { kind: 'disconnecting' }
  return held.rotation === undefined ? null : { kind: 'existing', connection: held }
}

function starting(table: Documents, report: UnreadableReport): Rotations['start'] {
  return (tenant, id, { externalId, at }) =>
    table.transact<RotationResult>(async () => {
      const before = await ownStored(table, tenant, id, report)
      if (before === null) return nothing({ kind: 'absent' })
      const held = connectionOf(before.meta, report)
      const other = notStarted(held)
      if (other !== null) return nothing(other)
      if ((await holderOf(table, externalId)) !== null) return nothing({ kind: 'external-id-taken' })
      const connection: Connection = { ...held, rotation: { externalId, startedAt: at, confirmedAt: null } }
      const meta = { ...before.meta, connection, nextCheckAt: at, claimedIds: [...before.meta.claimedIds, externalId] }
      const writes = connectionWrites(meta, before, { kind: 'rotation-started', at })
      return { writes: [claimWrite(externalId, tenant, id), ...writes], result: { kind: 'started', connection } }
    })
}

type Change = { readonly connection: Connection; readonly entry: HistoryEntry['kind']; readonly isTold: boolean }

function confirmed(held: Connection, { secondId, at }: RotationStep): Change | null {
  return !isDisconnecting(held) && addedId(held) === secondId
    ? { connection: withConfirmedId(held, at), entry: 'rotation-confirmed', isTold: true }
    : null
}

function completed(held: Connection, { secondId }: RotationStep): Change | null {
  if (isDisconnecting(held) || removedId(held) !== secondId) return null
  const { rotation: _, ...connection } = held
  return { connection, entry: 'rotation-completed', isTold: !isCanceled(held) }
}

/** The customer has changed the role. */
const withoutDenials = ({ roleArn, outcomes }: Meta['tried']): Meta['tried'] => ({
  roleArn,
  outcomes: Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'denied')),
})

const stepEvent = async (table: Documents, isTold: boolean, event: NewEvent): Promise<readonly Write[]> =>
  isTold ? eventWrites(table, event) : []

export function dynamoDbRotations(table: Documents, report: UnreadableReport): Rotations {
  const taking = (changed: typeof confirmed) => (tenant: string, id: string, step: RotationStep) =>
    table.transact<Connection | null>(async () => {
      const before = await ownStored(table, tenant, id, report)
      const change = before === null ? null : changed(connectionOf(before.meta, report), step)
      if (before === null || change === null) return nothing(null)
      const { connection, entry, isTold } = change
      const { at } = step
      const tried = withoutDenials(before.meta.tried)
      const writes = connectionWrites({ ...before.meta, connection, tried, nextCheckAt: at }, before, { kind: entry, at })
      const event = await stepEvent(table, isTold, newEvent('external-id.rotated', { tenant, connectionId: id, at }))
      return { writes: [...writes, ...event], result: connection }
    })
  return {
    start: starting(table, report),
    confirm: taking(confirmed),
    complete: taking(completed),
    cancel: (tenant, id, at) =>
      table.transact<Connection | null>(async () => {
        const before = await ownStored(table, tenant, id, report)
        if (before === null) return nothing(null)
        const held = connectionOf(before.meta, report)
        if (isDisconnecting(held) || addedId(held) === null) return nothing(held)
        const connection = withCanceledRotation(held, at)
        const writes = connectionWrites({ ...before.meta, connection, nextCheckAt: at }, before, { kind: 'rotation-canceled', at })
        return { writes, result: connection }
      }),
  }
}

const Named = z.object({ id: z.string() })
const Claimed = z.object({ claimedIds: z.array(z.string()) })

/** A transaction has at most 100 writes. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const writesMaximum = 90

/** Each rotation claims another ID. The claims stay without a tenant, and are written before the connection, which lists them. */
async function forgetClaims(table: Documents, id: string): Promise<ReadonlySet<string>> {
  const document = await table.get(keys.connection(id))
  const claimedIds = Claimed.safeParse(document?.value).data?.claimedIds ?? []
  for (let start = 0; start < claimedIds.length; start += writesMaximum) {
    const writes = claimedIds.slice(start, start + writesMaximum).map(deletedClaimWrite)
    await table.transact(async () => ({ writes, result: null }))
  }
  return new Set(claimedIds)
}

/** The connection, its entry of the account, and what was claimed since its other claims were written. */
async function connectionRemoval(table: Documents, id: string, forgotten: ReadonlySet<string>): Promise<readonly Write[]> {
  const document = await table.get(keys.connection(id))
  if (document === null) return []
  const { version } = document
  const claimedIds = Claimed.safeParse(document.value).data?.claimedIds ?? []
  const claims = claimedIds.filter((externalId) => !forgotten.has(externalId)).map(deletedClaimWrite)
  const [found] = readableOf([document], () => {})
  const removal: Write = { ...keys.connection(id), kind: 'delete', over: version === 0 ? null : version }
  // Other parts of a damaged item cannot be found.
  if (found === undefined) return [removal, ...claims]
  return [removal, ...accountRemoval(found.meta), ...claims]
}

async function removeAll(table: Documents, pk: string, prefix: string): Promise<void> {
  for (const { sk } of await table.query(pk, { prefix }))
    await table.transact(async () => ({ writes: [{ pk, sk, kind: 'delete', over: null }], result: null }))
}

/** Connections of other tenants to the account name it where its external ID was tried. */
async function forgetTried(table: Documents, { id, partition, accountId }: Meta): Promise<void> {
  const isOther = (name: string): boolean => name !== id && !name.startsWith(`${id} `)
  for (const entry of await allAccountEntries(table, partition, accountId))
    await table.transact(async () => {
      const document = await table.get(keys.connection(entry.id))
      const [before] = readableOf(document === null ? [] : [document], () => {})
      if (before === undefined || Object.keys(before.meta.tried.outcomes).every(isOther)) return nothing(null)
      const { roleArn, outcomes } = before.meta.tried
      const tried = { roleArn, outcomes: Object.fromEntries(Object.entries(outcomes).filter(([name]) => isOther(name))) }
      return { writes: connectionWrites({ ...before.meta, tried }, before), result: null }
    })
}

/** The connection itself goes last, so that a deletion that was cut off can be repeated. */
async function deleteConnection(table: Documents, id: string, report: UnreadableReport): Promise<boolean> {
  const found = await stored(table, id, report)
  if (found === null || found.meta.disconnectedAt === null) return false
  const { tenant, number } = found.meta
  const hashes = new Set(found.meta.claimedIds.map(sha256Hex))
  // A link that wasn't opened can have an external ID in its draft.
  const links = await handoffRemovals(table, tenant, (handoff) => handoff.connectionId === id || hasDraftOf(handoff, hashes))
  for (const writes of links) await table.transact(async () => ({ writes, result: null }))
  await forgetTried(table, found.meta)
  for (const prefix of ['HISTORY#', 'EVENT#', 'OUTBOX', 'REQUEST#']) await removeAll(table, `CONN#${id}`, prefix)
  const forgotten = await forgetClaims(table, id)
  const listed: Write = { ...keys.ended(tenant, number), kind: 'delete', over: null }
  await table.transact(async () => ({ writes: [...(await connectionRemoval(table, id, forgotten)), listed], result: null }))
  await removeAll(table, `CONN#${id}`, '')
  return true
}

/** Deletes the documents that find the others last, so that a deletion that was cut off can be repeated. */
async function deleteTenant(table: Documents, tenant: string): Promise<number> {
  const pk = `TENANT#${tenant}`
  const listed = [...(await table.query(pk, { prefix: 'CONN#' })), ...(await table.query(pk, { prefix: 'ENDED#' }))]
  for (const { id } of listed.flatMap(({ value }) => Named.safeParse(value).data ?? [])) {
    const forgotten = await forgetClaims(table, id)
    await table.transact(async () => ({ writes: await connectionRemoval(table, id, forgotten), result: null }))
    // Its history, and its events with their order.
    await removeAll(table, `CONN#${id}`, '')
  }
  for (const writes of await handoffRemovals(table, tenant)) await table.transact(async () => ({ writes, result: null }))
  await removeAll(table, pk, '')
  return listed.length
}

export function dynamoDbEnds(
  table: Documents,
  report: UnreadableReport,
): Pick<Registry, 'updatePermissions' | 'rename' | 'deleteTenant' | 'deleteConnection'> {
  return {
    updatePermissions: (tenant, id, change, at) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        if (before === null) return nothing<Connection | null>(null)
        const { permissionsPolicy: _, ...unchanged } = connectionOf(before.meta, report)
        const connection = { ...unchanged, ...change }
        return { writes: connectionWrites({ ...before.meta, connection }, before, { kind: 'terms-changed', at }), result: connection }
      }),
    rename: (tenant, id, name, at) =>
      table.transact(async () => {
        const before = await ownStored(table, tenant, id, report)
        if (before === null) return nothing<Connection | null>(null)
        const { name: _, ...unnamed } = connectionOf(before.meta, report)
        const connection = name === null ? unnamed : { ...unnamed, name }
        return { writes: connectionWrites({ ...before.meta, connection }, before, { kind: 'terms-changed', at }), result: connection }
      }),
    deleteTenant: (tenant) => deleteTenant(table, tenant),
    deleteConnection: (id) => deleteConnection(table, id, report),
  }
}
