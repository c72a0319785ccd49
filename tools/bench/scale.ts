/**
 * Measures what DynamoDB charges for each kind of request, and computes the table of docs/scale.md from it: `npx tsx tools/bench/scale.ts`.
 */

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { roleVerification } from '#server/aws/role-verification.ts'
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { documents } from '#server/registry/dynamodb/documents.ts'
import { dynamoDbRegistry } from '#server/registry/dynamodb/dynamodb-registry.ts'
import { createTable } from '#server/registry/dynamodb/table.ts'
import { unlimited } from '#server/registry/limits.ts'
import { startDynamoDb } from '#tools/engines.ts'

type Units = { readonly read: number; readonly write: number; readonly sts: number; readonly cpuMs: number }

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html */
const Capacity = z.object({ CapacityUnits: z._default(z.number(), 0) })
const Output = z.object({ output: z.object({ ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])) }) })

const engine = await startDynamoDb()
const client = new DynamoDBClient({
  region: 'us-east-1',
  endpoint: engine.url,
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
})
const used = { read: 0, write: 0 }
client.middlewareStack.add(
  (next, context) => async (given) => {
    const kind = /^(Transact|Put|Update|Delete)/.test(String(context['commandName'])) ? 'write' : 'read'
    const result = await next({ ...given, input: { ...given.input, ReturnConsumedCapacity: 'TOTAL' } })
    const consumed = Output.safeParse(result).data?.output.ConsumedCapacity ?? []
    for (const { CapacityUnits } of [consumed].flat()) used[kind] += CapacityUnits
    return result
  },
  { step: 'initialize' },
)
await createTable(client, 'scale')
const registry = dynamoDbRegistry(documents(client, 'scale'), () => client.destroy())
const roles = new Map<string, string | null>()
const sts = stsDouble({ roles })
const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
const now = () => new Date(clock.ms)
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const { verification } = roleVerification({
  vendor,
  registry,
  stsFor: () => sts.sts,
  limits: unlimited,
  simulated: false,
  now,
  settings: () => ({ randomBytes, patienceMs: 120_000 }),
  holder: 'scale',
})
const double = appDouble({ isResponseChecked: false, registry, broken: { verification, now } })

/** The server remembers who it is, so only these reach STS. */
const assumptions = (): number => sts.calls.filter((call) => call.startsWith('assumeRole')).length

async function measured(work: () => Promise<unknown>): Promise<Units> {
  const [before, calls, cpu] = [{ ...used }, assumptions(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    read: used.read - before.read,
    write: used.write - before.write,
    sts: assumptions() - calls,
    cpuMs: (user + system) / 1000,
  }
}

const token = await double.signIn()
const ids: string[] = []
const claim = async () => {
  const change = { externalId: `k7Qm2vK9dRt4XwB8nZc5${ids.length}`, accountId: String(444_455_550_000 + ids.length) }
  const { id, roleArn, externalId } = await double.connect(token, change)
  ids.push(id)
  return () => void roles.set(roleArn, externalId)
}
const verify = async () => void (await double.send('POST', `/api/connections/${ids.at(-1)}/verify`, { token, body: {} }))
const scheduled = async () => {
  const lease = {
    holder: 'scale',
    now: now().toISOString(),
    until: new Date(clock.ms + 20_000).toISOString(),
    limit: 1,
    partitions: ['aws'] as const,
  }
  for (const { tenant, connection } of await registry.leases.takeDue(lease))
    await verification(tenant, connection, { now: false, isScheduled: true })
}

const connected = 20
const day = 24 * 60 * 60

async function connect(): Promise<readonly Units[]> {
  let createRole = () => {}
  const claimed = await measured(async () => {
    createRole = await claim()
  })
  const waiting = await measured(verify)
  createRole()
  clock.ms += 10_000
  return [claimed, waiting, await measured(verify), await measured(verify)]
}

const last = <Value>(values: readonly Value[]): Value => {
  const value = values.at(-1)
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** The last of many, when all code is compiled. */
const setups: (readonly Units[])[] = []
for (let index = 0; index < connected; index++) setups.push(await connect())
clock.ms += 1.2 * day * 1000
const checks: Units[] = []
for (let index = 0; index < connected; index++) checks.push(await measured(scheduled))
const [claimed, waiting, first, fresh] = last(setups)
const acts = { claimed, waiting, first, fresh, routine: last(checks) }
for (const [name, units] of Object.entries(acts)) console.log(name, units)

/** The calls of each connection in a day: one routine check, and for one of a hundred all that a new one needs. */
const newShare = 0.01
const waitingChecks = 20
const prices = { millionReads: 0.125, millionWrites: 0.625 }

function perDay(of: 'read' | 'write' | 'sts'): number {
  const added = (acts.claimed?.[of] ?? 0) + waitingChecks * (acts.waiting?.[of] ?? 0) + (acts.first?.[of] ?? 0) + acts.routine[of]
  return acts.routine[of] + newShare * added
}

for (const connections of [1000, 100_000, 10_000_000]) {
  const [reads, writes, calls] = [perDay('read') * connections, perDay('write') * connections, perDay('sts') * connections]
  const dollars = (30 * (reads * prices.millionReads + writes * prices.millionWrites)) / 1e6
  const rates = [calls / day, reads / day, writes / day].map((rate) => rate.toFixed(rate < 10 ? 2 : 0))
  console.log(
    `${connections}: per second ${rates.join(', ')} (STS calls, read units, write units), ${dollars.toFixed(2)} dollars in 30 days`,
  )
}
await registry.close()
await engine.stop()
