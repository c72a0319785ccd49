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

export type TemplatePlace = { readonly bucket: string; readonly region: string }

/**
 * Bucket and region of a template URL. Website endpoints and hosts outside S3 are refused, as CloudFormation does.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
export function templatePlace(url: string, partition: Partition): TemplatePlace | null {
  const [, host = ''] = /^https:\/\/([^/]+)\/./.exec(url) ?? []
  const [, bucket, region] = /^([a-z0-9][a-z0-9.-]+)\.s3\.([a-z0-9-]+)\.[a-z.]+$/.exec(host) ?? []
  if (bucket === undefined || region === undefined) return null
  const reading = readRegion(region)
  const isThere =
    reading.kind === 'region' && reading.partition === partition && host.endsWith(`.s3.${region}.${partitions[partition].dnsSuffix}`)
  return isThere ? { bucket, region } : null
}
