import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { accountIdNoteMessages } from './role-preview-messages.ts'

export type AccountIdNoteProps = { readonly vendor: Vendor; readonly typed: string; readonly region: string }

/** The account ID found in the input, or its partition when that is not the partition of the Region. */
export function AccountIdNote({ vendor, typed, region }: AccountIdNoteProps) {
  const words = localized(accountIdNoteMessages)
  const reading = readAccountId(typed)
  const chosen = readRegion(region)
  if (reading.kind === 'refused' || chosen.kind === 'refused') return null
  const crossed = crossedPartition(reading.partition, chosen.partition)
  if (crossed !== null) {
    const offered = offeredRegions(vendor).map((offer) => offer.region)
    const fitting = offered.filter((candidate) => partitionOf(candidate) === crossed)
    const text = words.otherPartition(localized(shellMessages).partitions[crossed], fitting)
    return <span className="other-partition">{text}</span>
  }
  return (
    <span>
      {words.read(
        accountIdInGroups(reading.accountId),
        reading.source,
        chosen.partition === 'aws' ? null : localized(shellMessages).partitions[chosen.partition],
      )}
    </span>
  )
}

function crossedPartition(found: Partition | null, chosen: Partition): Partition | null {
  return found === null || found === chosen ? null : found
}
