import { DatabaseError, Pool, type PoolClient, type PoolConfig } from 'pg'
import * as z from 'zod/mini'

type Value = string | number | boolean | null | readonly string[]

/** SQL without values, for use inside of statements. */
export type Part = { readonly text: string }
export const part = (strings: TemplateStringsArray): Part => ({ text: strings.join('') })

type Statement = { readonly text: string; readonly values: Value[] }
type Row = Readonly<Record<string, unknown>>

/** Runs a statement. Its values are parameters, and never become part of the text. */
type Tag = (strings: TemplateStringsArray, ...values: readonly (Value | Part)[]) => Promise<readonly Row[]>

export type Query = Tag & {
  /** Runs several statements, which can't have values. */
  readonly script: (text: string) => Promise<unknown>
}

/** Runs a statement on one connection. */
type Run = (statement: Statement | string) => Promise<readonly Row[]>

export type Sql = Query & {
  /** Lends a connection. The work is repeated where PostgreSQL chose it to give way, or doesn't know its plans any longer. */
  readonly connected: <Result>(work: (run: Run) => Promise<Result>) => Promise<Result>
  readonly end: () => Promise<void>
}

/** The connection failed, not a statement. */
export class ConnectionFailure extends Error {
  readonly code: string

  constructor(code: string, cause: unknown) {
    super(`There is no connection to PostgreSQL (${code})`, { cause })
    this.code = code
  }
}

const CodedError = z.object({ code: z.string() })
export const sqlCode = (error: unknown): string => CodedError.safeParse(error).data?.code ?? 'no code'

/** Errors of PostgreSQL and of Node have a code. Those of pg itself, all about connections, have none. */
function failureOf(error: unknown): unknown {
  if (error instanceof DatabaseError) return error
  const unnamed = /timeout/.test(String(error)) ? 'CONNECT_TIMEOUT' : 'CONNECTION_FAILED'
  return new ConnectionFailure(CodedError.safeParse(error).data?.code ?? unnamed, error)
}

function statementOf(strings: TemplateStringsArray, given: readonly (Value | Part)[]): Statement {
  const values: Value[] = []
  const placeOf = (value: Value | Part): string =>
    typeof value === 'object' && value !== null && 'text' in value ? value.text : `$${values.push(value)}`
  const text = strings.reduce((before, after, index) => before + placeOf(given[index - 1] ?? null) + after)
  return { text, values }
}

function queryOf(run: Run): Query {
  const tag: Tag = (strings, ...values) => run(statementOf(strings, values))
  return Object.assign(tag, { script: run })
}

/** The texts are those of the templates in the code, so their number is limited. */
const numbers = new Map<string, number>()

/** A statement has one number, so that each connection parses and plans it once. */
function numberOf(text: string): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}

function runOn(client: PoolClient): Run {
  // Behind a pooler, connections of ours share those of PostgreSQL, with their prepared statements.
  const prefix = crypto.randomUUID().slice(0, 8)
  let lost: Error | null = null
  // Tells more than the error of the next statement. Without a listener, a lost connection would end the process.
  client.on('error', (error) => {
    lost ??= error
  })
  return async (statement) => {
    const named = typeof statement === 'string' ? statement : { ...statement, name: `${prefix}_${numberOf(statement.text)}` }
    try {
      const { rows } = await client.query(named)
      return rows
    } catch (error) {
      throw failureOf(lost ?? error)
    }
  }
}

/** All of the work or nothing, on one connection. */
export async function transaction<Result>(run: Run, work: (query: Query) => Promise<Result>): Promise<Result> {
  const failures: unknown[] = []
  let isOver = false
  const query = queryOf(async (statement) => {
    // A part of the work that goes on when another one has failed must not run outside of the transaction.
    if (isOver) throw new Error('The transaction of this statement is over')
    return run(statement).catch((error) => {
      failures.push(error)
      throw error
    })
  })
  // Statements don't wait for each other. If this one failed, they would run outside of a transaction.
  await run('begin')
  try {
    const result = await work(query).finally(() => {
      isOver = true
    })
    if (failures.length > 0) throw failures[0]
    await run('commit')
    return result
  } catch (error) {
    // Fails on a lost connection, where PostgreSQL does it.
    await run('rollback').catch(() => {})
    // The first failure is the reason for all others.
    throw failures[0] ?? error
  }
}

/**
 * Two transactions waited for each other, or one saw what another changed. A migration changed the columns of a prepared statement, or the
 * connection isn't the one that prepared it. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const repeatable = ['40001', '40P01', '0A000', '26000']
const connectionsMaximum = 10
/** After a migration, each connection may have an outdated statement. */
const attemptsMaximum = connectionsMaximum + 1

async function repeated<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!repeatable.includes(sqlCode(error)) || attempt >= attemptsMaximum) throw error
    }
  }
}

const closeTimeoutMs = 5000

async function close(pool: Pool, open: ReadonlyMap<PoolClient, unknown>): Promise<void> {
  const timer = setTimeout(() => {
    for (const client of open.keys()) client.connection.stream.destroy()
  }, closeTimeoutMs)
  await pool.end()
  // The pool has told them to end and waits no longer.
  await Promise.all([...open.keys()].map((client) => new Promise<void>((resume) => client.on('end', resume))))
  clearTimeout(timer)
}

/** Connections that are opened when they are needed. */
export function openSql(config: PoolConfig): Sql {
  const pool = new Pool({ ...config, max: connectionsMaximum, pipeline: true })
  const open = new Map<PoolClient, Run>()
  // A connection that was lost while nothing used it. The next statement opens another one.
  pool.on('error', () => {})
  pool.on('connect', (client) => open.set(client, runOn(client)))
  pool.on('remove', (client) => open.delete(client))

  async function lend<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const client = await pool.connect().catch((error) => {
      throw failureOf(error)
    })
    try {
      const result = await work(open.get(client) ?? runOn(client))
      client.release()
      return result
    } catch (error) {
      // It can be lost, or have an outdated statement, so it is closed.
      client.release(true)
      throw error
    }
  }

  const connected: Sql['connected'] = (work) => repeated(() => lend(work))
  let closing: Promise<void> | null = null
  const end = () => {
    closing ??= close(pool, open)
    return closing
  }
  return Object.assign(
    queryOf((statement) => connected((run) => run(statement))),
    { connected, end },
  )
}
