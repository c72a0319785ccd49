import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'
import { templatePlace } from '#core/connection/template-place.ts'
import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { servedPartitions } from '#core/connection/vendor-fields.ts'
import type { ConfigRule } from './config-finding.ts'

const exampleUrl = (partition: Partition): string => {
  const { homeRegion, dnsSuffix } = partitions[partition]
  return `"https://acme-templates.s3.${homeRegion}.${dnsSuffix}/rolebridge/1d7f6f86b39c5ee5/role.yaml"`
}

/** The older forms of S3 URLs: bucket in the path, or no Region in the host. https://docs.aws.amazon.com/general/latest/gr/s3.html */
const olderHost = /^(?:[a-z0-9.-]+\.)?s3(?:[.-](?:dualstack\.)?([a-z]+(?:-[a-z]+)+-\d+))?\.(amazonaws\.com(?:\.cn)?|amazonaws\.eu)$/

function isReadable(url: string, partition: Partition): boolean {
  if (templatePlace(url, partition) !== null) return true
  const [, host = ''] = /^https:\/\/([^/]+)\/./.exec(url) ?? []
  const [whole, region, suffix] = olderHost.exec(host) ?? []
  if (whole === undefined || suffix !== partitions[partition].dnsSuffix) return false
  if (region === undefined) return partition === 'aws'
  const reading = readRegion(region)
  return reading.kind === 'region' && reading.partition === partition
}

const templatesOf = ({ templates }: VendorFields) =>
  partitionIds.flatMap((partition) => {
    const url = templates[partition]
    return url === undefined ? [] : [{ partition, url }]
  })

const unreadableTemplate: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    templatesOf(vendor)
      .filter(({ partition, url }) => !isReadable(url, partition))
      .map(({ partition, url }) => ({
        path: ['templates', partition],
        message: `CloudFormation in ${partition} reads templates from Amazon S3 in ${partition} only, not from ${url}. Use the URL of an object, for example ${exampleUrl(partition)}.`,
      })),
}

const templateWithoutAccount: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    templatesOf(vendor)
      .filter(({ partition }) => servedPartitions(vendor).length > 0 && vendor.accounts[partition] === undefined)
      .map(({ partition }) => ({
        path: ['templates', partition],
        message: `You have no account in ${partition}, so nobody uses this template. Add "${partition}" to "accounts", for example { "${partition}": "111122223333" }, or remove the URL.`,
      })),
}

const noTemplate: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    servedPartitions(vendor)
      .filter((partition) => vendor.templates[partition] === undefined)
      .map((partition) => ({
        path: ['templates', partition],
        message: `No template is published for ${partition}, so customers have to upload a file. Run npm run template -- --bucket YOUR-BUCKET, which prints a URL such as ${exampleUrl(partition)}.`,
      })),
}

export const templateRules: readonly ConfigRule[] = [unreadableTemplate, templateWithoutAccount, noTemplate]
