import { afterAll, beforeAll } from 'vitest'
import { type Engine, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { connect, inTransaction, migrate } from './database.ts'

/** A PostgreSQL with its tables for all tests of the file, where it is installed. Returns how to get its URL in a test. */
export function migratedPostgres(): () => string {
  // Engines and deadlines take longer on a busy machine.
  let engine: Engine | null = null

  beforeAll(async () => {
    if (!isPostgresInstalled()) return
    engine = await startPostgres()
    const sql = connect(engine.url)
    await inTransaction(sql, migrate)
    await sql.end()
  }, 60_000)

  afterAll(() => engine?.stop())

  return () => engine?.url ?? ''
}
