import type { UseFormReturn } from 'react-hook-form'
import type { Vendor } from '#core/connection/vendor.ts'
import type { AccountForm } from './account-form.ts'
import { adoptExternalId } from './adopted-external-id.ts'
import { adoptRegion } from './adopted-region.ts'

/** Changes of other fields that follow from a change of one. The external ID depends on the partition, so on the Region. */
export function adopt(form: UseFormReturn<AccountForm>, vendor: Vendor, field: string, text: string): void {
  adoptRegion(form, vendor, field, text)
  adoptExternalId(form, vendor, field)
}
