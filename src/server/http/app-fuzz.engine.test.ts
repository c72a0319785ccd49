import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { GivenHandoff } from '#core/connection/handoff.ts'
import { Session } from '#core/connection/session.ts'
import { documents } from '#server/registry/dynamodb/documents.ts'
import { dynamoDbRegistry } from '#server/registry/dynamodb/dynamodb-registry.ts'
import { createTable } from '#server/registry/dynamodb/table.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { connect, inTransaction, migrate } from '#server/registry/postgres/database.ts'
import { postgresRegistry } from '#server/registry/postgres/postgres-registry.ts'
import type { Registry } from '#server/registry/registry.ts'
import { memoryRegistry } from '#simulation/demo/memory-registry.ts'
import { isDynamoDbInstalled, isPostgresInstalled, startDynamoDb, startPostgres } from '#tools/engines.ts'
import { isTried, runs } from '#tools/thorough.ts'
import { appDouble, asked } from './app-double.test-data.ts'
import { surviveRequests } from './app-fuzz.test-data.ts'

/** `npm run test:fuzz` sets 20,000. */
const requests = Number(process.env['ROLEBRIDGE_FUZZ_RUNS'] ?? runs(600))

async function inPostgres(): Promise<Registry> {
  const { url, stop } = await startPostgres()
  onTestFinished(stop)
  const sql = connect(url)
  onTestFinished(() => sql.end())
  await inTransaction(sql, migrate)
  return postgresRegistry(sql)
}

async function inDynamoDb(): Promise<Registry> {
  const { url, stop } = await startDynamoDb()
  onTestFinished(stop)
  const client = new DynamoDBClient({ region: 'us-east-1', endpoint: url, credentials: { accessKeyId: 'any', secretAccessKey: 'any' } })
  await createTable(client, 'fuzz')
  return dynamoDbRegistry(documents(client, 'fuzz'), () => client.destroy())
}

async function inFile(): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return libsqlRegistry(join(folder, 'registry.db'))
}

const stores = [
  { name: 'a file', isInstalled: true, open: inFile },
  { name: 'memory', isInstalled: true, open: async () => memoryRegistry() },
  { name: 'PostgreSQL', isInstalled: isPostgresInstalled(), open: inPostgres },
  { name: 'DynamoDB', isInstalled: isDynamoDbInstalled(), open: inDynamoDb },
].filter(({ isInstalled }) => isInstalled)

test.each(stores)('survives arbitrary requests with a registry in $name', { timeout: 600_000 }, async ({ open }) => {
  const statuses = await surviveRequests(requests, { registry: await open() })
  for (const status of [200, 401, 404, 422]) expect(statuses).toContain(status)
})

test.each(stores)('knows no ID that $name cannot store', async ({ open }) => {
  const { send, signIn } = appDouble({ registry: await open() })
  const token = await signIn()
  for (const id of ['%00', 'a%00b', '%ED%A0%80', 'x'.repeat(3000), '%F0%9F%98%80'.repeat(300)])
    for (const path of [
      `/api/connections/${id}`,
      `/api/connections/${id}/receipt`,
      `/api/connections/${id}/handoff`,
      `/api/handoffs/${id}`,
      `/api/connections?after=${id}`,
      `/api/connections?cursor=${id}`,
    ])
      expect([path, (await send('GET', path, { token })).status < 500]).toEqual([path, true])
})

const texts = ['\u0000', '\ud800', '\udfff', '\ufffe\uffff', '\u2028', '\u{10ffff}', '', '\u0000'.repeat(500), '\u{1f600}'.repeat(19)]

/** Requests for a connection with a text where they have free ones. At least one of each text is valid. */
function claimsWith(text: string) {
  const permissions = { readSourceImages: { sourceBuckets: [text] }, [text]: { [text]: text } }
  const statement = { Sid: text, Effect: 'Allow', Action: 's3:Get*', Resource: text }
  const permissionsPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const role = { path: text, permissionsBoundary: text, tags: [{ key: text, value: text }] }
  const terms = { accountId: text, region: text, externalId: text, permissions, role, permissionsPolicy }
  return [{}, terms, ...Object.entries(terms).map(([name, value]) => ({ [name]: value }))]
}

test.each(stores)('answers each free text with success or a problem, also those that $name does not take', async (store) => {
  const { send, signIn } = appDouble({ registry: await store.open() })
  const token = await signIn()
  const statuses: number[] = []
  async function call(method: string, path: string, body: unknown, as = token): Promise<unknown> {
    const response = await send(method, path, { token: as, body })
    statuses.push(response.status)
    const isProblem = response.headers.get('Content-Type') === 'application/problem+json'
    expect([path, body, response.status < 300 || (response.status < 500 && isProblem)]).toEqual([path, body, true])
    return response.json()
  }
  for (const [row, text] of texts.entries())
    for (const [index, change] of claimsWith(text).entries()) {
      if (!isTried(row, index)) continue
      const short = text.slice(0, 39)
      const draft = { ...change, accountId: short, region: short, externalId: text }
      const given = GivenHandoff.parse(await call('POST', '/api/handoffs', { draft, note: text }))
      const guest = Session.parse(await call('POST', '/api/sessions', { handoffToken: given.token })).token
      const externalId = `k7Qm2vK9dRt4XwB8nZc5Hs2P-${row}-${index}`
      await call('POST', '/api/connections', { ...asked, externalId, ...change }, guest)
      const connection = Connection.safeParse(await call('POST', '/api/connections', { ...asked, externalId }, guest)).data
      await call('POST', '/api/handoffs/mine/messages', { kind: 'question', note: text }, guest)
      await call('POST', '/api/connections/batch', { accounts: [{ ...asked, name: text }], permissions: asked.permissions })
      if (connection === undefined) continue
      const path = `/api/connections/${connection.id}`
      await call('PUT', `${path}/permissions`, { permissions: asked.permissions, ...change })
      await call('POST', `${path}/verify`, {}, guest)
    }
  for (const status of [200, 201, 422]) expect(statuses).toContain(status)
})
