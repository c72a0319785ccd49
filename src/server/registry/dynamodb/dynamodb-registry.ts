import * as z from 'zod/mini'
import { withPossibleIds } from '#server/registry/possible-ids.ts'
import type { Registry } from '#server/registry/registry.ts'
import { readyMark, type UnreadableReport } from '#server/registry/registry-rows.ts'
import { dynamoDbClaims, markedPartitions } from './claims.ts'
import { dynamoDbDisconnections } from './disconnections.ts'
import type { Documents } from './documents.ts'
import { dynamoDbEvents } from './events.ts'
import { dynamoDbLists } from './lists.ts'
import { dynamoDbHandoffRecords, dynamoDbSessionRecords } from './records.ts'
import { dynamoDbRequestIds } from './request-ids.ts'
import { dynamoDbEnds, dynamoDbRotations } from './rotations.ts'
import { dynamoDbLeases, dynamoDbSlots } from './schedule.ts'
import { dynamoDbUpdates } from './updates.ts'
import { dynamoDbUse, dynamoDbVerdicts } from './verdicts.ts'

const readyKey = { pk: 'REGISTRY', sk: 'READY' }
const Ready = z.object({ at: z.string() })

/** Writes the same item each time and reads it back. Another copy can write it in between, so it only has to differ from before. */
async function fault(table: Documents): Promise<string | null> {
  const read = async () => Ready.safeParse((await table.get(readyKey))?.value).data?.at
  try {
    const before = await read()
    const value = { at: readyMark() }
    // Over the version that is there, because a new item needs another permission than a change of one.
    await table.transact(async () => {
      const over = (await table.get(readyKey))?.version ?? 0
      return { writes: [{ ...readyKey, kind: 'put', value, over }], result: null }
    })
    return (await read()) === before ? 'does not keep written data' : null
  } catch (error) {
    return `can’t be written (${error instanceof Error ? error.name : 'no code'})`
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
    requestIds: dynamoDbRequestIds,
    leases: dynamoDbLeases(table, report),
    rotations: dynamoDbRotations(table, report),
    events: dynamoDbEvents(table),
    handoffs: dynamoDbHandoffRecords(table, report),
    sessions: dynamoDbSessionRecords(table),
    stsSlots: dynamoDbSlots(table),
    storeTime: table.time,
    fault: () => fault(table),
    close: async () => close(),
  })
}
