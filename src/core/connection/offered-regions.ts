import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { Vendor } from './vendor.ts'

/** The regions that the vendor lists and has an account for. */
export function offeredRegions(vendor: Vendor): readonly { readonly region: Region; readonly partition: Partition }[] {
  return vendor.regions
    .map((region) => ({ region, partition: partitionOf(region) }))
    .filter(({ partition }) => vendor.accounts[partition] !== undefined)
}
