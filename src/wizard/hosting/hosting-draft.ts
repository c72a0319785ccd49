import * as z from 'zod/mini'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { exampleChoice, examplesIn, type HostingPlan, hostingPlan, mainRole } from '#core/hosting/hosting-plan.ts'
import { type HostingTexts, readHostingTexts } from '#core/hosting/hosting-values.ts'

/** The texts of the fields, as they are typed. */
export type HostingDraft = HostingTexts & { readonly region: Region }

/** Typed values. All others are examples in the vendor's name. */
export const TypedFields = z.record(z.string(), z.string())
export type TypedFields = z.infer<typeof TypedFields>

/** The fields with the examples of the config and of the Region where nothing was typed. */
export function hostingDraft(typed: TypedFields, vendor: Vendor): HostingDraft {
  const first = exampleChoice(vendor)
  const region = offeredRegions(vendor).find((offered) => offered.region === typed['region'])?.region ?? first.region
  const { tables, buckets, region: _, ...rest } = examplesIn(vendor, region)
  const examples = { ...rest, tables: tables.join(', '), buckets: buckets.join(', '), registryTable: first.registryTable ?? '' }
  const own = Object.fromEntries(Object.entries(typed).filter(([name]) => Object.hasOwn(examples, name)))
  return { ...examples, ...own, region }
}

export const draftReading = (draft: HostingDraft, vendor: Vendor) =>
  readHostingTexts(vendor, { platform: vendor.hosting, region: draft.region }, draft)

/** The plan for a connection of the Region. The application has another role, and may have another trust anchor, in each partition. */
export function planForRegion(plan: HostingPlan, typed: TypedFields, region: Region, role = mainRole(plan.vendor)): HostingPlan {
  if (partitionOf(region) === plan.partition) return plan
  const { vendor } = plan
  return hostingPlan(vendor, draftReading(hostingDraft({ ...typed, region }, vendor), vendor).choice, role)
}
