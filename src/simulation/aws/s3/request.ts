import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { partitionOf, Region } from '#core/aws/region.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import { authenticate, type Caller, type Credential } from '#simulation/aws/caller.ts'
import { newUuid } from '#simulation/aws/identifiers.ts'
import type { State, World } from '#simulation/aws/state.ts'
import { xmlDocument } from '#simulation/aws/xml.ts'
import { readS3Address } from './address.ts'
import { type S3Answer, s3Answer } from './buckets.ts'
import type { Upload } from './objects.ts'

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

type RequestFacts = { readonly method: string; readonly region: string; readonly randomBytes: RandomBytes }

/** The ETag of an encrypted object isn't the MD5 of its content. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html */
const etagOf = (body: Uint8Array): string => `"${bytesToHex(sha256(body)).slice(0, 32)}"`

/** Responses to HEAD have no body, even for errors. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
function s3Response(answer: S3Answer, { method, region, randomBytes }: RequestFacts): Response {
  const requestId = newUuid(randomBytes).replace(/-/g, '').slice(0, 16).toUpperCase()
  const respond = (
    status: number,
    body: string | Uint8Array<ArrayBuffer>,
    contentType: string,
    more: Readonly<Record<string, string>> = {},
  ) =>
    new Response(method === 'HEAD' ? null : body, {
      status,
      headers: { 'content-type': contentType, 'x-amz-request-id': requestId, 'x-amz-id-2': 'simulated', ...more },
    })
  switch (answer.kind) {
    case 'refused': {
      const { code, message, status } = answer
      return respond(
        status,
        xmlDocument('Error', { Code: code, Message: message, RequestId: requestId, HostId: 'simulated' }),
        'application/xml',
      )
    }
    case 'object': {
      const headers = {
        'content-length': String(answer.body.length),
        etag: etagOf(answer.body),
        'last-modified': new Date(answer.at).toUTCString(),
      }
      return respond(200, new Uint8Array(answer.body), answer.contentType, headers)
    }
    case 'stored':
      return respond(200, '', 'application/xml', { etag: etagOf(answer.body) })
    case 'document':
      return respond(200, xmlDocument(answer.root, answer.content, namespace), 'application/xml')
    case 'bucket':
      return respond(200, '', 'application/xml', { 'x-amz-bucket-region': region })
    default:
      return answer satisfies never
  }
}

type S3Caller = { readonly world: World; readonly credential: Credential | null }

const invalidRegion = refused(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed; the region is wrong.')
// S3 has its own code. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const unknownKey = refused(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')

function callerOf({ world, credential }: S3Caller): Caller | Refusal | null {
  if (credential === null) return null
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidRegion
  const caller = authenticate(world, partitionOf(region.data), credential)
  return caller.kind === 'refused' && caller.code === 'InvalidClientTokenId' ? unknownKey : caller
}

/** Copies, parts of an upload, bodies in signed chunks, and settings such as `?acl` aren't simulated. */
function isPlain({ headers }: Request, url: URL): boolean {
  const isChunked = headers.get('content-encoding')?.includes('aws-chunked') ?? false
  return !isChunked && !headers.has('x-amz-copy-source') && [...url.searchParams.keys()].every((name) => name === 'x-id')
}

async function uploadIn(request: Request, url: URL): Promise<Upload | null> {
  if (request.method !== 'PUT') return null
  const body = new Uint8Array(await request.arrayBuffer())
  const contentType = request.headers.get('content-type') ?? 'application/octet-stream'
  return { body, contentType, isPlain: isPlain(request, url) }
}

export async function s3Request(
  request: Request,
  url: URL,
  credential: Credential | null,
  worldFor: (request: string) => World,
  keep: (state: State) => void,
): Promise<Response> {
  const { method } = request
  const upload = await uploadIn(request, url)
  // Only now: another request may have changed it meanwhile.
  const world = worldFor(`${method} ${url.href}`)
  const caller = callerOf({ world, credential })
  const facts = { method, region: credential?.region ?? 'us-east-1', randomBytes: world.randomBytes }
  if (caller?.kind === 'refused') return s3Response(caller, facts)
  const expectedOwner = request.headers.get('x-amz-expected-bucket-owner')
  const call = { world, caller, region: facts.region, method, address: readS3Address(url), url, upload, expectedOwner }
  const answer = s3Answer(call)
  if (answer.kind === 'stored') keep(answer.state)
  return s3Response(answer, facts)
}
