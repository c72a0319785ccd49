import type Database from 'libsql'
import type { Connection } from '#core/connection/connection.ts'
import type { ListedConnection, StoredCheck } from '#server/registry/connection-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { IdRow, NumberRow, readable, readConnection, StoredCheckRow, type UnreadableReport } from '#server/registry/registry-rows.ts'

/** The row number, for rows in a damaged page whose ID is lost. */
const numberPlace = /^#(\d{1,15})$/

type Read = { readonly place: string; readonly entry: ListedConnection | null }

/**
 * One page of a tenant's connections. Rows are numbered by an index and read one by one, so that a row that cannot be read costs only
 * itself, whether its content or its page in the file is damaged.
 */
export function connectionList(database: Database.Database, report: UnreadableReport): Registry['list'] {
  const numberOf = database.prepare('select rowid as number from connections where id = ? and tenant = ?')
  // Only this index has all that the query reads, so that a damaged page of the table doesn't stop it.
  const numbers = database.prepare(
    'select rowid as number from connections indexed by connected_connections where tenant = ? and rowid > ? and disconnected_at is null order by rowid limit ?',
  )
  const storedCheck = database.prepare('select connection_id, verdict, remembered, asked from verdicts where connection_id = ?')
  const byNumber = database.prepare('select * from connections where rowid = ?')

  function startOf(tenant: string, after: string | null): number | null {
    if (after === null) return 0
    const given = numberPlace.exec(after)?.[1]
    if (given !== undefined) return Number(given)
    const row = numberOf.get(after, tenant)
    return row === undefined || row === null ? null : NumberRow.parse(row).number
  }

  function checkOf(id: string): StoredCheck | null {
    const row = storedCheck.get(id)
    return row === undefined || row === null ? null : StoredCheckRow.parse(row)
  }

  function entryOf(connection: Connection): ListedConnection {
    const { id } = connection
    return { connection, check: readable(() => checkOf(id), { table: 'verdicts', id }, report) }
  }

  function read(number: number): Read {
    const place = `#${number}`
    const row = readable(() => byNumber.get(number), { table: 'connections', id: place }, report)
    const id = IdRow.safeParse(row).data?.id
    if (id === undefined) return { place, entry: null }
    const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
    return { place: id, entry: connection && entryOf(connection) }
  }

  async function readAll(numbers: readonly number[]): Promise<readonly Read[]> {
    const rows: Read[] = []
    const turn = inShortTurns()
    for (const number of numbers) {
      await turn()
      rows.push(read(number))
    }
    return rows
  }

  return async (tenant, { after, limit }) => {
    const start = startOf(tenant, after)
    if (start === null) return null
    const found = numbers.all(tenant, start, limit + 1).map((row) => NumberRow.parse(row).number)
    const rows = await readAll(found.slice(0, limit))
    const entries = rows.flatMap(({ entry }) => entry ?? [])
    return { entries, unreadable: rows.length - entries.length, next: found.length > limit ? (rows.at(-1)?.place ?? null) : null }
  }
}
