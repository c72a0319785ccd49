import { partitions } from './partition.ts'
import { partitionOf, type Region } from './region.ts'
import type { Vendor } from './vendor.ts'

/** The regions that the vendor lists and has an account for. */
export function offeredRegions(vendor: Vendor): readonly { readonly region: Region; readonly partitionTitle: string }[] {
  return vendor.regions
    .filter((region) => vendor.accounts[partitionOf(region)] !== undefined)
    .map((region) => ({ region, partitionTitle: partitions[partitionOf(region)].title }))
}
