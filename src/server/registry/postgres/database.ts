import * as z from 'zod/mini'
import { readyMark } from '#server/registry/registry-rows.ts'
import { connectionOptions, type Limits } from './connection-options.ts'
import { migrations, oldestCompatible } from './schema.ts'
import { ConnectionFailure, openSql, type Query, type Sql, sqlCode, transaction } from './sql.ts'

/** All of it or nothing. */
export const inTransaction = <Result>(sql: Sql, work: (query: Query) => Promise<Result>): Promise<Result> =>
  sql.connected((run) => transaction(run, work))

/** Until the end of the transaction, no other one of this name runs. */
export async function lock(query: Query, name: string): Promise<void> {
  await query`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Shorter than the deadline of a call, so that the connection is free again and the log says what was late. */
const statementTimeoutMs = 8000
/** A copy that was frozen holds its locks no longer. */
const idleTransactionTimeoutMs = 10_000

const requestLimits = {
  statement_timeout: statementTimeoutMs,
  idle_in_transaction_session_timeout: idleTransactionTimeoutMs,
}

/** A migration may take long, but not wait long for another one. */
export const migrationLimits = { lock_timeout: 60_000 }

export const connect = (url: string, limits: Limits = requestLimits): Sql => openSql(connectionOptions(url, limits))

/**
 * Classes of SQLSTATE: no connection, no resources, stopped by an operator or by a limit, other transactions in the way, a copy that is not
 * the primary. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const outage = /^(?:08...|53...|57P0.|57014|55P03|25P0[34]|40001|40P01|25006)$/

/** The code of an error which means that the database can't be used at present. Null for every other one. */
export function outageCode(error: unknown): string | null {
  const code = sqlCode(error)
  return error instanceof ConnectionFailure || outage.test(code) ? code : null
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
  for (const step of migrations.slice(version)) await query.script(step)
  await setProperty(query, 'version', String(migrations.length))
  await setProperty(query, 'compatible-from', String(oldestCompatible))
}

const TimeRow = z.object({ at: z.date() })

export async function time(sql: Sql): Promise<Date> {
  const [row] = await sql`select clock_timestamp() as at`
  return TimeRow.parse(row).at
}

/** Writes the same row each time and reads it back. Another copy can write it in between, so it only has to differ from before. */
export async function fault(sql: Sql): Promise<string | null> {
  try {
    const before = await property(sql, 'ready')
    await setProperty(sql, 'ready', readyMark())
    return (await property(sql, 'ready')) === before ? 'does not keep written data' : null
  } catch (error) {
    return `can’t be written (${sqlCode(error)})`
  }
}
