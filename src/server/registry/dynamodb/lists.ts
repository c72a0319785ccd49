import * as z from 'zod/mini'
import { HistoryEntry } from '#core/verify/connection-history.ts'
import {
  type ChangedConnection,
  type ChangedConnections,
  type ChangeFilter,
  type ChangesPage,
  changeCursor,
  historyPage,
  type ListedConnection,
  type PageRequest,
  readChangeCursor,
  readHistoryCursor,
  type VerdictKindsPage,
} from '#server/registry/connection-records.ts'
import { parsedFrom } from '#server/registry/parsed-once.ts'
import { type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import { RememberedInShort, readable, rememberedInShort, type UnreadableReport, VerdictInShort } from '#server/registry/registry-rows.ts'
import { changePartitions, connectionIdOf, connectionOf, keys, placeOf, readableOf, stored } from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import type { Documents, IndexedKey } from './documents.ts'
import { connectionsOfRequest } from './request-ids.ts'

const Named = z.object({ id: z.string() })
const readLastInShort = parsedFrom(z.object({ verdict: VerdictInShort, remembered: RememberedInShort, asked: z.string() }))

function listedOf(meta: Meta, report: UnreadableReport): ListedConnection | null {
  try {
    const connection = connectionOf(meta, report)
    const last = meta.last === null ? null : readable(() => readLastInShort(meta.last), { table: 'verdicts', id: meta.id }, report)
    if (last === null) return { connection, check: null }
    const { kind, diagnosis, checkedAt, simulated } = last.verdict
    return {
      connection,
      check: { connectionId: meta.id, kind, diagnosis, checkedAt, simulated, asked: last.asked, ...rememberedInShort(last.remembered) },
    }
  } catch (error) {
    if (error instanceof UnreadableConnection) return null
    throw error
  }
}

function changedOf(meta: Meta, report: UnreadableReport): ChangedConnection | null {
  const listed = listedOf(meta, report)
  if (listed === null) return null
  const { tenant, changedAt, disconnectedAt, updateMark = null } = meta
  return { ...listed, tenant, changedAt, disconnectedAt, updateMark }
}

const Ending = z.object({ disconnection: z.unknown().check(z.refine((given) => given !== undefined)) })

const Outdated = z
  .object({ verdict: z.object({ checkedAt: z.string() }), remembered: z.object({ disconnectionToldAt: z.string() }) })
  .check(z.refine(({ verdict, remembered }) => verdict.checkedAt <= remembered.disconnectionToldAt))

/** Earlier copies leave the kind of a verdict from before a disconnection as it was. */
function goingStatusOf({ connection, kind, last }: Meta): string {
  if (Ending.safeParse(connection).success) return 'disconnecting'
  return Outdated.safeParse(last).success ? 'unchecked' : (kind ?? 'unchecked')
}

const statusOf = (meta: Meta): string => (meta.disconnectedAt === null ? goingStatusOf(meta) : 'disconnected')

function isWanted(meta: Meta, { tenant, accountId, status, changedSince = '' }: ChangeFilter): boolean {
  if (tenant !== undefined && meta.tenant !== tenant) return false
  if (accountId !== undefined && meta.accountId !== accountId) return false
  if (status !== undefined && statusOf(meta) !== status) return false
  return meta.changedAt >= changedSince
}

/** After every place in the index. */
const end = '\uffff'

/** The next keys after a place, over all partitions of the index. */
async function keysAfter(table: Documents, after: string, limit: number): Promise<readonly IndexedKey[]> {
  const range = { after, before: end, limit }
  const found = await Promise.all(changePartitions.map((partition) => table.queryIndex('changes', partition, range)))
  return found
    .flat()
    .sort((one, other) => (one.sort < other.sort ? -1 : 1))
    .slice(0, limit)
}

/** In the order of change: what changes in the meantime comes again. */
async function verdictKinds(table: Documents, { after, limit }: PageRequest, report: UnreadableReport): Promise<VerdictKindsPage> {
  const found = await keysAfter(table, after ?? '', limit)
  const metas = readableOf(await table.getMany(found), report).map(({ meta }) => meta)
  const kinds = metas.filter(({ disconnectedAt }) => disconnectedAt === null).map(goingStatusOf)
  return { kinds, next: found.length < limit ? null : (found.at(-1)?.sort ?? null) }
}

/** A tenant with more is found faster in the order of change, because each page reads all connections of a smaller one. */
const smallTenant = 1000

/** All connections that the filter can mean. Null: too many, so the order of change is faster. */
async function fewOf(table: Documents, { tenant, requestId }: ChangeFilter, report: UnreadableReport): Promise<readonly Meta[] | null> {
  if (requestId !== undefined) {
    const found = await table.getMany((await connectionsOfRequest(table, requestId)).map(keys.connection))
    return readableOf(found, report).map(({ meta }) => meta)
  }
  if (tenant === undefined) return null
  const range = { limit: smallTenant + 1 }
  const listed = await Promise.all(['CONN#', 'ENDED#'].map((prefix) => table.query(`TENANT#${tenant}`, { ...range, prefix })))
  const ids = listed.flat().flatMap(({ value }) => Named.safeParse(value).data?.id ?? [])
  if (ids.length > smallTenant) return null
  return readableOf(await table.getMany(ids.map(keys.connection)), report).map(({ meta }) => meta)
}

const wantedOf = (metas: readonly Meta[], start: string, filter: ChangeFilter): readonly Meta[] =>
  metas
    .filter((meta) => isWanted(meta, filter) && changeCursor(meta) > start)
    .toSorted((one, other) => (changeCursor(one) < changeCursor(other) ? -1 : 1))

function changes(table: Documents, report: UnreadableReport): ChangedConnections {
  async function wantedAfter(start: string, filter: ChangeFilter, limit: number): Promise<readonly Meta[]> {
    const wanted: Meta[] = []
    let after = start
    while (wanted.length < limit) {
      const found = await keysAfter(table, after, limit)
      const metas = readableOf(await table.getMany(found), report).map(({ meta }) => meta)
      wanted.push(...metas.filter((meta) => isWanted(meta, filter)))
      const last = found.at(-1)
      if (last === undefined || found.length < limit) break
      after = last.sort
    }
    return wanted
  }

  return async (filter, { after, limit }): Promise<ChangesPage | null> => {
    const cursor = readChangeCursor(after)
    if (cursor === null) return null
    const { changedSince = '' } = filter
    // A space sorts before every character of a time, so the start is before all that changed at that time.
    const start = after === null ? changedSince : changeCursor(cursor)
    const own = await fewOf(table, filter, report)
    const found = own === null ? await wantedAfter(start, filter, limit + 1) : wantedOf(own, start, filter).slice(0, limit + 1)
    const metas = found.slice(0, limit)
    const entries = metas.flatMap((meta) => changedOf(meta, report) ?? [])
    const last = metas.at(-1)
    return {
      entries,
      unreadable: metas.length - entries.length,
      next: last !== undefined && found.length > limit ? changeCursor(last) : null,
    }
  }
}

async function ofAnyTenant(table: Documents, id: string, report: UnreadableReport): Promise<ChangedConnection | null> {
  const found = await stored(table, id, report)
  if (found === null) return null
  const entry = changedOf(found.meta, report)
  if (entry === null) throw new UnreadableConnection(id)
  return entry
}

type Lists = Pick<Registry, 'list' | 'changes' | 'ofAnyTenant' | 'history' | 'verdictKinds'>

export function dynamoDbLists(table: Documents, report: UnreadableReport): Lists {
  async function startOf(tenant: string, after: string | null): Promise<string | null> {
    if (after === null) return 'CONN#'
    const place = placeOf(await table.get(keys.connection(after)))
    return place?.tenant === tenant ? keys.listed(tenant, place.number).sk : null
  }
  return {
    changes: changes(table, report),
    ofAnyTenant: (id) => ofAnyTenant(table, id, report),
    verdictKinds: (page) => verdictKinds(table, page, report),
    list: async (tenant, { after, limit }) => {
      const start = await startOf(tenant, after)
      if (start === null) return null
      const range = after === null ? { prefix: 'CONN#', limit: limit + 1 } : { prefix: 'CONN#', after: start, limit: limit + 1 }
      const found = await table.query(`TENANT#${tenant}`, range)
      const onPage = found.slice(0, limit)
      const ids = onPage.flatMap(({ value }) => Named.safeParse(value).data?.id ?? [])
      const documents = await table.getMany(ids.map(keys.connection))
      const entries = readableOf(documents, report).flatMap(({ meta }) => listedOf(meta, report) ?? [])
      const last = documents.findLast((document) => placeOf(document) !== null)
      const next = found.length > limit && last !== undefined ? connectionIdOf(last) : null
      return { entries, unreadable: onPage.length - entries.length, next }
    },
    history: async (tenant, id, { after, limit }) => {
      const start = readHistoryCursor(after)
      const found = await stored(table, id, report)
      if (start === null || found === null || found.meta.tenant !== tenant) return null
      // Its creation is version 0, and has no item.
      const first = start < 0 ? [{ number: 0, entry: { kind: 'claimed', at: found.meta.createdAt } as const }] : []
      const range = { prefix: 'HISTORY#', after: start < 0 ? null : keys.history(id, start).sk, limit: limit + 1 - first.length }
      const later = (await table.query(`CONN#${id}`, range)).map(({ sk, value }) => ({
        number: Number(sk.slice('HISTORY#'.length)),
        entry: HistoryEntry.safeParse(value).data ?? null,
      }))
      return historyPage([...first, ...later], limit)
    },
  }
}
