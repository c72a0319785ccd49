import * as z from 'zod/mini'
import { type Partition, partitionIds, partitions } from './partition.ts'

type RegionReading =
  | { readonly kind: 'region'; readonly partition: Partition }
  | { readonly kind: 'refused'; readonly reason: 'region-isolated' | 'region-unknown' }

const isolatedRegion = /^(us-iso[a-z]?|eu-isoe)-\w+-\d+$/

/** The partition is derived from the region, never from what a user says: AssumeRole does not cross partitions. */
export function readRegion(text: string): RegionReading {
  const partition = partitionIds.find((id) => partitions[id].regionPattern.test(text))
  if (partition) return { kind: 'region', partition }
  return { kind: 'refused', reason: isolatedRegion.test(text) ? 'region-isolated' : 'region-unknown' }
}

/** A region of a public partition, for example `eu-central-1`. */
export const Region = z
  .string({ error: 'region-unknown' })
  .check(
    z.superRefine((text, context) => {
      const reading = readRegion(text)
      if (reading.kind === 'refused') context.addIssue({ code: 'custom', message: reading.reason })
    }),
  )
  .brand<'Region'>()
export type Region = z.infer<typeof Region>

export function partitionOf(region: Region): Partition {
  const reading = readRegion(region)
  if (reading.kind === 'refused') throw new Error(`Not a region: ${region}`)
  return reading.partition
}
