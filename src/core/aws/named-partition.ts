import { type Partition, partitionIds, partitions } from './partition.ts'
import { readRegion } from './region.ts'

const arnPartition = /\barn:(aws[\w-]*):/gi
/** Long enough for any Region, in hosts and in words: `us-gov-west-1`. */
const regions = /(?<![\w-])[a-z]{2,4}(?:-[a-z]+){1,2}-\d+(?![\w-]*\w)/g

/** Two, where a text names more than one, are none. */
function only(found: readonly (Partition | undefined)[]): Partition | null {
  const [first, second] = new Set(found.filter((each) => each !== undefined))
  return second === undefined ? (first ?? null) : null
}

function ofRegion(text: string): Partition | undefined {
  const reading = readRegion(text)
  return reading.kind === 'region' ? reading.partition : undefined
}

/** The partition that an ARN, a host of AWS or a Region in the text stands for; null where nothing says so. */
export function namedPartition(text: string): Partition | null {
  const arns = [...text.matchAll(arnPartition)].map(([, name]) => partitionIds.find((id) => id === name?.toLowerCase()))
  const lower = text.toLowerCase()
  const hosts = partitionIds.filter((id) =>
    [partitions[id].signInDomain, partitions[id].consoleDomain].some((host) => lower.includes(host)),
  )
  const named = [...arns, ...hosts, ...(lower.match(regions) ?? []).map(ofRegion)]
  return only(named)
}
