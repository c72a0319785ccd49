import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { isPostgresInstalled } from '#tools/engines.ts'
import { connect, inTransaction, outageCode, property } from './database.ts'
import { inBetween, migratedPostgres } from './lost-postgres.test-data.ts'
import type { Query } from './sql.ts'

const engineUrl = migratedPostgres()

const Backend = z.object({ pid: z.int() })

/** An operator of the database, whose own connection is never lost. */
function operator() {
  const sql = connect(engineUrl())
  onTestFinished(() => sql.end())
  return {
    end: async (pid: number) => {
      await sql`select pg_terminate_backend(${pid})`
      await vi.waitFor(async () => expect(await sql`select 1 from pg_stat_activity where pid = ${pid}`).toEqual([]), 20_000)
    },
    runs: (pid: number, statement: string) =>
      vi.waitFor(
        async () =>
          expect(await sql`select query from pg_stat_activity where pid = ${pid} and state = 'active'`).toEqual([{ query: statement }]),
        20_000,
      ),
    written: async (name: string) => property(sql, name),
  }
}

function uncaught(): unknown[] {
  const errors: unknown[] = []
  const add = (error: unknown) => errors.push(error)
  process.on('uncaughtExceptionMonitor', add)
  process.on('unhandledRejection', add)
  onTestFinished(() => {
    process.off('uncaughtExceptionMonitor', add)
    process.off('unhandledRejection', add)
  })
  return errors
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  )
}

const longStatement = 'select pg_sleep(30)'

/** An open connection to PostgreSQL through something that can cut it. */
async function connected() {
  const between = await inBetween(engineUrl())
  const sql = connect(between.url)
  onTestFinished(() => sql.end())
  return { between, sql, ...operator() }
}

const pidOf = async (query: Query): Promise<number> => Backend.parse((await query`select pg_backend_pid() as pid`)[0]).pid
const write = (query: Query, name: string) => failureOf(query`insert into properties (name, value) values (${name}, '')`)

describe.skipIf(!isPostgresInstalled())('a lost connection', () => {
  /** Each leaves the work unaware of the loss, so that it goes on. */
  const losses = ['between two statements', 'during a statement', 'in the network'] as const

  test.each(losses)('%s ends its transaction as an outage that writes nothing', async (loss) => {
    const errors = uncaught()
    const { between, sql, end, runs, written } = await connected()
    const later: unknown[] = []
    const failure = await failureOf(
      inTransaction(sql, async (query) => {
        const pid = await pidOf(query)
        await write(query, `before ${loss}`)
        if (loss === 'between two statements') await end(pid)
        else {
          const [slept, followed] = [failureOf(query`select pg_sleep(30)`), write(query, `with ${loss}`)]
          await runs(pid, longStatement)
          await (loss === 'in the network' ? between.end().then(between.begin) : end(pid))
          later.push(await slept, await followed)
        }
        later.push(await write(query, `after ${loss}`), await write(query, `again ${loss}`))
      }),
    )
    expect(outageCode(failure)).not.toBeNull()
    expect(later).not.toContain(null)
    for (const when of ['before', 'with', 'after', 'again']) expect(await written(`${when} ${loss}`)).toBeNull()
    expect(await inTransaction(sql, (query) => property(query, 'version'))).not.toBeNull()
    expect(errors).toEqual([])
  })

  test('that nothing used is replaced', async () => {
    const errors = uncaught()
    const { sql, end } = await connected()
    const pid = await pidOf(sql)
    await end(pid)
    // The news of the end can arrive after the next statement was sent.
    await vi.waitFor(async () => expect(await pidOf(sql)).not.toBe(pid))
    expect(errors).toEqual([])
  })

  test('is closed in time, although PostgreSQL is silent', { timeout: 20_000 }, async () => {
    const { between, sql } = await connected()
    await Promise.all([sql`select pg_sleep(0.1)`, sql`select pg_sleep(0.1)`])
    between.silence()
    const asked = failureOf(sql`select 1`)
    await pause(50)
    const start = performance.now()
    await sql.end()
    expect(performance.now() - start).toBeLessThan(6000)
    expect(outageCode(await asked)).toBe('CONNECTION_FAILED')
  })
})

describe.skipIf(!isPostgresInstalled())('a transaction', () => {
  test('is not committed after a statement of it has failed, although the work went on', async () => {
    const { sql, written } = await connected()
    const work = inTransaction(sql, async (query) => {
      await write(query, 'before the failure')
      await failureOf(query`select 1 / 0`)
      await write(query, 'after the failure')
    })
    await expect(work).rejects.toMatchObject({ code: '22012' })
    expect([await written('before the failure'), await written('after the failure')]).toEqual([null, null])
  })

  test('ends with the work, so that a statement which comes late runs nowhere', async () => {
    const { sql, written } = await connected()
    const late: Promise<unknown>[] = []
    const work = inTransaction(sql, async (query) => {
      late.push(query`select pg_sleep(0.1)`.then(() => write(query, 'late')))
      throw new Error('The work failed')
    })
    await expect(work).rejects.toThrow('The work failed')
    expect(await Promise.all(late)).toEqual([new Error('The transaction of this statement is over')])
    expect(await written('late')).toBeNull()
  })
})

test.skipIf(!isPostgresInstalled())('a statement that was prepared before a migration runs again after it', async () => {
  const { sql } = await connected()
  await sql.script('create table things (id integer); insert into things values (1)')
  const things = (query: Query) => query`select * from things`
  const all = () => Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? things(sql) : inTransaction(sql, things))))
  expect(await all()).toEqual(Array(30).fill([{ id: 1 }]))
  await sql.script('alter table things add column name text')
  expect(await all()).toEqual(Array(30).fill([{ id: 1, name: null }]))
})
