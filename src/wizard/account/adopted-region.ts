import type { UseFormReturn } from 'react-hook-form'
import { namedPartition } from '#core/aws/named-partition.ts'
import type { Partition } from '#core/aws/partition.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { createStore } from '#ui/browser/store.ts'
import type { AccountForm } from './account-form.ts'

type AdoptedRegion = { readonly field: string; readonly region: string; readonly partition: Partition }

/** The last Region that followed from what was pasted, and into which field. */
export const adoptedRegion = createStore<AdoptedRegion | null>(null)

function accountPartition(text: string): Partition | null {
  const reading = readAccountId(text)
  return reading.kind === 'account' ? reading.partition : null
}

/** A role cannot be assumed across partitions, so the partition of an ARN or a URL decides. That of the account goes first. */
export function adoptRegion(form: UseFormReturn<AccountForm>, vendor: Vendor, field: string, text: string): void {
  const ofAccount = accountPartition(form.getValues('accountId'))
  const partition = field === 'accountId' ? ofAccount : (ofAccount ?? namedPartition(text))
  const chosen = readRegion(form.getValues('region'))
  if (partition === null || (chosen.kind === 'region' && chosen.partition === partition)) return
  const fitting = offeredRegions(vendor).find((offered) => offered.partition === partition)
  if (fitting === undefined) return
  form.setValue('region', fitting.region)
  adoptedRegion.replace({ field, region: fitting.region, partition })
}
