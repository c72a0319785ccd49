import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { claimed, claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { connect, inTransaction, migrate } from './database.ts'
import { postgresRegistry } from './postgres-registry.ts'

/** `npm run test:durability` kills servers 50 times, and this one a tenth as often: each start of it recovers first. */
const kills = Math.ceil(Number(process.env['ROLEBRIDGE_KILLS'] ?? 2) / 10)
const writers = 6

type Acknowledged = { readonly tenant: string; readonly connection: Connection }

/** Claims until PostgreSQL is gone. */
async function claimUntilGone(url: string, isEnough: (acknowledged: readonly Acknowledged[]) => void): Promise<readonly Acknowledged[]> {
  const registry = postgresRegistry(connect(url))
  const acknowledged: Acknowledged[] = []
  async function write(): Promise<void> {
    const tenant = randomUUID()
    try {
      for (;;) {
        const connection = await claimed(registry, claimRequest(tenant, { externalId: `external-id-${randomUUID()}` }))
        acknowledged.push({ tenant, connection })
        isEnough(acknowledged)
      }
    } catch {
      // This claim was not acknowledged.
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  await registry.close().catch(() => {})
  return acknowledged
}

const timeout = 120_000 + kills * 60_000

test.skipIf(!isPostgresInstalled())(`keeps every acknowledged claim when PostgreSQL is killed ${kills} times`, { timeout }, async () => {
  const engine = await startPostgres({ isDurable: true })
  onTestFinished(engine.stop)
  const sql = connect(engine.url)
  await inTransaction(sql, migrate)
  await sql.end()
  const all: Acknowledged[] = []
  for (let round = 0; round < kills; round += 1) {
    const enough = 20 + ((round * 17) % 60)
    let crash: Promise<void> | null = null
    const acknowledged = await claimUntilGone(engine.url, ({ length }) => {
      if (length >= enough) crash ??= engine.crash()
    })
    await crash
    all.push(...acknowledged)
  }
  expect(all.length).toBeGreaterThanOrEqual(kills * 20)
  const registry = postgresRegistry(connect(engine.url))
  onTestFinished(() => registry.close())
  const lost: string[] = []
  for (const { tenant, connection } of all) {
    const found = await registry.find(tenant, connection.id)
    if (found?.externalId !== connection.externalId) lost.push(connection.id)
  }
  expect(lost).toEqual([])
  for (const { connection } of all.slice(-20))
    expect(await registry.claim(claimRequest('stranger', { externalId: connection.externalId }))).toEqual({ kind: 'external-id-taken' })
})
