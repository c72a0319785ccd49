import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'
import type { Registry } from '#server/registry/registry.ts'
import { expectOneContent } from '#server/registry/two-copies.test-data.ts'
import { wholeContract } from '#server/registry/whole-contract.test-data.ts'
import { type Engine, isDynamoDbInstalled, startDynamoDb } from '#tools/engines.ts'
import { documents } from './documents.ts'
import { dynamoDbRegistry } from './dynamodb-registry.ts'
import { createTable, turnOnExpiry } from './table.ts'

let engine: Engine | null = null
let tables = 0

beforeAll(async () => {
  engine = isDynamoDbInstalled() ? await startDynamoDb() : null
}, 60_000)

afterAll(() => engine?.stop())

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }

function opened(table: string): Registry {
  const client = new DynamoDBClient({ region: 'us-east-1', endpoint: engine?.url ?? '', credentials })
  const registry = dynamoDbRegistry(documents(client, table), () => client.destroy())
  onTestFinished(() => registry.close())
  return registry
}

async function newTable(): Promise<string> {
  tables += 1
  const client = new DynamoDBClient({ region: 'us-east-1', endpoint: engine?.url ?? '', credentials })
  const table = `test-${tables}`
  await createTable(client, table)
  await turnOnExpiry(client, table)
  client.destroy()
  return table
}

const newRegistry = async (): Promise<Registry> => opened(await newTable())

describe.skipIf(!isDynamoDbInstalled())('DynamoDB', () => {
  const makers = [['in DynamoDB', newRegistry]] as const

  wholeContract(makers)

  test('two copies see one content', async () => {
    const table = await newTable()
    const [one, two] = [opened(table), opened(table)]
    await expectOneContent(one, two)
  })
})
