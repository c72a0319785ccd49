import type { ComponentProps } from 'react'
import { offeredRegions } from '#core/connection/offered-regions.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/fields.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'

type RegionFieldProps = Omit<ComponentProps<typeof SelectField>, 'id' | 'options'> & { vendor: Vendor }

/** Nothing where the vendor offers one Region alone. */
export function RegionField({ vendor, ...field }: RegionFieldProps) {
  const regions = offeredRegions(vendor)
  if (regions.length < 2) return null
  return (
    <SelectField
      {...field}
      id="region"
      options={regions.map(({ region, partition }) => ({
        value: region,
        label: region,
        group: localized(shellMessages).partitions[partition],
      }))}
    />
  )
}
