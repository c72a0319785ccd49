import type { AccountId } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'

export type RolloutAccount = {
  readonly plan: RolePlan
  /** What the customer calls the account. */
  readonly name: string | null
}

/** The role plans of several accounts of one partition: neither a stack set nor credentials reach across partitions. */
export type Rollout = {
  readonly vendor: Vendor
  readonly partition: Partition
  /** Each account once. */
  readonly accounts: readonly [RolloutAccount, ...RolloutAccount[]]
  /** The management account of the organization, which stack sets leave out, as far as it is known. */
  readonly managementAccountId: AccountId | null
}

const isFilled = <Value>(values: readonly Value[]): values is readonly [Value, ...Value[]] => values.length > 0

/** One for each partition that the connections are in. Of several connections of one account the last counts: they share the name of the role. */
export function rollouts(connections: readonly Connection[], vendor: Vendor): readonly Rollout[] {
  const byPartition = new Map<Partition, Map<AccountId, RolloutAccount>>()
  for (const connection of connections) {
    const partition = partitionOf(connection.region)
    const accounts = byPartition.get(partition) ?? new Map<AccountId, RolloutAccount>()
    byPartition.set(partition, accounts)
    accounts.delete(connection.accountId)
    accounts.set(connection.accountId, { plan: rolePlan(connection, vendor), name: connection.name ?? null })
  }
  return [...byPartition].flatMap(([partition, found]) => {
    const accounts = [...found.values()]
    return isFilled(accounts) ? [{ vendor, partition, accounts, managementAccountId: null }] : []
  })
}
