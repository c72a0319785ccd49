import { arnFields } from './resource-breadth.ts'

/** `https://b.s3.eu-west-1.amazonaws.com/k` and `https://s3.amazonaws.com/b/k`. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const bucketHost = /^(?:([a-z0-9.-]+?)\.)?s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?(?:\/(.*))?$/is

/** The bucket and the key in a URL; null where it names no bucket. */
function nameInUrl(scheme: string, rest: string): string | null {
  if (/^s3[an]?$/i.test(scheme)) return rest
  const [, bucket, path = ''] = bucketHost.exec(rest) ?? []
  const name = [bucket ?? '', path].filter((part) => part !== '').join('/')
  return name === '' ? null : name
}

/** A URL in the place of a resource, and the bucket or object that it names. Names of resources have no `://`, except in the keys of objects. */
export function urlIn(resource: string, partition: string): { readonly meant: string | null } | null {
  const [, scheme = '', rest] = /^([a-z][a-z0-9+.-]*):\/\/(.+)$/is.exec(resource) ?? []
  if (rest === undefined) return null
  const name = nameInUrl(scheme, rest)
  return { meant: name === null ? null : `arn:${partition}:s3:::${name}` }
}

/**
 * An ARN or a URL in the place of the resource in an ARN, which no resource can have, and what was probably meant. After a kind
 * (`role/arn:…`) it is one only if it is of the same service: names of some services may hold ARNs of others.
 */
export function nestedArn(text: string): { readonly meant: string | null } | null {
  const arn = arnFields(text)
  if (arn === null) return null
  const { partition, service, resource } = arn
  const [, kind = '', inner = ''] = /^([a-z-]+[/:])?(arn:[a-z-]+:[^:]*:.*)$/is.exec(resource) ?? []
  const isNested = inner !== '' && (kind === '' || (service !== 's3' && arnFields(inner)?.service === service))
  if (isNested) return { meant: inner.replace(/^arn/i, 'arn') }
  return urlIn(resource, partition)
}
