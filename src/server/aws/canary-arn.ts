import { roleArn } from '#core/aws/arn.ts'
import { type Partition, partitionIds } from '#core/aws/partition.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Profiles } from '#server/config/environment.ts'

function faultIn(vendor: Vendor, partition: Partition, arn: string): string | null {
  const accountId = vendor.accounts[partition]
  if (accountId === undefined) return `The canary role ${arn} is in ${partition}, where the vendor config names no account.`
  const { name: roleName, path } = vendor.role
  const expected = roleArn({ partition, accountId, roleName, path })
  if (arn === expected) return null
  return `The canary role must have the name and path of the customers' roles and be in your own account: set it to ${expected}, not ${arn}.`
}

/** A canary under another name says nothing about the calls for customers' roles, because policies name those. */
export function canaryFaults(vendor: Vendor, canaryRoleArns: Profiles): readonly string[] {
  return partitionIds.flatMap((partition) => {
    const arn = canaryRoleArns[partition]
    return arn === undefined ? [] : (faultIn(vendor, partition, arn) ?? [])
  })
}
