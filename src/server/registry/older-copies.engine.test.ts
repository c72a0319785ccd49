import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Engine, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { libsqlRegistry } from './libsql/libsql-registry.ts'
import { migrations as fileMigrations, oldestCompatible as oldestFile } from './libsql/schema.ts'
import { connect, inTransaction, migrate } from './postgres/database.ts'
import { postgresRegistry } from './postgres/postgres-registry.ts'
import { migrations as databaseMigrations, oldestCompatible as oldestDatabase } from './postgres/schema.ts'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found } from './registry-contract.test-data.ts'

const sha256 = '0'.repeat(64)
const waiting = JSON.stringify(found('waiting').verdict)
const connection = {
  id: 'of-an-older-copy',
  tenant: 'one',
  account_id: '444455556666',
  partition: 'aws',
  region: 'us-east-1',
  external_id: 'external-id-of-an-older-copy',
  permissions: '{}',
  role_arn: 'arn:aws:iam::444455556666:role/R',
  created_at: '2026-11-22T08:00:00.000Z',
  changed_at: '2026-11-22T08:00:00.000Z',
}
const columns = Object.keys(connection).join(', ')
const values = Object.values(connection)
  .map((value) => `'${value}'`)
  .join(', ')

/** An event as it was when it had no end, and held an external ID. */
const eventOfOlder = `insert into events (id, tenant, due_at, attempts, event) values ('event', 'one', '${connection.created_at}', 0, '{}')`

/** Statements of the oldest copy that may still run, as that version wrote them. */
const statements = ({ claim, verdict }: Pick<Store, 'claim' | 'verdict'>): readonly string[] => [
  claim,
  `insert into connections (${columns}) values (${values})`,
  `update connections set lease_holder = 'older', lease_until = '2026-11-22T08:05:00.000Z' where id = '${connection.id}'`,
  verdict,
  `insert into history (connection_id, entry) values ('${connection.id}', '{"kind":"claimed","at":"2026-11-22T08:00:00.000Z"}')`,
  `update connections set next_check_at = '2026-11-22T09:00:00.000Z', first_look_at = '${connection.created_at}' where id = '${connection.id}'`,
  eventOfOlder,
  "insert into redeemed_launches (id, expires_at) values ('launch', '2099-01-01T00:00:00.000Z')",
]

type Store = {
  readonly name: string
  readonly isInstalled: boolean
  readonly migrations: readonly string[]
  readonly oldest: number
  readonly claim: string
  readonly verdict: string
  /** A registry as the oldest copy made it, which that copy has open. */
  readonly older: () => Promise<{
    readonly run: (statement: string) => Promise<unknown>
    readonly newer: () => Promise<Registry>
  }>
}

let engine: Engine | null = null

beforeAll(async () => {
  engine = isPostgresInstalled() ? await startPostgres() : null
}, 60_000)

afterAll(() => engine?.stop())

const stores: readonly Store[] = [
  {
    name: 'a file',
    isInstalled: true,
    migrations: fileMigrations,
    oldest: oldestFile,
    claim: `insert into claims values ('${connection.external_id}', 'one', '${connection.id}', '${connection.created_at}')`,
    verdict: `insert into verdicts values ('${connection.id}', 'asked', '${waiting}', '${waiting}')`,
    older: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'registry-'))
      const path = join(folder, 'registry.db')
      const database = new Database(path)
      onTestFinished(() => {
        database.close()
        rmSync(folder, { recursive: true })
      })
      for (const step of fileMigrations.slice(0, oldestFile)) database.exec(step)
      database.exec(`pragma journal_mode = wal; pragma user_version = ${oldestFile}`)
      return { run: async (statement) => database.exec(statement), newer: async () => libsqlRegistry(path) }
    },
  },
  {
    name: 'PostgreSQL',
    isInstalled: isPostgresInstalled(),
    migrations: databaseMigrations,
    oldest: oldestDatabase,
    claim: `insert into claims values ('${sha256}', 'one', '${connection.id}', '${connection.created_at}')`,
    verdict: `insert into verdicts values ('${connection.id}', 'waiting', '${waiting}', '${waiting}', 'asked')`,
    older: async () => {
      const sql = connect(engine?.url ?? '')
      onTestFinished(() => sql.end())
      await sql.script('create table properties (name text primary key, value text not null)')
      for (const step of databaseMigrations.slice(0, oldestDatabase)) await sql.script(step)
      await sql.script(`insert into properties values ('version', '${oldestDatabase}'), ('compatible-from', '${oldestDatabase}')`)
      const newer = async () => {
        const other = connect(engine?.url ?? '')
        await inTransaction(other, migrate)
        return postgresRegistry(other)
      }
      return { run: (statement) => sql.script(statement), newer }
    },
  },
]

describe.each(stores.filter(({ isInstalled }) => isInstalled))('$name', (store) => {
  const { migrations, oldest, older } = store

  test('has migrations that only add, from the oldest compatible version on', () => {
    for (const step of migrations.slice(oldest)) {
      expect(step).not.toMatch(/\b(drop|rename|delete|update|alter column|set not null)\b/i)
      expect(step).not.toMatch(/add column [^,;]*not null(?![^,;]*default)/i)
    }
  })

  test('lets an older copy continue while a newer one migrates and uses it', async () => {
    const { run, newer } = await older()
    const registry = await newer()
    onTestFinished(() => registry.close())
    for (const statement of statements(store)) await run(statement)
    expect(await registry.find('one', connection.id)).toMatchObject({ id: connection.id, externalId: connection.external_id })
    expect(await registry.lastVerdict(connection.id)).toMatchObject({ verdict: { kind: 'waiting' } })
    const lease = { holder: 'newer', now: '2026-11-22T08:01:00.000Z', until: '2026-11-22T08:06:00.000Z' }
    expect(await registry.leases.take(connection.id, lease)).toBe(false)
    expect(await registry.sessions.redeem({ id: 'launch', expiresAt: '2099-01-01T00:00:00.000Z' }, lease.now)).toBe(false)
    const own = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-a-newer-copy' }))
    await run(`update connections set name = 'Renamed' where id = '${own.id}'`)
    expect(await registry.find('two', own.id)).toMatchObject({ name: 'Renamed' })
    await registry.events.removeExpired(lease.now)
    // A row that is still there would refuse another one with its ID.
    await run(eventOfOlder)
  })
})
