import type { AwsIdentity } from '#server/config/environment.ts'
import { libsqlHandoffRecords, libsqlSessionRecords } from './records-libsql.ts'
import type { Registry } from './registry.ts'
import { claims, connectionOf } from './registry-claims.ts'
import { closeRegistryDatabase, inMemory, openRegistryDatabase } from './registry-database.ts'
import { faultFinder, registryFault } from './registry-fault.ts'
import { connectionList } from './registry-list.ts'
import { PartitionRow, requestedColumns, type UnreadableReport } from './registry-rows.ts'
import { libsqlOtherExternalIds, verdicts } from './registry-verdicts.ts'

type RegistryOptions = {
  readonly report?: UnreadableReport
  /** Null accepts every AWS. */
  readonly aws?: AwsIdentity | null
}

/** The registry in one file, or in memory for `:memory:`. */
export function libsqlRegistry(path: string, { report = () => {}, aws = null }: RegistryOptions = {}): Registry {
  const database = openRegistryDatabase(path, aws)
  const list = connectionList(database, report)
  const find = database.prepare('select * from connections where tenant = ? and id = ?')
  const partitions = database.prepare('select distinct partition from connections')
  const update = database.prepare('update connections set permissions = ?, permissions_policy = ? where tenant = ? and id = ? returning *')
  const others = libsqlOtherExternalIds(database)
  const finder = path === inMemory ? null : faultFinder(path)
  return {
    ...claims(database, report),
    ...verdicts(database, others, report),
    find: async (tenant, id) => connectionOf(find.get(tenant, id), report),
    list: async (tenant, page) => list(tenant, page),
    partitions: async () => partitions.all().flatMap((row) => PartitionRow.safeParse(row).data?.partition ?? []),
    updatePermissions: async (tenant, id, change) => {
      const [permissions, , permissionsPolicy] = requestedColumns(change)
      return connectionOf(update.get(permissions, permissionsPolicy, tenant, id), report)
    },
    otherExternalIds: async (tenant, connection) => others.list(tenant, connection),
    accountUse: async (tenant, accountId, partition) => others.accountUse(tenant, accountId, partition),
    handoffs: libsqlHandoffRecords(database, report),
    sessions: libsqlSessionRecords(database),
    fault: async () => (finder === null ? registryFault(database) : finder.fault()),
    close: () => {
      finder?.close()
      closeRegistryDatabase(database)
    },
  }
}
