import * as z from 'zod/mini'
import { Handoff } from '#core/connection/handoff.ts'
import {
  type ExpiringId,
  type HandoffRecord,
  type HandoffRecords,
  handoffRemovedAt,
  handoffsKept,
  type SessionRecords,
} from '#server/registry/records.ts'
import { readable, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { withUnknownFields } from '#server/registry/unknown-fields.ts'
import { padded } from './connection-meta.ts'
import { type Document, type Documents, type Key, nothing, type Write } from './documents.ts'

const handoffKey = (id: string): Key => ({ pk: `HANDOFF#${id}`, sk: 'HANDOFF' })
const tokenKey = (tokenSha256: string): Key => ({ pk: `TOKEN#${tokenSha256}`, sk: 'TOKEN' })
const numberKey = (tenant: string): Key => ({ pk: `TENANT#${tenant}`, sk: 'HANDOFFS' })
const listedKey = (tenant: string, number: number): Key => ({ pk: `TENANT#${tenant}`, sk: `HANDOFF#${padded(number)}` })

const HandoffValue = z.object({ tenant: z.string(), tokenSha256: z.string(), number: z.int(), handoff: Handoff })
type HandoffValue = z.infer<typeof HandoffValue>
const Named = z.object({ id: z.string() })
const Numbered = z.object({ number: z.int() })

/** `stored` is what `value` was read from. */
type Stored = { readonly value: HandoffValue; readonly version: number; readonly stored: unknown }

function put({ value, version, stored }: Stored, handoff: Handoff): Write {
  const after = withUnknownFields(stored, value, { ...value, handoff }, { handoff: {} })
  return { ...handoffKey(handoff.id), kind: 'put', value: after, over: version, expiresAt: handoffRemovedAt(handoff) }
}

async function handoffOf(table: Documents, id: string): Promise<Stored | null> {
  const document = await table.get(handoffKey(id))
  const value = HandoffValue.safeParse(document?.value).data
  return document === null || value === undefined ? null : { value, version: document.version, stored: document.value }
}

/** A hand-off, with the writes that give it its connection. */
export async function boundHandoff(table: Documents, id: string) {
  const found = await handoffOf(table, id)
  if (found === null) return null
  const { handoff } = found.value
  const bind = (connectionId: string): readonly Write[] => [put(found, { ...handoff, connectionId })]
  return { connectionId: handoff.connectionId, bind }
}

function removal({ tenant, number, tokenSha256, handoff }: HandoffValue): readonly Write[] {
  return [handoffKey(handoff.id), tokenKey(tokenSha256), listedKey(tenant, number)].map((key) => ({ ...key, kind: 'delete', over: null }))
}

/** All of a tenant, oldest first, those that can't be read left out. */
async function ofTenant(table: Documents, tenant: string, report: UnreadableReport): Promise<readonly Stored[]> {
  const listed = await table.query(`TENANT#${tenant}`, { prefix: 'HANDOFF#' })
  const found = await table.getMany(listed.flatMap(({ value }) => Named.safeParse(value).data ?? []).map(({ id }) => handoffKey(id)))
  return found.flatMap(({ pk, value, version }: Document) => {
    const read = readable(() => HandoffValue.parse(value), { table: 'handoffs', id: pk.replace('HANDOFF#', '') }, report)
    return read === null ? [] : [{ value: read, version, stored: value }]
  })
}

/** All of a tenant, or those that `isWanted` says. */
export async function handoffRemovals(
  table: Documents,
  tenant: string,
  isWanted: (handoff: Handoff) => boolean = () => true,
): Promise<readonly (readonly Write[])[]> {
  const all = await ofTenant(table, tenant, () => {})
  return all.flatMap(({ value }) => (isWanted(value.handoff) ? [removal(value)] : []))
}

const recordOf = ({ value: { tenant, tokenSha256, handoff } }: Pick<Stored, 'value'>): HandoffRecord => ({ tenant, tokenSha256, handoff })

/** In one transaction at most, so that it stays below the limit of DynamoDB. */
const removedAtOnce = 20

async function addition(table: Documents, { tenant, tokenSha256, handoff }: HandoffRecord, report: UnreadableReport) {
  const counter = await table.get(numberKey(tenant))
  const number = (Numbered.safeParse(counter?.value).data?.number ?? 0) + 1
  const all = await ofTenant(table, tenant, report)
  const { id, connectionId, createdAt } = handoff
  const expiresAt = handoffRemovedAt(handoff)
  const surplus = all.slice(0, Math.max(0, all.length + 1 - handoffsKept)).slice(0, removedAtOnce)
  const earlier = all.filter((other) => {
    const isSame = connectionId !== null && other.value.handoff.connectionId === connectionId
    return isSame && other.value.handoff.revokedAt === null && !surplus.includes(other)
  })
  const writes: readonly Write[] = [
    { ...numberKey(tenant), kind: 'put', value: { number }, over: counter?.version ?? 0 },
    { ...handoffKey(id), kind: 'put', value: { tenant, tokenSha256, number, handoff }, over: 0, expiresAt },
    { ...tokenKey(tokenSha256), kind: 'put', value: { id }, over: 0, expiresAt },
    { ...listedKey(tenant, number), kind: 'put', value: { id }, over: 0, expiresAt },
    ...earlier.map((other) => put(other, { ...other.value.handoff, revokedAt: createdAt })),
    ...surplus.flatMap(({ value }) => removal(value)),
  ]
  return { writes, result: null }
}

export function dynamoDbHandoffRecords(table: Documents, report: UnreadableReport): HandoffRecords {
  const find = async (id: string): Promise<HandoffRecord | null> => {
    const document = await table.get(handoffKey(id))
    if (document === null) return null
    const value = readable(() => HandoffValue.parse(document.value), { table: 'handoffs', id }, report)
    return value === null ? null : recordOf({ value })
  }
  const list = async (tenant: string) => (await ofTenant(table, tenant, report)).map(recordOf)
  return {
    find,
    list,
    add: async (record) => void (await table.transact(() => addition(table, record, report))),
    findByToken: async (tokenSha256) => {
      const named = Named.safeParse((await table.get(tokenKey(tokenSha256)))?.value).data
      return named === undefined ? null : find(named.id)
    },
    ofConnection: async (tenant, connectionId) =>
      (await list(tenant)).findLast(({ handoff }) => handoff.connectionId === connectionId) ?? null,
    change: (id, change) =>
      table.transact(async () => {
        const found = await handoffOf(table, id)
        if (found === null) return nothing<HandoffRecord | null>(null)
        const handoff = change(found.value.handoff)
        return { writes: [put(found, handoff)], result: { ...recordOf(found), handoff } }
      }),
    // DynamoDB does it.
    removeExpired: async () => {},
  }
}

const Expiring = z.object({ expiresAt: z.string() })

/** Redeemed launches and revoked sessions. DynamoDB deletes them some time after they have expired. */
export function dynamoDbSessionRecords(table: Documents): SessionRecords {
  const record = (kind: 'LAUNCH' | 'SESSION', { id, expiresAt }: ExpiringId, now: string): Promise<boolean> =>
    table.transact(async () => {
      const key = { pk: `${kind}#${id}`, sk: kind }
      const known = await table.get(key)
      if (known !== null && Expiring.parse(known.value).expiresAt > now) return nothing(false)
      return { writes: [{ ...key, kind: 'put', value: { expiresAt }, over: known?.version ?? 0, expiresAt }], result: true }
    })
  return {
    redeem: (launch, now) => record('LAUNCH', launch, now),
    revoke: async (session, now) => void (await record('SESSION', session, now)),
    isRevoked: async (id, now) => {
      const known = await table.get({ pk: `SESSION#${id}`, sk: 'SESSION' })
      return known !== null && Expiring.parse(known.value).expiresAt > now
    },
  }
}
