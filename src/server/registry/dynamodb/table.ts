import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { IndexName } from './documents.ts'

const indexNames: readonly IndexName[] = ['due', 'changes']

const indexOf = (name: IndexName) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: `${name}Partition`, KeyType: 'HASH' as const },
    { AttributeName: `${name}Sort`, KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
})

const attributes = ['pk', 'sk', ...indexNames.flatMap((name) => [`${name}Partition`, `${name}Sort`])]

export async function tableExists(client: DynamoDBClient, table: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName: table }))
    return true
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false
    throw error
  }
}

const waitMaximumSeconds = 120

/** Several copies can start at the same time. */
export async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        GlobalSecondaryIndexes: indexNames.map(indexOf),
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: waitMaximumSeconds, minDelay: 1, maxDelay: 5 }, { TableName: table })
}

/** DynamoDB refuses to turn on what is on. */
const IsOn = z.object({ name: z.literal('ValidationException') })

export async function turnOnExpiry(client: DynamoDBClient, table: string): Promise<void> {
  const specification = { AttributeName: 'expires', Enabled: true }
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification: specification }))
  } catch (error) {
    if (!IsOn.safeParse(error).success) throw error
  }
}
