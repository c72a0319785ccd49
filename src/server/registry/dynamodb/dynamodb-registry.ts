import * as z from 'zod/mini'
import { type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import { withPossibleIds } from '#server/registry/possible-ids.ts'
import type { Registry } from '#server/registry/registry.ts'
import { readyMark, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { dynamoDbClaims, markedPartitions } from './claims.ts'
import { dynamoDbDisconnections } from './disconnections.ts'
import { type Documents, nothing } from './documents.ts'
import { dynamoDbEvents } from './events.ts'
import { dynamoDbLists } from './lists.ts'
import { dynamoDbHandoffRecords, dynamoDbSessionRecords } from './records.ts'
import { dynamoDbRequestIds } from './request-ids.ts'
import { dynamoDbEnds, dynamoDbRotations } from './rotations.ts'
import { dynamoDbLeases, dynamoDbSlots } from './schedule.ts'
import { dynamoDbUpdates } from './updates.ts'
import { dynamoDbUse, dynamoDbVerdicts } from './verdicts.ts'

const campaignKey = { pk: 'REGISTRY', sk: 'CAMPAIGN' }

const dynamoDbCampaigns = (table: Documents): Campaigns =>
  campaignsOver((decide) =>
    table.transact(async () => {
      const document = await table.get(campaignKey)
      const { text, result } = decide(z.string().safeParse(document?.value).data ?? null)
      return text === null
        ? nothing(result)
        : { writes: [{ ...campaignKey, kind: 'put', value: text, over: document?.version ?? 0 }], result }
    }),
  )

const Ready = z.object({ at: z.string() })
const readyMs = 24 * 60 * 60 * 1000

/**
 * Writes an item of this copy and reads it back. From the second time on it changes the item, which needs another permission than a new one.
 * Copies that share an item would wait for each other.
 */
function faults(table: Documents): Registry['fault'] {
  const key = { pk: 'REGISTRY', sk: `READY#${crypto.randomUUID()}` }
  const read = async () => Ready.safeParse((await table.get(key))?.value).data?.at
  return async () => {
    try {
      const before = await read()
      await table.transact(async () => {
        const over = (await table.get(key))?.version ?? 0
        const expiresAt = new Date(Date.now() + readyMs).toISOString()
        return { writes: [{ ...key, kind: 'put', value: { at: readyMark() }, over, expiresAt }], result: null }
      })
      return (await read()) === before ? 'does not keep written data' : null
    } catch (error) {
      return `can’t be written (${error instanceof Error ? error.name : 'no code'})`
    }
  }
}

/** The registry in a DynamoDB table. */
export function dynamoDbRegistry(table: Documents, close: () => void, report: UnreadableReport = () => {}): Registry {
  return withPossibleIds({
    ...dynamoDbClaims(table, report),
    ...dynamoDbVerdicts(table, report),
    ...dynamoDbUse(table, report),
    ...dynamoDbLists(table, report),
    ...dynamoDbEnds(table, report),
    ...dynamoDbDisconnections(table, report),
    partitions: () => markedPartitions(table),
    ...dynamoDbUpdates(table, report),
    campaigns: dynamoDbCampaigns(table),
    requestIds: dynamoDbRequestIds,
    leases: dynamoDbLeases(table, report),
    rotations: dynamoDbRotations(table, report),
    events: dynamoDbEvents(table, report),
    handoffs: dynamoDbHandoffRecords(table, report),
    sessions: dynamoDbSessionRecords(table),
    stsSlots: dynamoDbSlots(table),
    storeTime: table.time,
    fault: faults(table),
    close: async () => close(),
  })
}
