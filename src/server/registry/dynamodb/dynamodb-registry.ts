import * as z from 'zod/mini'
import { withPossibleIds } from '#server/registry/possible-ids.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { UnreadableReport } from '#server/registry/registry-rows.ts'
import { dynamoDbClaims, markedPartitions } from './claims.ts'
import type { Documents } from './documents.ts'
import { dynamoDbLists } from './lists.ts'
import { dynamoDbHandoffRecords, dynamoDbSessionRecords } from './records.ts'
import { dynamoDbEnds, dynamoDbRotations } from './rotations.ts'
import { dynamoDbEvents, dynamoDbLeases, dynamoDbSlots } from './schedule.ts'
import { dynamoDbUse, dynamoDbVerdicts } from './verdicts.ts'

const readyKey = { pk: 'REGISTRY', sk: 'READY' }
const Ready = z.object({ at: z.string() })

/** Writes the same item each time and reads it back. Null: both work. */
async function fault(table: Documents): Promise<string | null> {
  const at = new Date().toISOString()
  try {
    await table.transact(async () => ({ writes: [{ ...readyKey, kind: 'put', value: { at }, over: null }], result: null }))
    const read = Ready.safeParse((await table.get(readyKey))?.value).data
    return read === undefined || read.at < at ? 'does not keep written data' : null
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
    partitions: () => markedPartitions(table),
    leases: dynamoDbLeases(table, report),
    rotations: dynamoDbRotations(table, report),
    events: dynamoDbEvents(table),
    handoffs: dynamoDbHandoffRecords(table, report),
    sessions: dynamoDbSessionRecords(table),
    stsSlots: dynamoDbSlots(table),
    fault: () => fault(table),
    close: async () => close(),
  })
}
