import { partitionOf, Region } from '#core/aws/region.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import { authenticate, type Caller, type Credential } from '#simulation/aws/caller.ts'
import { newUuid } from '#simulation/aws/identifiers.ts'
import type { World } from '#simulation/aws/state.ts'
import { xmlDocument } from '#simulation/aws/xml.ts'
import { readS3Address } from './address.ts'
import { type S3Answer, s3Answer } from './buckets.ts'

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

type RequestFacts = { readonly method: string; readonly region: string; readonly randomBytes: RandomBytes }

/** Responses to HEAD have no body, even for errors. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
function s3Response(answer: S3Answer, { method, region, randomBytes }: RequestFacts): Response {
  const requestId = newUuid(randomBytes).replace(/-/g, '').slice(0, 16).toUpperCase()
  const respond = (status: number, body: string, contentType: string, more: Readonly<Record<string, string>> = {}) =>
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
    case 'object':
      return respond(200, answer.text, 'text/yaml')
    case 'document':
      return respond(200, xmlDocument(answer.root, answer.content, namespace), 'application/xml')
    case 'bucket':
      return respond(200, '', 'application/xml', { 'x-amz-bucket-region': region })
    default:
      return answer satisfies never
  }
}

type S3Request = { readonly world: World; readonly credential: Credential | null; readonly method: string; readonly url: URL }

const invalidRegion = refused(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed; the region is wrong.')
// S3 has its own code. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const unknownKey = refused(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')

function callerOf({ world, credential }: S3Request): Caller | Refusal | null {
  if (credential === null) return null
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidRegion
  const caller = authenticate(world, partitionOf(region.data), credential)
  return caller.kind === 'refused' && caller.code === 'InvalidClientTokenId' ? unknownKey : caller
}

export function s3Request(request: S3Request): Response {
  const { world, credential, method, url } = request
  const caller = callerOf(request)
  const asked = { method, region: credential?.region ?? 'us-east-1', randomBytes: world.randomBytes }
  if (caller?.kind === 'refused') return s3Response(caller, asked)
  return s3Response(s3Answer({ world, caller, region: asked.region, method, address: readS3Address(url), url }), asked)
}
