import { type Partition, partitions } from './partition.ts'
import { readRegion } from './region.ts'

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
