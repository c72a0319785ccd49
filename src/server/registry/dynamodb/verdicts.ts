import type { Connection } from '#core/connection/connection.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { type OtherExternalIdRecord, otherExternalIdsMaximum } from '#server/registry/other-external-ids.ts'
import { type FoundVerdict, newerVerdict, type Registry, type SaveResult } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { type AccountEntry, accountEntries, rankOf } from './account-entries.ts'
import { connectionOf, connectionWrites, lastOf, noLongerPending, ownStored, type Stored, stored } from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import { type Documents, nothing, type Write } from './documents.ts'
import { eventWrites } from './events.ts'
import { requestIdWrites } from './request-ids.ts'

type Tried = Meta['tried']

/** Outcomes no longer apply once the connection has another role. */
const outcomesOn = ({ tried }: Meta, roleArn: string): Tried['outcomes'] => (tried.roleArn === roleArn ? tried.outcomes : {})

/** The connection can have another ID later. */
const triedKey = (connectionId: string, externalId: string): string => `${connectionId} ${sha256Hex(externalId).slice(0, 16)}`

/** The result of an ID. Earlier versions wrote no ID, so their denial can be about another one. */
function outcomeIn(outcomes: Tried['outcomes'], { id, externalId }: Pick<AccountEntry, 'id' | 'externalId'>) {
  const earlier = outcomes[id] ?? null
  return outcomes[triedKey(id, externalId)] ?? (earlier === 'denied' ? null : earlier)
}

/** Those of connections that have ended are never asked for again, and an item has a maximum size. */
const outcomesMaximum = 10 * otherExternalIdsMaximum

function triedAfter(meta: Meta, roleArn: string, { otherExternalIds, isChanged }: FoundVerdict): Tried {
  // Without a clear answer, earlier knowledge about the ID stays.
  const clear = otherExternalIds.filter(({ outcome }) => outcome !== 'error')
  const found = new Map(clear.map(({ connectionId, externalId, outcome }) => [triedKey(connectionId, externalId), outcome]))
  const known = Object.entries(outcomesOn(meta, roleArn)).filter(([id, outcome]) => !found.has(id) && (!isChanged || outcome !== 'denied'))
  return { roleArn, outcomes: Object.fromEntries([...known, ...found].slice(-outcomesMaximum)) }
}

const isGoing = ({ meta: { disconnectedAt } }: Stored, { disconnection }: Connection): boolean =>
  disconnectedAt === null && disconnection === undefined

function metaAfter(meta: Meta, connection: Connection, found: FoundVerdict): Meta {
  const { verdict, remembered, asked, isIdAccepted, nextCheckAt } = found
  return {
    ...meta,
    kind: verdict.kind,
    last: { verdict, remembered, asked },
    isIdAccepted: isIdAccepted ?? meta.isIdAccepted,
    firstVerifiedAt: meta.firstVerifiedAt ?? (verdict.kind === 'verified' ? verdict.checkedAt : null),
    nextCheckAt,
    tried: triedAfter(meta, connection.roleArn, found),
  }
}

type Ongoing = { readonly before: Stored; readonly connection: Connection }

async function verdictWrites(table: Documents, { before, connection }: Ongoing, found: FoundVerdict): Promise<readonly Write[]> {
  const { verdict, isChanged, event } = found
  const after = metaAfter(before.meta, connection, found)
  const isFirst = before.meta.firstVerifiedAt === null && after.firstVerifiedAt !== null
  const entry = isChanged ? ({ kind: 'verdict', at: verdict.checkedAt, verdict } as const) : null
  const events = event === null ? [] : await eventWrites(table, event)
  const requests = requestIdWrites(before.meta.id, found)
  return [
    ...connectionWrites(after, before, entry),
    ...requests,
    ...events,
    ...(isFirst ? [await noLongerPending(table, before.meta)] : []),
  ]
}

/** Null: it has ended, or someone has begun to end it. */
export async function ongoing(table: Documents, id: string, report: UnreadableReport): Promise<Ongoing | null> {
  const before = await stored(table, id, report)
  if (before === null) return null
  const connection = connectionOf(before.meta, report)
  return isGoing(before, connection) ? { before, connection } : null
}

export function dynamoDbVerdicts(
  table: Documents,
  report: UnreadableReport,
): Pick<Registry, 'saveVerdict' | 'lastVerdict' | 'firstCheckAt'> {
  return {
    saveVerdict: (id, found) =>
      table.transact<SaveResult>(async () => {
        const going = await ongoing(table, id, report)
        if (going === null) return nothing({ kind: 'ended' })
        const newer = newerVerdict(lastOf(going.before.meta, report), found)
        if (newer !== null) return nothing({ kind: 'outdated', newer })
        return { writes: await verdictWrites(table, going, found), result: { kind: 'saved' } }
      }),
    lastVerdict: async (id) => {
      const found = await stored(table, id, report)
      return found === null ? null : lastOf(found.meta, report)
    },
    firstCheckAt: (id, now) =>
      table.transact<string | null>(async () => {
        const before = await stored(table, id, report)
        if (before === null) return nothing(null)
        const { firstCheckAt: earlier } = before.meta
        const firstCheckAt = earlier !== null && earlier < now ? earlier : now
        return { writes: firstCheckAt === earlier ? [] : connectionWrites({ ...before.meta, firstCheckAt }, before), result: firstCheckAt }
      }),
  }
}

export function dynamoDbUse(
  table: Documents,
  report: UnreadableReport,
): Pick<Registry, 'find' | 'state' | 'otherExternalIds' | 'accountUse'> {
  async function othersOf(meta: Meta, tenant: string, roleArn: string): Promise<readonly OtherExternalIdRecord[]> {
    const { id, partition, accountId } = meta
    const outcomes = outcomesOn(meta, roleArn)
    const others = (await accountEntries(table, partition, accountId)).filter(
      (entry) => entry.tenant !== tenant && entry.id !== id && entry.roleArn === roleArn,
    )
    const first = others.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, otherExternalIdsMaximum)
    return first.map((entry) => ({
      connectionId: entry.id,
      externalId: entry.externalId,
      isInUse: entry.isIdAccepted,
      outcome: outcomeIn(outcomes, entry),
    }))
  }
  return {
    find: async (tenant, id) => {
      const found = await ownStored(table, tenant, id, report)
      return found === null ? null : connectionOf(found.meta, report)
    },
    state: async (tenant, id) => {
      const found = await ownStored(table, tenant, id, report)
      if (found === null) return null
      const connection = connectionOf(found.meta, report)
      const others = await othersOf(found.meta, tenant, connection.roleArn)
      return { connection, last: lastOf(found.meta, report), others }
    },
    otherExternalIds: async (tenant, { id, roleArn }) => {
      const own = await stored(table, id, report)
      return own === null ? [] : othersOf(own.meta, tenant, roleArn)
    },
    accountUse: async (tenant, accountId, partition) => {
      const all = await accountEntries(table, partition, accountId)
      const [first] = all
      return {
        isFirst: first === undefined || first.tenant === tenant,
        wasVerified: all.some((entry) => entry.tenant === tenant && entry.wasVerified),
        wasVerifiedByOther: all.some((entry) => entry.tenant !== tenant && entry.wasVerified),
      }
    },
  }
}
