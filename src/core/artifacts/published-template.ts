import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { type TemplatePlace, templatePlace } from '#core/connection/template-place.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'
import type { CloudFormationTemplate } from './versioned-template.ts'

export type PublishedTemplate = {
  readonly partition: Partition
  readonly template: CloudFormationTemplate
  /** Holds the template's version, so that an object is never replaced by another. */
  readonly key: string
  /** The bucket of the config's URL, or null where there is none that CloudFormation takes. */
  readonly place: TemplatePlace | null
  /** The URL that the config needs. */
  readonly url: string
  readonly isCurrent: boolean
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
