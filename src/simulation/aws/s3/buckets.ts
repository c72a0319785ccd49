import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { behaviorOf } from '#simulation/aws/accounts.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import { notAuthorized, permission } from '#simulation/aws/authorization.ts'
import type { Caller } from '#simulation/aws/caller.ts'
import type { World } from '#simulation/aws/state.ts'
import type { Xml } from '#simulation/aws/xml.ts'
import type { S3Address, TemplateObject } from './address.ts'

export type S3Answer =
  | { readonly kind: 'object'; readonly text: string }
  | { readonly kind: 'bucket' }
  | { readonly kind: 'document'; readonly root: string; readonly content: Xml }
  | Refusal

export type S3Call = {
  readonly world: World
  /** Null: an unauthenticated call. */
  readonly caller: Caller | null
  readonly region: string
  readonly method: string
  readonly address: S3Address
  readonly url: URL
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const noSuchKey = refused(404, 'NoSuchKey', 'The specified key does not exist.')
const accessDenied = refused(403, 'AccessDenied', 'Access Denied')

export function templateObject(world: World, { bucket, key }: S3Address): TemplateObject | undefined {
  return world.objects.find((object) => object.bucket === bucket && object.key === key)
}

/** Some names trigger a failure. Every other legal name is a bucket of the caller's account. */
function bucketRefusal(bucket: string): Refusal | null {
  const { pattern } = parameterKinds['s3-bucket']
  if (!pattern.test(bucket)) return refused(400, 'InvalidBucketName', 'The specified bucket is not valid.')
  if (bucket.startsWith('missing-')) return refused(404, 'NoSuchBucket', 'The specified bucket does not exist')
  return null
}

function permissionRefusal({ world, caller, region, address }: S3Call, action: string): Refusal | null {
  if (caller === null) return accessDenied
  const path = action === 's3:GetObject' ? `/${address.key}` : ''
  const asked = { action, resource: `arn:${caller.partition}:s3:::${address.bucket}${path}` }
  const denial = (reason: string) =>
    refused(403, 'AccessDenied', notAuthorized(caller, { action, resource: `"${asked.resource}"` }, reason))
  if (address.bucket.startsWith('locked-')) return denial('with an explicit deny in a resource-based policy')
  const found = permission(world, caller, { ...asked, context: { 'aws:RequestedRegion': region } })
  return found.kind === 'allowed' ? null : denial(found.reason)
}

/** Customer buckets are empty; the template bucket holds the templates. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
function listing({ world, address, url }: S3Call): S3Answer {
  const prefix = url.searchParams.get('prefix') ?? ''
  const objects = world.objects.filter(({ bucket, key }) => bucket === address.bucket && key.startsWith(prefix))
  return {
    kind: 'document',
    root: 'ListBucketResult',
    content: {
      Name: address.bucket,
      Prefix: prefix,
      KeyCount: objects.length,
      MaxKeys: 1000,
      IsTruncated: false,
      Contents: objects.map(({ key, text }) => ({ Key: key, Size: new TextEncoder().encode(text).length, StorageClass: 'STANDARD' })),
    },
  }
}

function bucketAnswer(call: S3Call): S3Answer {
  const isHead = call.method === 'HEAD'
  const ofAccount = behaviorOf(call.world, call.caller?.accountId ?? '').bucketRefusal
  const refusal = ofAccount ?? bucketRefusal(call.address.bucket) ?? permissionRefusal(call, 's3:ListBucket')
  if (refusal !== null) return refusal
  return isHead ? { kind: 'bucket' } : listing(call)
}

export function s3Answer(call: S3Call): S3Answer {
  const { world, method, address } = call
  if (method !== 'GET' && method !== 'HEAD') {
    return refused(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')
  }
  if (address.bucket === '') return refused(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')
  if (address.key === '') return bucketAnswer(call)
  const object = templateObject(world, address)
  if (object !== undefined) return { kind: 'object', text: object.text }
  return bucketRefusal(address.bucket) ?? permissionRefusal(call, 's3:GetObject') ?? noSuchKey
}
