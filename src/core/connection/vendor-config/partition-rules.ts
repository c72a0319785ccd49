import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { partitionOf, readRegion } from '#core/aws/region.ts'
import { templatePlace } from '#core/aws/template-place.ts'
import { servedPartitions, type VendorFields } from '#core/connection/vendor-fields.ts'
import { type ConfigRule, type ConfigSpot, suggestion } from './config-finding.ts'

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const knownRegions: readonly string[] = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1', 'mx-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-central-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-south-1', 'eu-south-2', 'eu-north-1'],
  ...['ap-east-1', 'ap-east-2', 'ap-south-1', 'ap-south-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
  ...['af-south-1', 'il-central-1', 'me-central-1', 'me-south-1'],
  ...['us-gov-east-1', 'us-gov-west-1', 'cn-north-1', 'cn-northwest-1', 'eusc-de-east-1'],
]

const noAccount: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    servedPartitions(vendor).length > 0
      ? []
      : [
          {
            path: ['accounts'],
            message: `No partition has an account. Add at least one of ${partitionIds.join(', ')}, for example { "aws": "111122223333" }.`,
          },
        ],
}

const partitionWithoutRegion: ConfigRule = {
  severity: 'error',
  check: (vendor) => {
    const withRegion = vendor.regions.map(partitionOf)
    return servedPartitions(vendor)
      .filter((id) => !withRegion.includes(id))
      .map((id) => ({
        path: ['accounts', id],
        message: `No Region of ${id} is in "regions", so no customer could choose it. Add one, for example "${partitions[id].homeRegion}", or remove this account.`,
      }))
  },
}

const regionWithoutAccount: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    vendor.regions.flatMap((region, index) =>
      servedPartitions(vendor).length > 0 && vendor.accounts[partitionOf(region)] === undefined
        ? [
            {
              path: ['regions', index],
              message: `${region} is in ${partitionOf(region)}, where you have no account, so customers are not offered it. Add "${partitionOf(region)}" to "accounts", for example { "${partitionOf(region)}": "111122223333" }, or remove the Region.`,
            },
          ]
        : [],
    ),
}

/** A compass point, as in the names of all Regions. */
const direction = /^[a-z]+(-[a-z]+)?-(north|south|central)?(east|west)?-\d+$/

const misspelledRegion: ConfigRule = {
  severity: 'error',
  check: ({ regions }) =>
    regions.flatMap((region, index): ConfigSpot[] =>
      direction.test(region) && !/--/.test(region)
        ? []
        : [
            {
              path: ['regions', index],
              message: `AWS has no Region ${region}. Use one such as "us-east-1".${suggestion(region, knownRegions)}`,
            },
          ],
    ),
}

const unknownRegion: ConfigRule = {
  severity: 'warning',
  check: ({ regions }) =>
    regions.flatMap((region, index) =>
      knownRegions.includes(region) || !direction.test(region)
        ? []
        : [
            {
              path: ['regions', index],
              message: `${region} is not a Region that Rolebridge knows. If it is not new, use one such as "us-east-1".${suggestion(region, knownRegions)}`,
            },
          ],
    ),
}

const repeatedRegion: ConfigRule = {
  severity: 'warning',
  check: ({ regions }) =>
    regions.flatMap((region, index) =>
      regions.indexOf(region) < index ? [{ path: ['regions', index], message: `${region} is in the list twice. Remove one of them.` }] : [],
    ),
}

const sharedAccount: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    servedPartitions(vendor).flatMap((id, index, served) => {
      const other = served.slice(0, index).find((earlier) => vendor.accounts[earlier] === vendor.accounts[id])
      return other === undefined
        ? []
        : [
            {
              path: ['accounts', id],
              message: `This is the account of ${other}, too. An account belongs to one partition: use the number of your account in ${id}, 12 digits in quotes.`,
            },
          ]
    }),
}

/** Numbers that stand for an account in examples. */
export const exampleAccount = /^(\d)\1{11}$|^(123456789012|012345678901|210987654321)$/

const accountOfAnExample: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    servedPartitions(vendor)
      .filter((id) => exampleAccount.test(vendor.accounts[id] ?? ''))
      .map((id) => ({
        path: ['accounts', id],
        message: `${vendor.accounts[id]} is a number from examples. Customers would trust an account that is not yours: use the 12 digits of your account in ${id}.`,
      })),
}

export const partitionRules: readonly ConfigRule[] = [
  noAccount,
  partitionWithoutRegion,
  misspelledRegion,
  regionWithoutAccount,
  unknownRegion,
  repeatedRegion,
  sharedAccount,
  accountOfAnExample,
]

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
        message: `You have no account in ${partition}, so no one uses this template. Add "${partition}" to "accounts", for example { "${partition}": "111122223333" }, or remove the URL.`,
      })),
}

const noTemplate: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    servedPartitions(vendor)
      .filter((partition) => vendor.templates[partition] === undefined)
      .map((partition) => ({
        path: ['templates', partition],
        message: `No template is published for ${partition}, so customers have to upload a file. Run rolebridge template --bucket YOUR-BUCKET, which prints a URL such as ${exampleUrl(partition)}.`,
      })),
}

export const templateRules: readonly ConfigRule[] = [unreadableTemplate, templateWithoutAccount, noTemplate]
