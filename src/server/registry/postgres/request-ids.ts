import type { FoundVerdict } from '#server/registry/registry.ts'
import { type RequestIds, searchedRequests } from '#server/registry/request-ids.ts'
import type { Query, Sql } from './sql.ts'

/** It refers to no row, because a copy of an earlier version deletes a tenant without this table. What is left expires. */
export const requestIdsSchema = `
  create table request_ids (
    request_id text not null,
    connection_id text collate "C" not null,
    expires_at text collate "C" not null,
    primary key (request_id, connection_id)
  );
  create index request_ids_by_connection on request_ids (connection_id);
  create index request_ids_by_expiry on request_ids (expires_at);
  `

/** A part of the transaction of the verdict, in one statement. */
export async function saveRequestIds(query: Query, id: string, found: FoundVerdict): Promise<void> {
  const { requestIds, expiresAt } = searchedRequests(found)
  if (requestIds.length === 0) return
  await query`
    insert into request_ids (request_id, connection_id, expires_at)
    select request_id, ${id}, ${expiresAt} from json_array_elements_text(${JSON.stringify(requestIds)}::json) as request_id
    on conflict do nothing`
}

export const postgresRequestIds = (sql: Sql): RequestIds => ({
  removeExpired: async (now) => {
    await sql`delete from request_ids where expires_at <= ${now}`
  },
})
