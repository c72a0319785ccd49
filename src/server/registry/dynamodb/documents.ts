import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { parseJson } from '#core/text/strings.ts'
import { parsedOnce } from '#server/registry/parsed-once.ts'

/** The two indexes. Each has partitions of its own, so that no single one takes all writes. */
export type IndexName = 'due' | 'changes'
export type IndexEntry = { readonly partition: string; readonly sort: string }

export type Key = { readonly pk: string; readonly sk: string }

/** One item: a value as JSON, with a version that each write of it raises. An item that holds no JSON has no value. */
export type Document = Key & { readonly value: unknown; readonly version: number }

type Put = Key & {
  readonly kind: 'put'
  readonly value: unknown
  /** The version that was read; 0 for a new item. Null: whatever is there. */
  readonly over: number | null
  readonly due?: IndexEntry | null
  readonly change?: IndexEntry | null
  /** DynamoDB deletes the item some time after this. */
  readonly expiresAt?: string
}

export type Write = Put | (Key & { readonly kind: 'delete'; readonly over: number | null })

const Item = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
  value: z.catch(z.object({ S: z.string() }), { S: '' }),
  version: z.catch(z.object({ N: z.string() }), { N: '0' }),
})

function documentOf(item: unknown, readValue: (key: Key, text: string) => unknown = (_, text) => parseJson(text)): Document {
  const { pk, sk, value, version } = Item.parse(item)
  const key = { pk: pk.S, sk: sk.S }
  return { ...key, value: readValue(key, value.S), version: Number(version.N) }
}

const ValueText = z.pipe(
  z.object({ place: z.string(), text: z.string() }),
  z.transform(({ text }) => parseJson(text)),
)

/** The value of an item whose text is as it was is the same frozen object, so that it is parsed and hashed once. Each text is read all the same. */
function rememberedValues(): (key: Key, text: string) => unknown {
  const read = parsedOnce(['place', 'text'], ValueText)
  return ({ pk, sk }, text) => read({ place: `${pk} ${sk}`, text })
}

const keyOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } })

const noAttributes = (name: IndexName) => ({ [`${name}Partition`]: null, [`${name}Sort`]: null })

const indexed = (name: IndexName, entry: IndexEntry | null | undefined): Readonly<Record<string, AttributeValue | null>> =>
  entry == null ? noAttributes(name) : { [`${name}Partition`]: { S: entry.partition }, [`${name}Sort`]: { S: entry.sort } }

function conditionOf(over: number | null) {
  if (over === null) return {}
  if (over === 0) return { ConditionExpression: 'attribute_not_exists(pk)' }
  return { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': { N: String(over) } } }
}

/** All attributes that this version knows, except the key. Null: the item has none of that name. */
const attributesOf = ({ value, over, due, change, expiresAt }: Put): Readonly<Record<string, AttributeValue | null>> => ({
  value: { S: JSON.stringify(value) },
  version: { N: String((over ?? 0) + 1) },
  ...indexed('due', due),
  ...indexed('changes', change),
  expires: expiresAt === undefined ? null : { N: String(Math.ceil(Date.parse(expiresAt) / 1000)) },
})

/** Changes the attributes of an item one by one: those that a newer version has added stay, for example the keys of its index. */
function update(table: string, write: Put, over: number): TransactWriteItem {
  const attributes = Object.entries(attributesOf(write)).map(([name, value], index) => ({
    name: `#a${index}`,
    of: name,
    at: `:a${index}`,
    value,
  }))
  const set = attributes.flatMap(({ name, at, value }) => (value === null ? [] : [`${name} = ${at}`]))
  const removed = attributes.flatMap(({ name, value }) => (value === null ? [name] : []))
  return {
    Update: {
      TableName: table,
      Key: keyOf(write),
      UpdateExpression: [`set ${set.join(', ')}`, ...(removed.length === 0 ? [] : [`remove ${removed.join(', ')}`])].join(' '),
      ConditionExpression: 'version = :version',
      ExpressionAttributeNames: Object.fromEntries(attributes.map(({ name, of }) => [name, of])),
      ExpressionAttributeValues: {
        ':version': { N: String(over) },
        ...Object.fromEntries(attributes.flatMap(({ at, value }) => (value === null ? [] : [[at, value]]))),
      },
    },
  }
}

function transactItem(table: string, write: Write): TransactWriteItem {
  const condition = conditionOf(write.over)
  if (write.kind === 'delete') return { Delete: { TableName: table, Key: keyOf(write), ...condition } }
  if (write.over !== null && write.over > 0) return update(table, write, write.over)
  const given = Object.entries(attributesOf(write)).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  return { Put: { TableName: table, Item: { ...keyOf(write), ...Object.fromEntries(given) }, ...condition } }
}

/** DynamoDB's own limit. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const batchMaximum = 100
const attemptsMaximum = 60
const pauseMaximumMs = 400

/** Longer with each attempt, and random, so that writers that met once don't meet again. */
const pause = (attempt: number) =>
  new Promise<void>((resume) => setTimeout(resume, Math.random() * Math.min(pauseMaximumMs, 5 * 2 ** Math.min(attempt, 10))))

const conflictCodes = ['ConditionalCheckFailed', 'TransactionConflict']

/** Another writer was faster: what this one read no longer holds. */
function isConflict(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true
  if (!(error instanceof TransactionCanceledException)) return false
  return (error.CancellationReasons ?? []).some(({ Code }) => conflictCodes.includes(Code ?? ''))
}

type Range = {
  /** The start of every sort key. */
  readonly prefix: string
  readonly after?: string | null
  readonly limit?: number
}

/** The decision of `attempt`: the writes to make, and the result if they all succeed. */
export type Decision<Result> = { readonly writes: readonly Write[]; readonly result: Result }

export type Documents = {
  readonly get: (key: Key) => Promise<Document | null>
  /** Absent ones are left out. The order is that of the keys. */
  readonly getMany: (keys: readonly Key[]) => Promise<readonly Document[]>
  readonly query: (pk: string, range: Range) => Promise<readonly Document[]>
  /** Keys in the order of the index, from after `after` to before `before`. An index is some milliseconds behind. */
  readonly queryIndex: (name: IndexName, partition: string, range: IndexRange) => Promise<readonly IndexedKey[]>
  /** The time of DynamoDB, in whole seconds. Null: it doesn't say. */
  readonly time: () => Promise<Date | null>
  /** Decides, and writes all or nothing. Decides again when another writer changed what the decision was made on. */
  readonly transact: <Result>(decide: () => Promise<Decision<Result>>) => Promise<Result>
}

type IndexRange = { readonly after: string; readonly before: string; readonly limit: number }
export type IndexedKey = Key & { readonly sort: string }

/** The attributes that a document is made of. The SDK takes time for each one. */
const withoutIndexes = { ProjectionExpression: 'pk, sk, #value, version', ExpressionAttributeNames: { '#value': 'value' } }

function reads(client: DynamoDBClient, table: string): Pick<Documents, 'get' | 'getMany'> {
  const readValue = rememberedValues()
  async function batch(keys: readonly Key[]): Promise<readonly Document[]> {
    const found: Document[] = []
    let left = keys.map(keyOf)
    while (left.length > 0) {
      const request = { RequestItems: { [table]: { Keys: left, ConsistentRead: true, ...withoutIndexes } } }
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand(request))
      found.push(...(Responses?.[table] ?? []).map((item) => documentOf(item, readValue)))
      left = (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => ({ pk: { S: key['pk']?.S ?? '' }, sk: { S: key['sk']?.S ?? '' } }))
    }
    return found
  }
  return {
    get: async (key) => {
      const { Item: item } = await client.send(new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }))
      return item === undefined ? null : documentOf(item, readValue)
    },
    getMany: async (keys) => {
      const found = new Map<string, Document>()
      for (let start = 0; start < keys.length; start += batchMaximum)
        for (const document of await batch(keys.slice(start, start + batchMaximum))) found.set(`${document.pk} ${document.sk}`, document)
      return keys.flatMap(({ pk, sk }) => found.get(`${pk} ${sk}`) ?? [])
    },
  }
}

function queries(client: DynamoDBClient, table: string): Pick<Documents, 'query' | 'queryIndex'> {
  async function all(query: Omit<QueryCommand['input'], 'TableName'>, limit: number) {
    const found: Record<string, AttributeValue>[] = []
    let start: Record<string, AttributeValue> | undefined
    do {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({ ...query, TableName: table, ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
      )
      found.push(...(Items ?? []))
      start = LastEvaluatedKey
    } while (start !== undefined && found.length < limit)
    return found.slice(0, limit)
  }
  return {
    query: async (pk, { prefix, after = null, limit = Number.POSITIVE_INFINITY }) => {
      const items = await all(
        {
          ConsistentRead: true,
          ...withoutIndexes,
          KeyConditionExpression: 'pk = :pk and sk between :from and :to',
          ExpressionAttributeValues: {
            ':pk': { S: pk },
            ':from': { S: after === null ? prefix || ' ' : `${after} ` },
            ':to': { S: `${prefix}\uffff` },
          },
          ...(Number.isFinite(limit) ? { Limit: limit } : {}),
        },
        limit,
      )
      return items.map((item) => documentOf(item))
    },
    queryIndex: async (name, partition, { after, before, limit }) => {
      const items = await all(
        {
          IndexName: name,
          KeyConditionExpression: '#partition = :partition and #sort between :after and :before',
          ExpressionAttributeNames: { '#partition': `${name}Partition`, '#sort': `${name}Sort` },
          ExpressionAttributeValues: { ':partition': { S: partition }, ':after': { S: `${after} ` }, ':before': { S: before } },
          Limit: limit,
        },
        limit,
      )
      return items.map((item) => ({ pk: item['pk']?.S ?? '', sk: item['sk']?.S ?? '', sort: item[`${name}Sort`]?.S ?? '' }))
    },
  }
}

const Dated = z.object({ response: z.object({ headers: z.object({ date: z.string().check(z.regex(/ GMT$/)) }) }) })

async function time(client: DynamoDBClient, table: string): Promise<Date | null> {
  const command = new GetItemCommand({ TableName: table, Key: keyOf({ pk: 'REGISTRY', sk: 'READY' }) })
  let date: Date | null = null
  command.middlewareStack.add(
    (next) => async (given) => {
      const result = await next(given)
      const { headers } = Dated.safeParse(result).data?.response ?? {}
      date = headers === undefined ? null : new Date(headers.date)
      return result
    },
    { step: 'deserialize' },
  )
  await client.send(command)
  return date
}

/** Items with versions over one table. Nothing here knows what they mean. */
export function documents(client: DynamoDBClient, table: string): Documents {
  // It copies each request and response for a log, also where there is none.
  client.middlewareStack.remove('loggerMiddleware')
  /** False if another writer changed what the writes were decided on. */
  async function write(writes: readonly Write[], isLast: boolean): Promise<boolean> {
    if (writes.length === 0) return true
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: writes.map((each) => transactItem(table, each)) }))
      return true
    } catch (error) {
      if (isLast || !isConflict(error)) throw error
      return false
    }
  }
  return {
    ...reads(client, table),
    ...queries(client, table),
    time: () => time(client, table),
    transact: async (decide) => {
      for (let attempt = 1; ; attempt += 1) {
        const { writes, result } = await decide()
        if (await write(writes, attempt === attemptsMaximum)) return result
        await pause(attempt)
      }
    },
  }
}

/** Writes nothing. */
export const nothing = <Result>(result: Result): Decision<Result> => ({ writes: [], result })
