import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { memberOf } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'

export type Bucket = { readonly partition: Partition; readonly name: string; readonly region: string }

export type BucketReading =
  | { readonly kind: 'buckets'; readonly buckets: readonly Bucket[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

const form = 'Use --bucket NAME, or --bucket PARTITION=NAME@REGION, for example --bucket aws=acme-templates@eu-central-1.'

const served = (vendor: Vendor): readonly Partition[] => partitionIds.filter((id) => vendor.accounts[id] !== undefined)

/** The partition of a bucket that names none: the only one without a template. */
function onlyPartition(vendor: Vendor): Partition | null {
  const all = served(vendor)
  const empty = all.filter((id) => vendor.templates[id] === undefined)
  const candidates = empty.length === 0 ? all : empty
  const [partition] = candidates
  return candidates.length === 1 && partition !== undefined ? partition : null
}

function nameFault(name: string): string | null {
  const { pattern, example } = parameterKinds['s3-bucket']
  if (!pattern.test(name))
    return `${JSON.stringify(name)} is not a bucket name. It has 3 to 63 lowercase letters, digits and hyphens, for example ${example}.`
  return name.includes('.')
    ? `${JSON.stringify(name)} has a dot, so browsers cannot open it with https. Use a bucket without dots, for example ${example}.`
    : null
}

/** The named partition, or the only possible one. Otherwise a fault. */
function partitionOf(given: string | undefined, vendor: Vendor): { readonly partition: Partition } | string {
  const all = served(vendor)
  const partition = given === undefined ? onlyPartition(vendor) : (all.find((id) => id === given) ?? null)
  if (partition !== null) return { partition }
  return given === undefined
    ? `You serve ${all.join(', ')}: name a bucket for each, for example ${all.map((id) => `--bucket ${id}=acme-templates`).join(' ')}.`
    : `${JSON.stringify(given)} is not a partition with an account in the config. Use one of ${all.join(', ')}. ${form}`
}

function regionFault(region: string, partition: Partition): string | null {
  const reading = readRegion(region)
  if (reading.kind === 'region' && reading.partition === partition) return null
  return `${JSON.stringify(region)} is not a Region of ${partition}. Use one such as ${partitions[partition].homeRegion}. ${form}`
}

function bucketIn(text: string, vendor: Vendor): Bucket | string {
  const [, given, name = '', regionGiven] = /^(?:([^=]*)=)?([^=@]*)(?:@(.*))?$/.exec(text) ?? []
  const reading = partitionOf(given, vendor)
  if (typeof reading === 'string') return reading
  const region = regionGiven ?? partitions[reading.partition].homeRegion
  return nameFault(name) ?? regionFault(region, reading.partition) ?? { partition: reading.partition, name, region }
}

export function readBuckets(texts: readonly string[], vendor: Vendor): BucketReading {
  const read = texts.map((text) => bucketIn(text, vendor))
  const buckets = read.flatMap((bucket) => (typeof bucket === 'string' ? [] : [bucket]))
  const repeated = buckets.find(({ partition }, index) => buckets.findIndex((other) => other.partition === partition) < index)
  const faults = [
    ...read.filter((bucket) => typeof bucket === 'string'),
    ...(repeated === undefined ? [] : [`${repeated.partition} has two buckets. Name one. ${form}`]),
  ]
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'buckets', buckets }
}

/** The config with placeholder templates in the buckets, so that URLs can be derived from it. */
export function withBuckets(vendor: Vendor, buckets: readonly Bucket[]): Vendor {
  const places = buckets.map(({ partition, name, region }) => [
    partition,
    `https://${name}.s3.${region}.${partitions[partition].dnsSuffix}/role.yaml`,
  ])
  return { ...vendor, templates: { ...vendor.templates, ...Object.fromEntries(places) } }
}

/** `"templates": { … }`, as it is written into the config. */
export function templatesBlock(urls: Readonly<Record<string, string>>): string {
  return JSON.stringify(urls, null, 2).replaceAll('\n', '\n  ')
}

/** Text in, text out: the rest of the config keeps its layout. */
export function withTemplates(config: string, urls: Readonly<Record<string, string>>): string {
  const place = memberOf(readJson(config).root ?? undefined, 'templates')?.value
  return place === undefined ? config : `${config.slice(0, place.start)}${templatesBlock(urls)}${config.slice(place.end)}`
}
