import * as z from 'zod/mini'
import type { LeaseRequest, Leases, OwnedConnection } from '#server/registry/connection-records.ts'
import { consideredFor, dueWindow, inTurns } from '#server/registry/due-connections.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { reserved, type StsSlots } from '#server/registry/sts-slots.ts'
import { checkPartitions, connectionOf, connectionWrites, dueOf, indexPartitions, stored } from './connection-documents.ts'
import type { Meta } from './connection-meta.ts'
import { type Documents, type Key, nothing } from './documents.ts'
import { dueKeys, takenInTurn } from './due-keys.ts'

const isFree = ({ lease, disconnectedAt }: Meta, { now, holder }: Pick<LeaseRequest, 'now' | 'holder'>): boolean =>
  disconnectedAt === null && (lease === null || lease.until <= now || lease.holder === holder)

const idOf = ({ pk }: Key): string => pk.slice(pk.indexOf('#') + 1)

type Taken = OwnedConnection & { readonly at: string }

export function dynamoDbLeases(table: Documents, report: UnreadableReport): Leases {
  const leased = (id: string, request: LeaseRequest, isWanted: (meta: Meta) => boolean): Promise<Meta | null> =>
    table.transact(async () => {
      const before = await stored(table, id, report)
      const isTakeable = before !== null && isFree(before.meta, request) && isWanted(before.meta)
      if (!isTakeable) return nothing<Meta | null>(null)
      const { holder, until } = request
      return { writes: connectionWrites({ ...before.meta, lease: { holder, until } }, before), result: before.meta }
    })

  async function takeDue(id: string, request: LeaseRequest): Promise<Taken | null> {
    const { now } = request
    const isDue = ({ nextCheckAt, lease }: Meta) => nextCheckAt !== null && nextCheckAt <= now && (lease === null || lease.until <= now)
    try {
      const meta = await leased(id, request, isDue)
      if (meta === null) return null
      return { tenant: meta.tenant, connection: connectionOf(meta, report), at: meta.nextCheckAt ?? '' }
    } catch (error) {
      // Those of all other tenants are due all the same.
      if (error instanceof UnreadableConnection) return null
      throw error
    }
  }

  return {
    isFree: async (id, request) => {
      const found = await stored(table, id, report)
      return found !== null && isFree(found.meta, request)
    },
    take: async (id, request) => (await leased(id, request, () => true)) !== null,
    release: (id, holder) =>
      table.transact(async () => {
        const before = await stored(table, id, report)
        if (before === null || before.meta.lease?.holder !== holder) return nothing(undefined)
        return { writes: connectionWrites({ ...before.meta, lease: null }, before), result: undefined }
      }),
    takeDue: async ({ limit, partitions, ...request }) => {
      const found = await dueKeys(table, partitions.flatMap(checkPartitions), request.now, dueWindow / indexPartitions)
      const turns = inTurns(found.map((key) => ({ id: idOf(key), ...dueOf(key.sort) })))
      const taken = await takenInTurn(turns.slice(0, consideredFor(limit)), limit, ({ id }) => takeDue(id, request))
      // A lease that has ended moves a connection back in the index, not in the order of what is due.
      return inTurns(taken).map(({ tenant, connection }) => ({ tenant, connection }))
    },
  }
}

const SlotLine = z.object({ nextAtMs: z.number() })

/** DynamoDB has no clock, so those of the copies must agree, as they do on AWS's machines. */
export function dynamoDbSlots(table: Documents): StsSlots {
  return {
    reserve: (request) =>
      table.transact(async () => {
        const key = { pk: 'STS', sk: request.partition }
        const known = await table.get(key)
        const line = reserved(known === null ? null : SlotLine.parse(known.value).nextAtMs, request)
        if (line.count === 0) return nothing(line)
        const value = { nextAtMs: line.nextAtMs }
        return { writes: [{ ...key, kind: 'put', value, over: known?.version ?? 0 }], result: line }
      }),
  }
}
