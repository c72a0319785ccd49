import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { behaviorOf } from '#simulation/aws/accounts.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import { notAuthorized, permission } from '#simulation/aws/authorization.ts'
import type { Caller } from '#simulation/aws/caller.ts'
import { toTheSecond } from '#simulation/aws/identifiers.ts'
import type { State, World } from '#simulation/aws/state.ts'
import type { Xml } from '#simulation/aws/xml.ts'
import type { S3Address, TemplateObject } from './address.ts'
import { bytesOf, storedIn, storedObject, type Upload, withObject } from './objects.ts'

type ListedObject = { readonly key: string; readonly size: number; readonly at: number }

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
function listingPage(bucket: string, objects: readonly ListedObject[], query: URLSearchParams): Xml {
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

export type S3Answer =
  | { readonly kind: 'object'; readonly body: Uint8Array; readonly contentType: string; readonly at: number }
  | { readonly kind: 'stored'; readonly body: Uint8Array; readonly state: State }
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
  /** Null: not a PUT. */
  readonly upload: Upload | null
  /** Null: any. */
  readonly expectedOwner: string | null
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

type ObjectAction = 's3:GetObject' | 's3:PutObject'

function permissionRefusal({ world, caller, region, address }: S3Call, action: ObjectAction | 's3:ListBucket'): Refusal | null {
  if (caller === null) return accessDenied
  const path = action === 's3:ListBucket' ? '' : `/${address.key}`
  const asked = { action, resource: `arn:${caller.partition}:s3:::${address.bucket}${path}` }
  const denial = (reason: string) =>
    refused(403, 'AccessDenied', notAuthorized(caller, { action, resource: `"${asked.resource}"` }, reason))
  if (address.bucket.startsWith('locked-')) return denial('with an explicit deny in a resource-based policy')
  const found = permission(world, caller, { ...asked, context: { 'aws:RequestedRegion': region } })
  return found.kind === 'allowed' ? null : denial(found.reason)
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html */
const ownerRefusal = ({ caller, expectedOwner }: S3Call): Refusal | null =>
  expectedOwner === null || expectedOwner === caller?.accountId ? null : accessDenied

function refusalOf(call: S3Call, action: ObjectAction | 's3:ListBucket'): Refusal | null {
  const ofAccount = behaviorOf(call.world, call.caller?.accountId ?? '').bucketRefusal
  return ofAccount ?? bucketRefusal(call.address.bucket) ?? ownerRefusal(call) ?? permissionRefusal(call, action)
}

/** The template bucket holds the templates, and a bucket of the caller's account what was put into it. */
function listing({ world, caller, address: { bucket }, url }: S3Call): S3Answer {
  const published = world.objects
    .filter((object) => object.bucket === bucket)
    .map(({ key, text }) => ({ key, size: new TextEncoder().encode(text).length, at: 0 }))
  const stored = caller === null ? [] : storedIn(world, caller, bucket)
  const objects = [...published, ...stored.map((object) => ({ key: object.key, size: bytesOf(object).length, at: object.at }))]
  return { kind: 'document', root: 'ListBucketResult', content: listingPage(bucket, objects, url.searchParams) }
}

function bucketAnswer(call: S3Call): S3Answer {
  const refusal = refusalOf(call, 's3:ListBucket')
  if (refusal !== null) return refusal
  return call.method === 'HEAD' ? { kind: 'bucket' } : listing(call)
}

/** Without s3:ListBucket, a missing key looks like a denial. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax */
function getAnswer(call: S3Call): S3Answer {
  const { world, caller, address } = call
  const template = templateObject(world, address)
  if (template !== undefined) return { kind: 'object', body: new TextEncoder().encode(template.text), contentType: 'text/yaml', at: 0 }
  const refusal = refusalOf(call, 's3:GetObject')
  if (refusal !== null) return refusal
  const object = caller === null ? undefined : storedObject(world, caller, address)
  if (object === undefined) return permissionRefusal(call, 's3:ListBucket') ?? noSuchKey
  return { kind: 'object', body: bytesOf(object), contentType: object.contentType, at: object.at }
}

function putAnswer(call: S3Call, upload: Upload): S3Answer {
  const { world, caller, address } = call
  const refusal = refusalOf(call, 's3:PutObject')
  if (refusal !== null) return refusal
  if (caller === null) return accessDenied
  const put = withObject(world, caller, address, upload)
  return 'kind' in put ? put : { kind: 'stored', body: upload.body, state: put }
}

export function s3Answer(call: S3Call): S3Answer {
  const { method, address, upload } = call
  if (upload !== null && address.key !== '') return putAnswer(call, upload)
  if ((method !== 'GET' && method !== 'HEAD') || address.bucket === '')
    return refused(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')
  return address.key === '' ? bucketAnswer(call) : getAnswer(call)
}
