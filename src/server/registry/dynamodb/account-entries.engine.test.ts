import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { type Engine, isDynamoDbInstalled, startDynamoDb } from '#tools/engines.ts'
import { accountEntries, allAccountEntries } from './account-entries.ts'
import { type Documents, documents } from './documents.ts'
import { dynamoDbRegistry } from './dynamodb-registry.ts'
import { createTable } from './table.ts'

let engine: Engine | null = null
beforeAll(async () => {
  engine = isDynamoDbInstalled() ? await startDynamoDb() : null
}, 60_000)
afterAll(() => engine?.stop())

let tables = 0
const account = '444455556666'
const pk = `ACCOUNT#aws#${account}`

async function opened() {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const client = new DynamoDBClient({ region: 'us-east-1', endpoint: engine?.url ?? '', credentials })
  const name = `entries-${tables++}`
  await createTable(client, name)
  const table = documents(client, name)
  const registry = dynamoDbRegistry(table, () => client.destroy())
  onTestFinished(() => registry.close())
  return { table, registry }
}

const entryOf = (tenant: string, id: string, isIdAccepted = false) => ({
  tenant,
  id,
  externalId: `external-id-of-${id}`,
  roleArn: `arn:aws:iam::${account}:role/PixelworksReadOnly`,
  isIdAccepted,
  wasVerified: isIdAccepted,
})

const putAll = (table: Documents, entries: readonly (readonly [string, unknown])[]) =>
  table.transact(async () => ({ writes: entries.map(([sk, value]) => ({ pk, sk, kind: 'put', value, over: null })), result: null }))

const sortsOf = async (table: Documents) => (await table.query(pk, { prefix: '' })).map(({ sk }) => sk)

test.skipIf(!isDynamoDbInstalled())('reads entries of an earlier version, and moves them to their rank with the next write', async () => {
  const { table, registry } = await opened()
  const { id, roleArn } = await claimed(registry, claimRequest('one'))
  const [sort = ''] = await sortsOf(table)
  const entry = { ...entryOf('one', id), roleArn }
  const document = await table.get({ pk: `CONN#${id}`, sk: 'META' })
  const { accountSort: _, ...earlier } = Object(document?.value)
  const key = { pk: `CONN#${id}`, sk: 'META' }
  await table.transact(async () => ({ writes: [{ ...key, kind: 'put', value: earlier, over: document?.version ?? 0 }], result: null }))
  await table.transact(async () => ({ writes: [{ pk, sk: sort, kind: 'delete', over: null }], result: null }))
  await putAll(table, [[sort.slice('#3 '.length), entry]])
  const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
  const others = async () => (await registry.otherExternalIds('two', other)).map(({ connectionId, isInUse }) => [connectionId, isInUse])
  expect(await others()).toEqual([[id, false]])
  expect(await registry.accountUse('one', other.accountId, 'aws')).toMatchObject({ isFirst: true })
  await registry.saveVerdict(id, found('verified'))
  expect((await sortsOf(table)).filter((sk) => sk.includes(id))).toEqual([expect.stringMatching(/^#[01] /)])
  expect(await registry.accountUse('two', other.accountId, 'aws')).toMatchObject({ isFirst: false, wasVerifiedByOther: true })
  await registry.disconnect('one', id, '2026-11-22T09:00:00.000Z')
  expect([(await sortsOf(table)).length, await others()]).toEqual([1, []])
})

test.skipIf(!isDynamoDbInstalled())(
  'finds the connection that the role accepts among hundreds of others, and reads few of them',
  async () => {
    const { table } = await opened()
    const total = 270
    const many = Array.from({ length: total }, (_, index) => {
      const id = `many-${index}`
      return [`#3 2026-11-22T08:00:00.000Z ${String(index).padStart(12, '0')} ${id}`, entryOf('many', id)] as const
    })
    for (let start = 0; start < total; start += 90) await putAll(table, many.slice(start, start + 90))
    const accepted = ['#0 2026-11-23T08:00:00.000Z 000000000001 accepted', entryOf('two', 'accepted', true)] as const
    await putAll(table, [accepted, ['2026-11-24T08:00:00.000Z 000000000001 earlier', entryOf('three', 'earlier', true)]])
    const entries = await accountEntries(table, 'aws', account)
    expect(entries.filter(({ isIdAccepted }) => isIdAccepted).map(({ id }) => id)).toEqual(['accepted', 'earlier'])
    expect([entries[0]?.id, entries.length]).toEqual(['many-0', 102])
    expect(await allAccountEntries(table, 'aws', account)).toHaveLength(total + 2)
  },
)

test.skipIf(!isDynamoDbInstalled())('keeps the last outcomes alone, so that an item stays small', async () => {
  const { table, registry } = await opened()
  const { id } = await claimed(registry, claimRequest('one'))
  const outcome = { wasAccepted: false, outcome: 'denied' } as const
  const otherExternalIds = Array.from({ length: 60 }, (_, index) => ({
    connectionId: `other-${index}`,
    externalId: `id-${index}`,
    ...outcome,
  }))
  await registry.saveVerdict(id, { ...found('verified'), otherExternalIds })
  const { tried } = Object((await table.get({ pk: `CONN#${id}`, sk: 'META' }))?.value)
  const kept = Object.keys(tried.outcomes).map((key) => key.split(' ')[0])
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, 'other-10', 'other-59'])
})
