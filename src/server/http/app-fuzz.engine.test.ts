import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { documents } from '#server/registry/dynamodb/documents.ts'
import { dynamoDbRegistry } from '#server/registry/dynamodb/dynamodb-registry.ts'
import { createTable } from '#server/registry/dynamodb/table.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { connect, inTransaction, migrate } from '#server/registry/postgres/database.ts'
import { postgresRegistry } from '#server/registry/postgres/postgres-registry.ts'
import type { Registry } from '#server/registry/registry.ts'
import { memoryRegistry } from '#simulation/demo/memory-registry.ts'
import { isDynamoDbInstalled, isPostgresInstalled, startDynamoDb, startPostgres } from '#tools/engines.ts'
import { appDouble } from './app-double.test-data.ts'
import { surviveRequests } from './app-fuzz.test-data.ts'

/** `npm run test:fuzz` sets 20,000. */
const runs = Number(process.env['ROLEBRIDGE_FUZZ_RUNS'] ?? 600)

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
  const statuses = await surviveRequests(runs, { registry: await open() })
  for (const status of [200, 401, 404, 422]) expect(statuses).toContain(status)
})

test.each(stores)('knows no ID that $name cannot store', { timeout: 60_000 }, async ({ open }) => {
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
