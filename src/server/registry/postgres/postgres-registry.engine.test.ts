import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  expectLaterEventsKept,
  expectLostEventsReported,
  expectNewerFieldsKept,
  expectNewerRememberedKept,
  expectStatusOfEarlierCopies,
  expectUnreadableEventsPassed,
} from '#server/registry/newer-fields.test-data.ts'
import { handoffRemovalContract } from '#server/registry/records-contract.test-data.ts'
import type { Registry } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { oncePerRow, type UnreadableReport, type UnreadableRow } from '#server/registry/registry-rows.ts'
import { expectOneContent } from '#server/registry/two-copies.test-data.ts'
import { requestIdRemovalContract } from '#server/registry/vendor-contract.test-data.ts'
import { wholeContract } from '#server/registry/whole-contract.test-data.ts'
import { type Engine, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { connect, inTransaction, migrate } from './database.ts'
import { postgresRegistry } from './postgres-registry.ts'
import type { Sql } from './sql.ts'

let engine: Engine | null = null
let schemas = 0

beforeAll(async () => {
  engine = isPostgresInstalled() ? await startPostgres() : null
}, 60_000)

afterAll(() => engine?.stop())

/** A schema of its own, which is as good as a database and faster to make. */
async function newSchema(): Promise<string> {
  if (engine === null) throw new Error('PostgreSQL is not running')
  schemas += 1
  const sql = connect(engine.url)
  await sql.script(`create schema test_${schemas}`)
  await sql.end()
  return `${engine.url}?search_path=test_${schemas}`
}

async function opened(url: string, report?: UnreadableReport): Promise<{ readonly registry: Registry; readonly sql: Sql }> {
  const sql = connect(url)
  await inTransaction(sql, migrate)
  const registry = postgresRegistry(sql, report)
  onTestFinished(() => registry.close())
  return { registry, sql }
}

const newRegistry = async (): Promise<Registry> => (await opened(await newSchema())).registry

describe.skipIf(!isPostgresInstalled())('PostgreSQL', () => {
  const makers = [['in PostgreSQL', newRegistry]] as const

  wholeContract(makers)
  handoffRemovalContract(makers)
  requestIdRemovalContract(makers)

  test('reports an event that it can’t read once, and again when it expires', async () => {
    const reports: UnreadableRow[] = []
    const { registry, sql } = await opened(
      await newSchema(),
      oncePerRow((row) => reports.push(row)),
    )
    const retype = (id: string, from: string, to: string) =>
      sql`update events set delivery = replace(delivery, ${from}, ${to}) where id = ${id}`
    await expectLostEventsReported({ registry, retype }, reports)
  })

  test('stores a verdict whose other connection is deleted meanwhile', async () => {
    const { registry, sql } = await opened(await newSchema())
    const other = await claimed(registry, claimRequest('one'))
    const { id } = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
    const otherExternalIds = [{ connectionId: other.id, externalId: other.externalId, outcome: 'denied', wasAccepted: false } as const]
    let saved: ReturnType<Registry['saveVerdict']> | null = null
    await inTransaction(sql, async (query) => {
      await query`select id from connections where id = ${other.id} for update`
      saved = registry.saveVerdict(id, { ...found('verified'), otherExternalIds })
      const isWaiting = async () =>
        (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).length > 0
      await vi.waitUntil(isWaiting, { timeout: 5000 })
      await query`delete from connections where id = ${other.id}`
    })
    expect(await saved).toEqual({ kind: 'saved' })
  })

  test('has no status of a check from before a disconnection that an earlier copy began', async () => {
    const { registry, sql } = await opened(await newSchema())
    await expectStatusOfEarlierCopies(registry, (id) => sql`update verdicts set kind = 'verified' where connection_id = ${id}`)
  })

  test.each([
    ['passes by an event of a later version, and keeps it', expectLaterEventsKept],
    ['sends an event after a failure of a later version, and passes by what it can’t read', expectUnreadableEventsPassed],
  ])('%s', async (_, expectIt) => {
    const { registry, sql } = await opened(await newSchema())
    const retype = async (id: string, from: string, to: string) =>
      await sql`
        update events set event = replace(event, ${from}::text, ${to}::text), delivery = replace(delivery, ${from}::text, ${to}::text)
        where id = ${id}`
    await expectIt({ registry, retype })
  })

  test('keeps the columns of a newer version through every change of a connection', async () => {
    const { registry, sql } = await opened(await newSchema())
    await sql.script('alter table connections add column newer text')
    await expectNewerFieldsKept({
      registry,
      add: (id) => sql.script(`update connections set newer = 'of a newer version' where id = '${id}'`),
      isThere: async (id) => JSON.stringify(await sql`select newer from connections where id = ${id}`).includes('of a newer version'),
      stored: async (id) => JSON.stringify([await sql`select * from connections where id = ${id}`, await registry.lastVerdict(id)]),
    })
  })

  test('keeps what a newer version remembers of a verdict when it tells of an update', async () => {
    const { registry, sql } = await opened(await newSchema())
    const added = `jsonb_set(remembered::jsonb || '{"newer":"remembered of a newer version"}', '{verifiedRole,newer}', '"role of a newer version"')`
    await expectNewerRememberedKept({
      registry,
      add: (id) => sql.script(`update verdicts set remembered = (${added})::text where connection_id = '${id}'`),
      stored: async (id) => JSON.stringify(await sql`select remembered from verdicts where connection_id = ${id}`),
    })
  })

  test('two copies that start at once make one registry, and both see its content', async () => {
    const url = await newSchema()
    const [one, two] = await Promise.all([opened(url), opened(url)])
    await expectOneContent(one.registry, two.registry)
  })
})
