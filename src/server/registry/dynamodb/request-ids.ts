import type { FoundVerdict } from '#server/registry/registry.ts'
import { type RequestIds, searchedRequests } from '#server/registry/request-ids.ts'
import { connectionIdOf, requestEntry, requestKey } from './connection-documents.ts'
import type { Documents, Write } from './documents.ts'

/** One item for each request ID, among those of the connection, so that it is deleted with them. The index finds it without a scan. */
export function requestIdWrites(id: string, found: FoundVerdict): readonly Write[] {
  const { requestIds, expiresAt } = searchedRequests(found)
  return requestIds.map((requestId) => ({
    ...requestKey(id, requestId),
    kind: 'put' as const,
    value: null,
    over: null,
    change: requestEntry(id, requestId),
    expiresAt,
  }))
}

/** A request ID belongs to one call. */
const connectionsMaximum = 10

export async function connectionsOfRequest(table: Documents, requestId: string): Promise<readonly string[]> {
  const { partition } = requestEntry('', requestId)
  const found = await table.queryIndex('changes', partition, { after: '', before: '\uffff', limit: connectionsMaximum })
  return found.map(connectionIdOf)
}

/** The table removes them. */
export const dynamoDbRequestIds: RequestIds = { removeExpired: async () => {} }
