import { type Partition, partitionIds } from '#core/aws/partition.ts'
import { applicationPrincipalArns } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { userStatements } from '#core/hosting/user-plan.ts'

/** The simulated IAM user of a vendor whose application calls AWS as one. */
export type VendorUser = { readonly arn: string; readonly accountId: string; readonly userId: string; readonly policy: string }

/** Null if the vendor's application has a role. */
export function vendorUser(vendor: Vendor, partition: Partition): VendorUser | null {
  const accountId = vendor.accounts[partition]
  if (vendor.applicationUser === undefined || accountId === undefined) return null
  const [arn = ''] = applicationPrincipalArns(vendor, partition)
  const policy = { Version: '2012-10-17', Statement: userStatements(vendor, partition, arn) }
  return { arn, accountId, userId: `AIDAUSER${accountId}`, policy: JSON.stringify(policy) }
}

export type UserKey = { readonly accessKeyId: string; readonly secretAccessKey: string }

/** A made-up key, the same every time. The simulator reads no secrets, and AWS knows no such key. */
export function simulatedUserKey(vendor: Vendor, partition: Partition): UserKey | null {
  const user = vendorUser(vendor, partition)
  return user === null ? null : { accessKeyId: `AKIAUSER${user.accountId}`, secretAccessKey: 'simulated' }
}

export const userOfKey = (vendor: Vendor, partition: Partition, accessKeyId: string): VendorUser | null =>
  simulatedUserKey(vendor, partition)?.accessKeyId === accessKeyId ? vendorUser(vendor, partition) : null

export const isVendorUser = (vendor: Vendor, arn: string): boolean =>
  partitionIds.some((partition) => vendorUser(vendor, partition)?.arn === arn)
