import { DynamoDBClient, GetItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import { connectionOfEvent, type NewEvent, newEvent } from '#server/registry/event-records.ts'
import {
  expectLaterEventsKept,
  expectLostEventsReported,
  expectNewerFieldsKept,
  expectNewerRememberedKept,
  expectStatusOfEarlierCopies,
  expectUnreadableEventsPassed,
} from '#server/registry/newer-fields.test-data.ts'
import { newAccountsMaximum, type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { oncePerRow, type UnreadableReport, type UnreadableRow } from '#server/registry/registry-rows.ts'
import { expectOneContent } from '#server/registry/two-copies.test-data.ts'
import { wholeContract } from '#server/registry/whole-contract.test-data.ts'
import { type Engine, isDynamoDbInstalled, startDynamoDb } from '#tools/engines.ts'
import { keys } from './connection-documents.ts'
import { documents, type Key } from './documents.ts'
import { dynamoDbRegistry } from './dynamodb-registry.ts'
import { createTable, turnOnExpiry } from './table.ts'

let engine: Engine | null = null
let tables = 0

beforeAll(async () => {
  engine = isDynamoDbInstalled() ? await startDynamoDb() : null
}, 60_000)

afterAll(() => engine?.stop())

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }

const newClient = () => new DynamoDBClient({ region: 'us-east-1', endpoint: engine?.url ?? '', credentials })

function opened(table: string, report?: UnreadableReport): Registry {
  const client = newClient()
  const registry = dynamoDbRegistry(documents(client, table), () => client.destroy(), report)
  onTestFinished(() => registry.close())
  return registry
}

async function newTable(): Promise<string> {
  tables += 1
  const client = newClient()
  const table = `test-${tables}`
  await createTable(client, table)
  await turnOnExpiry(client, table)
  client.destroy()
  return table
}

/** Writes what no server wrote. */
async function change(table: string, { pk, sk }: Key, damage: (item: string) => string): Promise<void> {
  const client = newClient()
  const place = { TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }
  const { Item: item } = await client.send(new GetItemCommand(place))
  const values = { ':value': { S: damage(item?.['value']?.S ?? '') } }
  const update = {
    UpdateExpression: 'set #value = :value',
    ExpressionAttributeNames: { '#value': 'value' },
    ExpressionAttributeValues: values,
  }
  await client.send(new UpdateItemCommand({ ...place, ...update }))
  client.destroy()
}

const Stored = z.looseObject({ connection: z.looseObject({}) })

const newRegistry = async (): Promise<Registry> => opened(await newTable())

describe.skipIf(!isDynamoDbInstalled())('DynamoDB', () => {
  const makers = [['in DynamoDB', newRegistry]] as const

  wholeContract(makers)

  test('reports an event that it can’t read once, and again when it expires', async () => {
    const table = await newTable()
    const reports: UnreadableRow[] = []
    const registry = opened(
      table,
      oncePerRow((row) => reports.push(row)),
    )
    const retype = (id: string, from: string, to: string) =>
      change(table, keys.event(connectionOfEvent(id) ?? '', id), (item) => item.replace(from, to))
    await expectLostEventsReported({ registry, retype }, reports)
  })

  test('has no status of a check from before a disconnection that an earlier copy began', async () => {
    const table = await newTable()
    const restore = (id: string) => change(table, keys.connection(id), (item) => item.replace('"kind":null', '"kind":"verified"'))
    await expectStatusOfEarlierCopies(opened(table), restore)
  })

  test('a deleted connection is named nowhere in the items of another tenant to the same role', async () => {
    const table = await newTable()
    const registry = opened(table)
    const one = await claimed(registry, claimRequest('one'))
    const others = [
      await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' })),
      await claimed(registry, claimRequest('three', { externalId: 'external-id-of-three' })),
    ]
    const { externalId } = one
    const otherExternalIds = [{ connectionId: one.id, externalId, outcome: 'denied', wasAccepted: false } as const]
    for (const { id } of others) await registry.saveVerdict(id, { ...found('verified'), otherExternalIds })
    const [, ended] = others
    await registry.disconnect('three', ended?.id ?? '', '2026-11-22T08:00:00.000Z')
    await registry.disconnect('one', one.id, '2026-11-22T08:00:00.000Z')
    expect(await registry.deleteConnection(one.id)).toBe(true)
    const client = newClient()
    const { Items: items } = await client.send(new ScanCommand({ TableName: table }))
    client.destroy()
    expect(items?.length).toBeGreaterThan(0)
    expect(items?.filter((item) => JSON.stringify(item).includes(one.id))).toEqual([])
  })

  test('deletes a connection that has claimed more external IDs than one transaction can write', async () => {
    const registry = await newRegistry()
    const { id } = await claimed(registry, claimRequest('one'))
    const at = '2026-11-22T08:00:00.000Z'
    const idOf = (number: number) => ExternalId.parse(`external-id-of-rotation-${number}`)
    for (let number = 1; number <= 100; number += 1) {
      expect((await registry.rotations.start('one', id, { externalId: idOf(number), at })).kind).toBe('started')
      await registry.rotations.confirm('one', id, { secondId: idOf(number), at })
      const secondId = (await registry.find('one', id))?.rotation?.externalId ?? idOf(0)
      expect(await registry.rotations.complete('one', id, { secondId, at })).not.toBeNull()
    }
    expect(await registry.deleteTenant('one')).toBe(1)
    expect(await registry.ofAnyTenant(id)).toBeNull()
    for (const number of [1, 90, 91, 100])
      expect(await registry.claim(claimRequest('two', { externalId: idOf(number) }))).toEqual({ kind: 'external-id-taken' })
  }, 60_000)

  test('leaves it to DynamoDB to delete a hand-off with its notes 30 days after its link has expired', async () => {
    const table = await newTable()
    const { handoffs } = opened(table)
    const times = { createdAt: '2026-11-22T08:00:00.000Z', expiresAt: '2026-11-29T08:00:00.000Z', openedAt: null, revokedAt: null }
    const handoff: Handoff = {
      id: 'one',
      purpose: 'create-role',
      requestedBy: null,
      connectionId: null,
      draft: null,
      messages: [],
      ...times,
    }
    await handoffs.add({ tenant: 'one', tokenSha256: 'sha', handoff })
    await handoffs.change('one', (before) => ({ ...before, openedAt: times.createdAt }))
    const client = newClient()
    const expiries: (string | undefined)[] = []
    for (const [pk, sk] of [
      ['HANDOFF#one', 'HANDOFF'],
      ['TOKEN#sha', 'TOKEN'],
      ['TENANT#one', 'HANDOFF#000000000001'],
    ] as const) {
      const { Item: item } = await client.send(new GetItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }))
      expiries.push(item?.['expires']?.N)
    }
    client.destroy()
    const expected = String(Date.parse('2026-12-29T08:00:00.000Z') / 1000)
    expect(expiries).toEqual([expected, expected, expected])
  })

  test('lists the changes of a tenant that has more connections than it reads at once', async () => {
    const registry = await newRegistry()
    const ids: string[] = []
    for (let start = 0; start < 1020; start += newAccountsMaximum) {
      const accounts = Array.from({ length: newAccountsMaximum }, (_, index) => String(100_000_000_000 + start + index))
      const claims = accounts.map((accountId) => claimRequest('one', { accountId, externalId: `external-id-${accountId}` }, 2000))
      await registry.claimNewAccounts(claims)
      ids.push(...claims.map(({ id }) => id))
    }
    await claimed(registry, claimRequest('two'))
    const first = await registry.changes({ tenant: 'one' }, { after: null, limit: 600 })
    const second = await registry.changes({ tenant: 'one' }, { after: first?.next ?? '', limit: 600 })
    const listed = [first, second].flatMap((page) => page?.entries.map(({ connection }) => connection.id) ?? [])
    expect([listed, second?.next]).toEqual([ids, null])
  })

  test('two copies see one content', async () => {
    const table = await newTable()
    const [one, two] = [opened(table), opened(table)]
    await expectOneContent(one, two)
  })

  test('keeps the fields and the attributes of a newer version through every change of a connection', async () => {
    const table = await newTable()
    const registry = opened(table)
    const client = newClient()
    onTestFinished(() => client.destroy())
    const place = (id: string) => ({ TableName: table, Key: { pk: { S: `CONN#${id}` }, sk: { S: 'META' } } })
    const itemOf = async (id: string) => (await client.send(new GetItemCommand(place(id)))).Item
    const newer = { newer: { deep: ['of a newer version'] } }
    await expectNewerFieldsKept({
      registry,
      add: async (id) => {
        const value = Stored.parse(JSON.parse((await itemOf(id))?.['value']?.S ?? ''))
        const text = JSON.stringify({ ...value, ...newer, connection: { ...value.connection, ...newer } })
        const attributes = { '#value': 'value' }
        const values = { ':value': { S: text }, ':partition': { S: 'NEWER#1' } }
        const update = { UpdateExpression: 'set #value = :value, newerPartition = :partition', ExpressionAttributeNames: attributes }
        await client.send(new UpdateItemCommand({ ...place(id), ...update, ExpressionAttributeValues: values }))
      },
      isThere: async (id) => {
        const item = await itemOf(id)
        const value = Stored.parse(JSON.parse(item?.['value']?.S ?? ''))
        const isInside = [value, value.connection].every((part) => JSON.stringify(part['newer']) === JSON.stringify(newer.newer))
        return isInside && item?.['newerPartition']?.S === 'NEWER#1'
      },
      stored: async (id) => JSON.stringify((await itemOf(id))?.['value']),
    })
  })

  test.each([
    ['passes by an event of a later version, and keeps it', expectLaterEventsKept],
    ['sends an event after a failure of a later version, and passes by what it can’t read', expectUnreadableEventsPassed],
  ])('%s', async (_, expectIt) => {
    const table = await newTable()
    const retype = (id: string, from: string, to: string) =>
      change(table, keys.event(connectionOfEvent(id) ?? '', id), (item) => item.replace(from, to))
    await expectIt({ registry: opened(table), retype })
  })

  test('does not take a connection again soon that has only events of a later version, until it gets another', async () => {
    const table = await newTable()
    const registry = opened(table)
    const minute = (count: number) => new Date(Date.UTC(2026, 10, 22, 8, count)).toISOString()
    const take = async (from: number) =>
      (await registry.events.take({ now: minute(from), until: minute(from + 1), limit: 9 })).map(({ type }) => type)
    const tell = async (from: number, type: NewEvent['type']) => {
      const last = await registry.lastVerdict(id)
      const event = newEvent(type, { tenant: 'one', connectionId: id, at: minute(from) })
      const known = { knownAt: last?.verdict.checkedAt ?? null }
      expect(await registry.saveVerdict(id, { ...found('verified'), ...known, event })).toEqual({ kind: 'saved' })
    }
    const { id } = await claimed(registry, { ...claimRequest('one'), createdAt: minute(0) })
    const first = newEvent('connection.created', { tenant: 'one', connectionId: id, at: minute(0) })
    const retype = (from: string, to: string) => change(table, keys.event(id, first.id), (item) => item.replace(from, to))
    await retype(first.type, 'connection.of-a-later-version')
    expect(await take(1)).toEqual([])
    await tell(2, 'connection.verified')
    expect(await take(3)).toEqual(['connection.verified'])
    // The lease of the one that was taken holds, whatever comes after it.
    await tell(3, 'connection.drifted')
    expect(await take(3)).toEqual([])
    for (let round = 0; round < 2; round += 1) {
      const [event] = await registry.events.take({ now: minute(5), until: minute(6), limit: 1 })
      expect(event?.type).toBe(['connection.verified', 'connection.drifted'][round])
      if (event !== undefined) await registry.events.settle(event, { kind: 'delivered', at: minute(5) })
    }
    expect(await take(6)).toEqual([])
    await retype('connection.of-a-later-version', first.type)
    expect([await take(8), await take(15), await take(16)]).toEqual([[], [], ['connection.created']])
  })

  test('keeps what a newer version remembers of a verdict when it tells of an update', async () => {
    const table = await newTable()
    const registry = opened(table)
    const client = newClient()
    onTestFinished(() => client.destroy())
    const place = (id: string) => ({ TableName: table, Key: { pk: { S: `CONN#${id}` }, sk: { S: 'META' } } })
    const stored = async (id: string) => (await client.send(new GetItemCommand(place(id)))).Item?.['value']?.S ?? ''
    await expectNewerRememberedKept({
      registry,
      stored,
      add: async (id) => {
        const text = (await stored(id))
          .replace('"remembered":{', '"remembered":{"newer":"remembered of a newer version",')
          .replace('"verifiedRole":{', '"verifiedRole":{"newer":"role of a newer version",')
        const names = { UpdateExpression: 'set #value = :value', ExpressionAttributeNames: { '#value': 'value' } }
        await client.send(new UpdateItemCommand({ ...place(id), ...names, ExpressionAttributeValues: { ':value': { S: text } } }))
      },
    })
  })

  const damages: readonly (readonly [string, (item: string) => string])[] = [
    ['holds no JSON', () => '{'],
    ['has the form of a newer version', (item) => item.replace('"isIdAccepted":', '"isAccepted":')],
    ['has a connection in an unknown Region', (item) => item.replace('"region":"us-east-1"', '"region":"mars-north-1"')],
  ]

  test.each(damages)('leaves out and reports a connection whose item %s, and shows and checks the others', async (_, damage) => {
    const table = await newTable()
    const reported: UnreadableRow[] = []
    const registry = opened(
      table,
      oncePerRow((row) => reported.push(row)),
    )
    const connections: Connection[] = []
    for (const name of ['one', 'two', 'three']) {
      connections.push(await claimed(registry, claimRequest('one', { externalId: `external-id-of-${name}` })))
      await registry.saveVerdict(connections.at(-1)?.id ?? '', { ...found('verified'), nextCheckAt: '2026-11-22T08:00:00.000Z' })
    }
    const [first, second, third] = connections
    await change(table, { pk: `CONN#${second?.id}`, sk: 'META' }, damage)
    const page = await registry.list('one', { after: null, limit: 10 })
    expect([page?.entries.map(({ connection }) => connection), page?.unreadable]).toEqual([[first, third], 1])
    const start = await registry.list('one', { after: null, limit: 2 })
    const end = await registry.list('one', { after: start?.next ?? '', limit: 2 })
    expect([start?.entries.length, end?.entries.at(-1)?.connection, end?.next]).toEqual([1, third, null])
    expect((await registry.changes({}, { after: null, limit: 10 }))?.entries.map(({ connection }) => connection)).toEqual([first, third])
    expect((await registry.verdictKinds({ after: null, limit: 10 })).kinds).toContain('verified')
    const times = { now: '2026-11-22T09:00:00.000Z', until: '2026-11-22T09:01:00.000Z' }
    const due = await registry.leases.takeDue({ holder: 'a', ...times, limit: 3, partitions: ['aws'] })
    expect(new Set(due.map(({ connection }) => connection.id))).toEqual(new Set([first?.id, third?.id]))
    await expect(registry.find('one', second?.id ?? '')).rejects.toThrow(UnreadableConnection)
    expect(reported).toEqual([{ table: 'connections', id: second?.id }])
    const repeated = claimRequest('one', { externalId: 'external-id-of-two' })
    await expect(registry.claim(repeated)).rejects.toThrow(UnreadableConnection)
    expect(await registry.deleteTenant('one')).toBe(3)
    expect(await registry.claim(repeated)).toEqual({ kind: 'external-id-taken' })
  })
})
