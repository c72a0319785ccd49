import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { decodeJwt } from 'jose'
import { verdictOf } from '#core/fixtures.test-data.ts'
import { appDouble } from '#server/http/app-double.test-data.ts'
import { documents } from '#server/registry/dynamodb/documents.ts'
import { dynamoDbRegistry } from '#server/registry/dynamodb/dynamodb-registry.ts'
import { createTable } from '#server/registry/dynamodb/table.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { connect, inTransaction, migrate } from '#server/registry/postgres/database.ts'
import { postgresRegistry } from '#server/registry/postgres/postgres-registry.ts'
import { newAccountsMaximum, type Registry } from '#server/registry/registry.ts'
import { claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { isDynamoDbInstalled, isPostgresInstalled, startDynamoDb, startPostgres } from '#tools/engines.ts'
import { cpuMicroseconds, median, type Table } from './report.ts'

/**
 * The most CPU time, in milliseconds, between two turns of the event loop. A process that waits for a processor, which another program has,
 * is late too, but takes no CPU time meanwhile. Threads of the garbage collector count, so this is the most that it can be.
 */
function longestBlock(): { readonly stop: () => number } {
  let longest = 0
  let before = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    longest = Math.max(longest, (user + system) / 1000)
  }, 1)
  return {
    stop: () => {
      clearInterval(timer)
      return longest
    },
  }
}

const size = 10_000
const samples = 40
const verified = 200

type Opened = {
  readonly registry: Registry
  /** Does what the store does in the background some time after it was filled. */
  readonly settle?: () => Promise<unknown>
  /** Milliseconds so far in which the server only waited for the store. Absent: not measured. */
  readonly waitedMs?: () => number
  readonly stop: () => Promise<unknown>
}

async function inFile(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-bench-'))
  return { registry: libsqlRegistry(join(folder, 'registry.db')), stop: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function inPostgres(): Promise<Opened> {
  const engine = await startPostgres({ isDurable: true })
  const sql = connect(engine.url)
  await inTransaction(sql, migrate)
  return { registry: postgresRegistry(sql), settle: () => sql`analyze`, stop: engine.stop }
}

/** From the moment when a request is sent to the first byte of its response. Of requests at the same time, each counts. */
function waitsOf(client: DynamoDBClient): () => number {
  const { requestHandler } = client.config
  let waited = 0
  const handle = requestHandler.handle.bind(requestHandler)
  requestHandler.handle = async (...given) => {
    const start = performance.now()
    const response = await handle(...given)
    waited += performance.now() - start
    return response
  }
  return () => waited
}

async function inDynamoDb(): Promise<Opened> {
  const engine = await startDynamoDb()
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const client = new DynamoDBClient({ region: 'us-east-1', endpoint: engine.url, credentials })
  await createTable(client, 'bench')
  const waitedMs = waitsOf(client)
  return { registry: dynamoDbRegistry(documents(client, 'bench'), () => client.destroy()), waitedMs, stop: engine.stop }
}

/** Nobody has so many unverified connections, but claims of this many cost the most. */
const withoutMaximum = (registry: Registry): Registry => ({
  ...registry,
  claim: (request) => registry.claim({ ...request, pendingMaximum: 2 * size }),
})

const accountId = (index: number): string => String(100_000_000_000 + index)
const externalId = (index: number): string => `k7Qm2vK9dRt4XwB8nZc5${String(index).padStart(6, '0')}`

async function fill(registry: Registry, tenant: string): Promise<void> {
  const ids: string[] = []
  for (let start = 0; start < size; start += newAccountsMaximum) {
    const indexes = Array.from({ length: newAccountsMaximum }, (_, offset) => start + offset)
    const requests = indexes.map((index) => claimRequest(tenant, { accountId: accountId(index), externalId: externalId(index) }, 2 * size))
    await registry.claimNewAccounts(requests)
    ids.push(...requests.map(({ id }) => id))
  }
  const verdict = verdictOf()
  const found = { verdict, remembered: verdict, asked: 'earlier', isIdAccepted: true, otherExternalIds: [] }
  for (const id of ids.slice(0, verified))
    await registry.saveVerdict(id, { ...found, isChanged: true, nextCheckAt: verdict.checkedAt, event: null, knownAt: null })
}

type Times = { readonly ms: number[]; readonly cpuMs: number[]; readonly waitedMs: number[] }

async function timed(waitedMs: () => number, work: (index: number) => Promise<unknown>): Promise<Times> {
  const times: Times = { ms: [], cpuMs: [], waitedMs: [] }
  for (let index = 0; index < samples; index++) {
    const [start, waited] = [performance.now(), waitedMs()]
    times.cpuMs.push((await cpuMicroseconds(() => work(index))) / 1000)
    times.ms.push(performance.now() - start)
    times.waitedMs.push(waitedMs() - waited)
  }
  return times
}

const figure = (values: readonly number[]): string => median(values).toFixed(1)
const shown = ({ ms, cpuMs }: Times): string => `${figure(ms)} (${figure(cpuMs)})`

async function measured(name: string, open: () => Promise<Opened>): Promise<readonly string[]> {
  const { registry, settle, waitedMs, stop } = await open()
  const double = appDouble({ isResponseChecked: false, registry: withoutMaximum(registry) })
  const token = await double.signIn()
  await fill(registry, String(decodeJwt(token).sub))
  await settle?.()
  const answered = async (status: number, response: Response) => {
    if (response.status !== status) throw new Error(`${name}: status ${response.status}`)
    await response.text()
  }
  const page = async () => answered(200, await double.send('GET', '/api/connections', { token }))
  const claim = async (index: number) => {
    const body = {
      accountId: accountId(size + index),
      externalId: externalId(size + index),
      region: 'us-east-1',
      permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
    }
    await answered(201, await double.send('POST', '/api/connections', { token, body }))
  }
  const background = async () => {
    await registry.changes({}, { after: null, limit: 100 })
    const now = new Date().toISOString()
    await registry.leases.takeDue({ holder: 'bench', now, until: now, limit: 10, partitions: ['aws'] })
  }
  await page()
  await claim(samples)
  await background()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const block = longestBlock()
  delay.enable()
  const waits = waitedMs ?? (() => 0)
  const [pages, claims] = [await timed(waits, page), await timed(waits, claim)]
  await background()
  delay.disable()
  const longest = block.stop()
  await registry.close()
  await stop()
  const stored = waitedMs === undefined ? '' : `${figure(pages.waitedMs)}, ${figure(claims.waitedMs)}`
  return [name, shown(pages), shown(claims), stored, longest.toFixed(1), (delay.percentile(99) / 1e6).toFixed(1)]
}

/** A tenant with 10,000 connections in each registry. */
export async function largeTenant(): Promise<Table> {
  const rows = [await measured('libsql, a file', inFile)]
  if (isPostgresInstalled()) rows.push(await measured('PostgreSQL', inPostgres))
  if (isDynamoDbInstalled()) rows.push(await measured('DynamoDB Local', inDynamoDb))
  return {
    title: `A tenant with ${size.toLocaleString('en-US')} connections`,
    method: `Medians of ${samples} requests through the routes, in milliseconds, and in parentheses the CPU time of the server in them. The goals are 20 for the first page of 100 connections, 10 for a claim, and an event loop that is never blocked for 50. The wait is from the moment when a request is sent to DynamoDB Local until it begins to respond. The longest block is CPU time between two turns of the event loop, on all threads. The delay includes what other programs on the machine take.`,
    columns: ['Registry', 'First page', 'Claim', 'Wait for the store: page, claim', 'Longest block', 'Event loop delay, p99'],
    rows,
  }
}
