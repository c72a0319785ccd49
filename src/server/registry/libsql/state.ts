import type Database from 'libsql'
import * as z from 'zod/mini'
import { boundedCache } from '#server/registry/bounded-cache.ts'
import type { ConnectionState, Registry } from '#server/registry/registry.ts'
import { together } from './together.ts'

export const versionSchema = 'alter table connections add column version integer not null default 0'

/**
 * Every write of a connection or of its verdict raises the version, also one by an earlier copy of the server or by hand. The first
 * trigger ignores what the triggers write.
 */
export const versionTriggers = `
  create trigger if not exists connection_written after update on connections when new.version = old.version
  begin update connections set version = version + 1 where rowid = new.rowid; end;
  create trigger if not exists verdict_added after insert on verdicts
  begin update connections set version = version + 1 where id = new.connection_id; end;
  create trigger if not exists verdict_written after update on verdicts
  begin update connections set version = version + 1 where id = new.connection_id; end;
  create trigger if not exists verdict_deleted after delete on verdicts
  begin update connections set version = version + 1 where id = old.connection_id; end;
`

const statesMaximum = 5000

/** The number of the question, the version, and 1 where another tenant names the same role. */
const Versions = z.array(z.tuple([z.int(), z.int(), z.int()]))

type Reads = Pick<Registry, 'find' | 'lastVerdict' | 'otherExternalIds'>

/** Reads a connection and its verdict again only if their version has changed. Connections of others are never remembered. */
export function libsqlState(database: Database.Database, { find, lastVerdict, otherExternalIds }: Reads): Registry['state'] {
  const versionOf = together(
    database
      .prepare(
        `select json_group_array(json_array(
           asked.key, c.version, exists (select 1 from connections o where o.role_arn = c.role_arn and o.tenant <> c.tenant)
         )) from json_each(?) asked
         join connections c on c.id = asked.value ->> 0 and c.tenant = asked.value ->> 1 and c.disconnected_at is null`,
      )
      .raw(),
    Versions,
  )
  const known = boundedCache<{ readonly version: number; readonly state: ConnectionState }>(statesMaximum)

  async function read(tenant: string, id: string, version: number): Promise<ConnectionState | null> {
    const connection = await find(tenant, id)
    if (connection === null) return null
    const state = { connection, last: await lastVerdict(id), others: [] }
    known.set(id, { version, state })
    return state
  }

  return async (tenant, id) => {
    const row = await versionOf(id, tenant)
    if (row === null) return null
    const [, version, hasOthers] = row
    const before = known.get(id)
    // A write between two of these reads leaves a newer state under an older version, which is then read again.
    const state = before?.version === version ? before.state : await read(tenant, id, version)
    return state === null || hasOthers === 0 ? state : { ...state, others: await otherExternalIds(tenant, state.connection) }
  }
}
