import type Database from 'libsql'
import type { FoundVerdict } from '#server/registry/registry.ts'
import { type RequestIds, searchedRequests } from '#server/registry/request-ids.ts'
import { written } from './locks.ts'

/** It refers to no row, because a copy of an earlier version deletes a tenant without this table. What is left expires. */
export const requestIdsSchema = `
  create table request_ids (
    request_id text not null,
    connection_id text not null,
    expires_at text not null,
    primary key (request_id, connection_id)
  ) strict, without rowid;
  create index request_ids_by_connection on request_ids (connection_id);
  create index request_ids_by_expiry on request_ids (expires_at);
`

/** A part of the transaction of the verdict. */
export function requestIdWriter(database: Database.Database): (id: string, found: FoundVerdict) => void {
  const insert = database.prepare('insert into request_ids (request_id, connection_id, expires_at) values (?, ?, ?) on conflict do nothing')
  return (id, found) => {
    const { requestIds, expiresAt } = searchedRequests(found)
    for (const requestId of requestIds) insert.run(requestId, id, expiresAt)
  }
}

export function libsqlRequestIds(database: Database.Database): RequestIds {
  const removeExpired = database.prepare('delete from request_ids where expires_at <= ?')
  const remove = written(database, (now: string) => void removeExpired.run(now))
  return { removeExpired: async (now) => remove(now) }
}
