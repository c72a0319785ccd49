import type { ComponentProps } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/select-field.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'

type RegionFieldProps = Omit<ComponentProps<typeof SelectField>, 'id' | 'options'> & { vendor: Vendor }

/** Hidden when the vendor offers only one Region. */
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
