/**
 * How long the list of one tenant takes, and how long it keeps every other tenant waiting: `npx tsx tools/bench/connection-list.ts`. Prints what is
 * measured on this machine; nothing is asserted.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Region } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { askedSha256 } from '#core/connection/requested-sha256.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { Connections } from '#server/http/operations/connection-bodies.ts'
import { libsqlRegistry } from '#server/registry/registry-libsql.ts'

const count = 1000
const folder = mkdtempSync(join(tmpdir(), 'connection-list-'))
const registry = libsqlRegistry(join(folder, 'registry.db'))
const { send, signIn, connect } = appDouble({ registry })
const token = await signIn()

const checkedAt = '2026-11-22T08:00:00.000Z'
const probe: Verdict['probes'][number] = {
  name: 'right-id',
  outcome: 'assumed',
  code: '',
  requestId: '0c5f6a2e-8d0f-4d0e-9f0c-2f6f0b1c7a11',
  region: Region.parse('us-east-1'),
  at: checkedAt,
}

function verdictOf(): Verdict {
  return {
    kind: 'verified',
    diagnosis: 'verified',
    causes: [],
    probes: Array.from({ length: 8 }, () => probe),
    checks: [],
    checkedAt,
    nextCheckInMs: 2000,
    simulated: false,
  }
}

async function connectAll(): Promise<void> {
  const connections: Connection[] = []
  for (let index = 0; index < count; index += 1)
    connections.push(await connect(token, { accountId: String(100_000_000_000 + index), externalId: `k7Qm2vK9dRt4XwB8nZc5Hs2P${index}` }))
  for (const connection of connections) {
    const verdict = verdictOf()
    await registry.saveVerdict(connection.id, {
      verdict,
      remembered: verdict,
      asked: askedSha256(rolePlan(connection, vendor)),
      isIdAccepted: true,
      otherExternalIds: { results: [], isChanged: true },
    })
  }
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  await new Promise((resume) => setTimeout(resume, 50))
  delay.enable()
  await new Promise((resume) => setTimeout(resume, 20))
  const start = performance.now()
  const result = await work()
  const taken = Math.round(performance.now() - start)
  await new Promise((resume) => setTimeout(resume, 20))
  delay.disable()
  console.log(`${name}: ${taken} ms, nobody else is answered for ${Math.round(delay.max / 1e6)} ms at a stretch`, result)
}

async function page(cursor: string | undefined): Promise<Connections> {
  const path = cursor === undefined ? '/api/connections' : `/api/connections?cursor=${cursor}`
  return Connections.parse(await (await send('GET', path, { token })).json())
}

async function wholeList(): Promise<string> {
  let [cursor, read, pages]: [string | undefined, number, number] = [undefined, 0, 0]
  do {
    const { connections, next }: Connections = await page(cursor)
    pages += 1
    read += connections.length
    cursor = next
  } while (cursor !== undefined)
  return `${read} connections in ${pages} pages`
}

await connectAll()
for (const name of ['first page', 'first page again']) await measure(name, async () => `${(await page(undefined)).connections.length}`)
for (const name of ['whole list', 'whole list again']) await measure(name, wholeList)
await measure('10 whole lists at once', async () => (await Promise.all(Array.from({ length: 10 }, wholeList))).length)
await measure('another tenant’s list while one asks for 100 pages at once', async () => {
  const other = await signIn()
  const flood = Promise.all(Array.from({ length: 100 }, () => page(undefined)))
  const start = performance.now()
  await (await send('GET', '/api/connections', { token: other })).text()
  const waited = Math.round(performance.now() - start)
  await flood
  return `waited ${waited} ms`
})
await measure(
  'one more claim',
  async () => (await connect(token, { accountId: '999999999999', externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2Pmore' })).id,
)
registry.close()
rmSync(folder, { recursive: true })
