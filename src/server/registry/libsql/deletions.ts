import type Database from 'libsql'
import * as z from 'zod/mini'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Registry } from '#server/registry/registry.ts'

/** For what is deleted, and for the foreign keys, which SQLite looks up for each row that goes. */
export const deletionSchema = `
  create index claims_by_connection on claims (tenant, connection_id);
  create index connections_by_next_external_id on connections (next_external_id) where next_external_id is not null;
  create index other_external_ids_by_other on other_external_ids (other_id);
  create index handoffs_of_connection on handoffs (connection_id) where connection_id is not null;
  create index events_by_tenant on events (tenant, connection_id);
`

const ClaimedRow = z.object({ external_id: z.string() })
const TenantRow = z.object({ tenant: z.string() })

function hashKeeper(database: Database.Database): (claims: readonly unknown[]) => void {
  const keep = database.prepare('insert into deleted_claims (external_id_sha256) values (?) on conflict do nothing')
  return (claims) => {
    for (const row of claims) keep.run(sha256Hex(ClaimedRow.parse(row).external_id))
  }
}

/** The statements delete in an order in which no row refers to one that is gone. */
function tenantDeletion(database: Database.Database) {
  const ofTenant = '(select id from connections where tenant = :tenant)'
  const statements = [
    `delete from verdicts where connection_id in ${ofTenant}`,
    `delete from other_external_ids where connection_id in ${ofTenant} or other_id in ${ofTenant}`,
    `delete from request_ids where connection_id in ${ofTenant}`,
    `delete from history where connection_id in ${ofTenant}`,
    'delete from handoffs where tenant = :tenant',
    'delete from events where tenant = :tenant',
  ].map((text) => database.prepare(text))
  const connections = database.prepare('delete from connections where tenant = ?')
  const claims = database.prepare('delete from claims where tenant = ? returning external_id')
  const keepHash = hashKeeper(database)
  return database.transaction((tenant: string): number => {
    for (const statement of statements) statement.run({ tenant })
    const { changes } = connections.run(tenant)
    keepHash(claims.all(tenant))
    return changes
  })
}

const claimsOfConnection = 'from claims where tenant = :tenant and connection_id = :id'

/** In the same order. None may scan a table: nothing else runs meanwhile. A link that wasn't opened can have an external ID in its draft. */
export const ofConnection: readonly string[] = [
  'delete from verdicts where connection_id = :id',
  'delete from other_external_ids where connection_id = :id or other_id = :id',
  'delete from request_ids where connection_id = :id',
  'delete from history where connection_id = :id',
  'delete from handoffs where tenant = :tenant and connection_id = :id',
  `delete from handoffs where tenant = :tenant and connection_id is null and json_valid(handoff)
     and handoff ->> '$.draft.externalId' in (select external_id ${claimsOfConnection})`,
  'delete from events where tenant = :tenant and connection_id = :id',
  'delete from connections where tenant = :tenant and id = :id',
  `delete ${claimsOfConnection} returning external_id`,
]

function connectionDeletion(database: Database.Database) {
  const ended = database.prepare('select tenant from connections where id = ? and disconnected_at is not null')
  const statements = ofConnection.map((text) => database.prepare(text))
  const keepHash = hashKeeper(database)
  return database.transaction((id: string): boolean => {
    const row = TenantRow.safeParse(ended.get(id)).data
    if (row === undefined) return false
    for (const statement of statements)
      if (statement.reader) keepHash(statement.all({ ...row, id }))
      else statement.run({ ...row, id })
    return true
  })
}

export function libsqlDeletion(database: Database.Database): Pick<Registry, 'deleteTenant' | 'deleteConnection'> {
  const deleteTenant = tenantDeletion(database)
  const deleteConnection = connectionDeletion(database)
  return { deleteTenant: async (tenant) => deleteTenant.immediate(tenant), deleteConnection: async (id) => deleteConnection.immediate(id) }
}
