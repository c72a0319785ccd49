import { toTheSecond } from '#simulation/aws/identifiers.ts'
import type { Xml } from '#simulation/aws/xml.ts'

export type ListedObject = { readonly key: string; readonly size: number; readonly at: number }

const pageSize = 1000

/** Zero is allowed, and more than a page holds is a page. */
function sizeAsked(query: URLSearchParams): number {
  const asked = query.get('max-keys') ?? ''
  return /^\d{1,9}$/.test(asked) ? Math.min(Number(asked), pageSize) : pageSize
}

// S3 lists in the order of UTF-8, which for keys outside of the basic plane is not that of JavaScript.
const order = ({ key: one }: ListedObject, { key: other }: ListedObject): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** A page of ListObjectsV2. The token of the next one is the last key of this one. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listingPage(bucket: string, objects: readonly ListedObject[], query: URLSearchParams): Xml {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? query.get('start-after') ?? ''
  const size = sizeAsked(query)
  const rest = objects.filter(({ key }) => key.startsWith(prefix) && (after === '' || key > after)).toSorted(order)
  const page = rest.slice(0, size)
  const isTruncated = size > 0 && rest.length > size
  const last = page.at(-1)
  return {
    Name: bucket,
    Prefix: prefix,
    KeyCount: page.length,
    MaxKeys: size,
    IsTruncated: isTruncated,
    ...(isTruncated && last !== undefined ? { NextContinuationToken: last.key } : {}),
    Contents: page.map(({ key, size, at }) => ({ Key: key, LastModified: toTheSecond(at), Size: size, StorageClass: 'STANDARD' })),
  }
}
