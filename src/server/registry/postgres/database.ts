import postgres from 'postgres'
import * as z from 'zod/mini'
import { migrations, oldestCompatible } from './schema.ts'

export type Sql = postgres.Sql
export type Query = postgres.Sql | postgres.TransactionSql

const SqlFault = z.object({ code: z.string() })
export const sqlCode = (error: unknown): string => SqlFault.safeParse(error).data?.code ?? 'no code'

/** Two transactions waited for each other, or one saw what another changed. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const repeatable = ['40001', '40P01']
const attemptsMaximum = 10

/** All of it or nothing. Repeated where PostgreSQL chose it to give way to another. */
export async function inTransaction<Result>(sql: Sql, work: (query: postgres.TransactionSql) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // An array of promises would be another result, so it is wrapped.
      const { result } = await sql.begin(async (query) => ({ result: await work(query) }))
      return result
    } catch (error) {
      if (!repeatable.includes(sqlCode(error)) || attempt >= attemptsMaximum) throw error
    }
  }
}

/** Until the end of the transaction, no other one of this name runs. */
export async function lock(query: Query, name: string): Promise<void> {
  await query`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

const connectTimeoutSeconds = 10

export function connect(url: string): Sql {
  return postgres(url, { connect_timeout: connectTimeoutSeconds, onnotice: () => {}, connection: { application_name: 'rolebridge' } })
}

const ValueRow = z.object({ value: z.string() })

export async function property(query: Query, name: string): Promise<string | null> {
  const [row] = await query`select value from properties where name = ${name}`
  return ValueRow.safeParse(row).data?.value ?? null
}

export async function setProperty(query: Query, name: string, value: string): Promise<void> {
  await query`insert into properties (name, value) values (${name}, ${value}) on conflict (name) do update set value = excluded.value`
}

const ExistsRow = z.object({ exists: z.boolean() })

/** False where `migrate` never ran. */
export async function isMarked(query: Query): Promise<boolean> {
  const [row] = await query`select to_regclass('properties') is not null as exists`
  return ExistsRow.parse(row).exists && (await property(query, 'version')) !== null
}

/** Several copies can start at the same time. The same transaction can take it again. */
export const lockMigrations = (query: Query): Promise<void> => lock(query, 'rolebridge migrations')

/** Brings the tables up to date. */
export async function migrate(query: Query): Promise<void> {
  await lockMigrations(query)
  await query`create table if not exists properties (name text primary key, value text not null)`
  const version = Number((await property(query, 'version')) ?? 0)
  const compatibleFrom = Number((await property(query, 'compatible-from')) ?? 0)
  if (version > migrations.length && compatibleFrom > migrations.length)
    throw new Error(`The registry was written by a newer version (schema ${version}). Upgrade this server.`)
  if (version >= migrations.length) return
  for (const step of migrations.slice(version)) await query.unsafe(step)
  await setProperty(query, 'version', String(migrations.length))
  await setProperty(query, 'compatible-from', String(oldestCompatible))
}

/** Writes the same row each time and reads it back. Null: both work. */
export async function fault(sql: Sql): Promise<string | null> {
  const written = new Date().toISOString()
  try {
    await setProperty(sql, 'ready', written)
    const read = await property(sql, 'ready')
    return read === null || read < written ? 'does not keep written data' : null
  } catch (error) {
    return `can’t be written (${sqlCode(error)})`
  }
}
