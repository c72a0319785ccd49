import type { Partition } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'
import type { PermissionSet } from './permission-set.ts'

type Offer = Pick<PermissionSet, 'partitions'>

/** A set that names no partitions is offered in all. */
export const isOfferedIn = ({ partitions }: Offer, partition: Partition): boolean => partitions?.includes(partition) ?? true

/** The sets for customers in a Region. All of them for a text that is none. */
export function offeredSets<Set extends Offer>(sets: readonly Set[], region: string): readonly Set[] {
  const reading = readRegion(region)
  return reading.kind === 'region' ? sets.filter((set) => isOfferedIn(set, reading.partition)) : sets
}

/** The config for customers in one partition. */
export const vendorIn = <Config extends { readonly permissionSets: readonly PermissionSet[] }>(
  config: Config,
  partition: Partition,
): Config => ({
  ...config,
  permissionSets: config.permissionSets.filter((set) => isOfferedIn(set, partition)),
})
