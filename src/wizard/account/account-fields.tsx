import { accountIdInGroups, readAccountId } from '#core/account-id.ts'
import { proposedExternalId } from '#core/external-id.ts'
import { offeredRegions } from '#core/offered-regions.ts'
import type { Partition } from '#core/partition.ts'
import { partitionOf, readRegion } from '#core/region.ts'
import type { Vendor } from '#core/vendor.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { accountWords as words } from '../words/account.ts'
import { partitionTitle } from '../words/plain.ts'
import { keepAccountDraft, randomBytes } from './account-draft.ts'
import type { AccountFieldsProps } from './account-screen.tsx'
import { registered } from './registered.ts'

export function AccountFields(props: AccountFieldsProps) {
  return (
    <>
      <AccountIdField {...props} />
      <ExternalIdField {...props} />
      <RegionField {...props} />
    </>
  )
}

function AccountIdField({ vendor, form, typed, errorOf }: AccountFieldsProps) {
  return (
    <TextField
      id="accountId"
      label={words.accountId.label}
      hint={words.accountId.hint}
      error={errorOf('accountId')}
      note={<AccountIdNote vendor={vendor} typed={typed.accountId} region={typed.region} />}
      isMono
      {...registered(form, 'accountId')}
    />
  )
}

function AccountIdNote({ vendor, typed, region }: { vendor: Vendor; typed: string; region: string }) {
  const reading = readAccountId(typed)
  const chosen = readRegion(region)
  if (reading.kind === 'refused' || chosen.kind === 'refused') return null
  const crossed = crossedPartition(reading.partition, chosen.partition)
  if (crossed !== null) {
    const offered = offeredRegions(vendor).map((offer) => offer.region)
    const fitting = offered.filter((candidate) => partitionOf(candidate) === crossed)
    const text = words.accountId.otherPartition(partitionTitle(crossed), partitionTitle(chosen.partition), fitting)
    return <span className="other-partition">{text}</span>
  }
  return <span>{words.accountId.read(accountIdInGroups(reading.accountId), reading.source, partitionTitle(chosen.partition))}</span>
}

function crossedPartition(found: Partition | null, chosen: Partition): Partition | null {
  return found === null || found === chosen ? null : found
}

function ExternalIdField({ vendor, form, errorOf }: AccountFieldsProps) {
  const { mode } = vendor.externalId
  if (mode === 'issued') {
    return (
      <div className="issued-external-id">
        <p>
          <b>{words.externalId.issuedTitle}</b>
        </p>
        <p className="hint">{words.externalId.issued(vendor.name)}</p>
      </div>
    )
  }
  const isChosen = mode === 'chosen'
  const propose = () => {
    form.setValue('externalId', proposedExternalId(randomBytes))
    keepAccountDraft(form.getValues())
  }
  return (
    <TextField
      id="externalId"
      label={isChosen ? words.externalId.label : words.externalId.suffixLabel}
      hint={isChosen ? words.externalId.hint : words.externalId.suffixHint}
      error={errorOf('externalId')}
      isMono
      action={
        isChosen ? (
          <Button onClick={propose} aria-label={words.externalId.anotherName}>
            {words.externalId.another}
          </Button>
        ) : undefined
      }
      {...registered(form, 'externalId')}
    />
  )
}

function RegionField({ vendor, form, errorOf }: AccountFieldsProps) {
  const regions = offeredRegions(vendor)
  if (regions.length < 2) return null
  return (
    <SelectField
      id="region"
      label={words.region.label}
      hint={words.region.hint}
      error={errorOf('region')}
      options={regions.map(({ region, partitionTitle }) => ({ value: region, label: region, group: partitionTitle }))}
      {...registered(form, 'region')}
    />
  )
}
