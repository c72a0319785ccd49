import { cloudFormationTemplate } from '#core/artefacts/cloudformation-template.ts'
import type { CloudFormationTemplate } from '#core/artefacts/versioned-template.ts'
import { type Partition, partitionIds, partitions } from '#core/partition.ts'
import { readRegion } from '#core/region.ts'
import type { Vendor } from '#core/vendor.ts'

type Place = { readonly bucket: string; readonly region: string }

export type PublishedTemplate = {
  readonly partition: Partition
  readonly template: CloudFormationTemplate
  /** Holds the template's version, so that an object is never replaced by another. */
  readonly key: string
  /** The bucket of the config's URL, or null where there is none that CloudFormation takes. */
  readonly place: Place | null
  /** What the config should say. */
  readonly url: string
  readonly isCurrent: boolean
}

/**
 * Bucket and region of a template URL. Website endpoints and hosts outside S3 are refused, as CloudFormation does.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
export function templatePlace(url: string, partition: Partition): Place | null {
  const [, host = ''] = /^https:\/\/([^/]+)\/./.exec(url) ?? []
  const [, bucket, region] = /^([a-z0-9][a-z0-9.-]+)\.s3\.([a-z0-9-]+)\.[a-z.]+$/.exec(host) ?? []
  if (bucket === undefined || region === undefined) return null
  const reading = readRegion(region)
  const isThere =
    reading.kind === 'region' && reading.partition === partition && host.endsWith(`.s3.${region}.${partitions[partition].dnsSuffix}`)
  return isThere ? { bucket, region } : null
}

const templateKey = (version: string): string => `rolebridge/${version.slice(0, 16)}/role.yaml`

function publishedTemplate(vendor: Vendor, partition: Partition): PublishedTemplate {
  const template = cloudFormationTemplate(vendor, partition)
  const key = templateKey(template.version)
  const configured = vendor.templates[partition]
  const place = configured === undefined ? null : templatePlace(configured, partition)
  const { bucket, region } = place ?? { bucket: 'YOUR-BUCKET', region: partitions[partition].homeRegion }
  const url = `https://${bucket}.s3.${region}.${partitions[partition].dnsSuffix}/${key}`
  return { partition, template, key, place, url, isCurrent: configured === url }
}

/** The template of each partition that the vendor has an account in, and where it belongs. */
export function publishedTemplates(vendor: Vendor): readonly PublishedTemplate[] {
  return partitionIds
    .filter((partition) => vendor.accounts[partition] !== undefined)
    .map((partition) => publishedTemplate(vendor, partition))
}
