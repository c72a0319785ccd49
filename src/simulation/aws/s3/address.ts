import { percentDecoded } from '#core/text/strings.ts'
/** A public object in simulated S3. */
export type TemplateObject = { readonly bucket: string; readonly key: string; readonly text: string }

export type S3Address = { readonly bucket: string; readonly key: string }

// Path style and virtual-hosted style. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
const s3Host = /^(?:(.+)\.)?s3(?:[.-](?!website)(?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.(?:com(?:\.cn)?|eu)$/
const localHost = /^(.+)\.localhost$/

/** Reads bucket and key from a URL of S3 or of the simulator. Both can be empty. */
export function readS3Address(url: URL): S3Address {
  const virtualBucket = s3Host.exec(url.hostname)?.[1] ?? localHost.exec(url.hostname)?.[1]
  const encodedPath = url.pathname.slice(1)
  const path = percentDecoded(encodedPath) ?? encodedPath
  if (virtualBucket !== undefined) return { bucket: virtualBucket, key: path }
  const slash = path.indexOf('/')
  return slash === -1 ? { bucket: path, key: '' } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) }
}

/** Null unless it is an https URL of an object in S3. */
export function readObjectUrl(text: string): S3Address | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' || !s3Host.test(url.hostname)) return null
  const address = readS3Address(url)
  return address.bucket === '' || address.key === '' ? null : address
}
