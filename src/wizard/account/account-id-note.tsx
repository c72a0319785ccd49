import { type AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { keepListText, listText } from '#wizard/app/account-list-draft.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { RegionNote, useAdoptedRegion } from './field-notes.tsx'
import { accountIdNoteMessages } from './role-preview-messages.ts'

export type AccountIdNoteProps = { readonly vendor: Vendor; readonly typed: string; readonly region: string }

/** The account ID found in the input, or its partition when that is not the partition of the Region. */
export function AccountIdNote({ vendor, typed, region }: AccountIdNoteProps) {
  const words = localized(accountIdNoteMessages)
  const changed = useAdoptedRegion('accountId', region)
  const reading = readAccountId(typed)
  const chosen = readRegion(region)
  if (reading.kind === 'refused') return reading.accountIds.length > 1 ? <Several {...reading} /> : null
  if (chosen.kind === 'refused') return null
  const crossed = crossedPartition(reading.partition, chosen.partition)
  if (crossed !== null) {
    const offered = offeredRegions(vendor).map((offer) => offer.region)
    const fitting = offered.filter((candidate) => partitionOf(candidate) === crossed)
    const text = words.otherPartition(localized(shellMessages).partitions[crossed], fitting)
    return <span className="other-partition">{text}</span>
  }
  const account = accountIdInGroups(reading.accountId)
  if (changed !== null) return <RegionNote text={`${words.read(account, reading.source, null)}. ${changed}`} />
  return (
    <span>
      {words.read(account, reading.source, chosen.partition === 'aws' ? null : localized(shellMessages).partitions[chosen.partition])}
    </span>
  )
}

/** The list takes them over. */
function Several({ accountIds }: { readonly accountIds: readonly AccountId[] }) {
  const words = localized(accountIdNoteMessages)
  return (
    <>
      <span>{words.several(accountIds.map(accountIdInGroups))}</span>{' '}
      <a href={routeHash({ kind: 'account-list' })} onClick={() => listAccounts(accountIds.join(' '))}>
        {words.connectAll}
      </a>
    </>
  )
}

/** Puts the accounts of a text that has several into the list. */
export function listAccounts(text: string): void {
  const reading = readAccountId(text)
  if (reading.kind === 'account' || reading.accountIds.length < 2) return
  const lines = listText().split('\n')
  const missing = reading.accountIds.filter((accountId) => !lines.includes(accountId))
  keepListText([...lines, ...missing].filter((line) => line !== '').join('\n'))
}

function crossedPartition(found: Partition | null, chosen: Partition): Partition | null {
  return found === null || found === chosen ? null : found
}
