import { partitionOf, Region } from '#core/aws/region.ts'
import type { Refusal } from '#simulation/aws/answer.ts'
import { refused } from '#simulation/aws/answer.ts'
import { type Caller, readCaller } from '#simulation/aws/caller.ts'
import type { Credential } from '#simulation/aws/credential.ts'
import type { World } from '#simulation/aws/world.ts'
import { readS3Address } from './address.ts'
import { s3Answer } from './buckets.ts'
import { s3Response } from './response.ts'

type S3Request = { readonly world: World; readonly credential: Credential | null; readonly method: string; readonly url: URL }

const invalidRegion = refused(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed; the region is wrong.')
// S3 has its own code. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const unknownKey = refused(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')

function callerOf({ world, credential }: S3Request): Caller | Refusal | null {
  if (credential === null) return null
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidRegion
  const caller = readCaller(world, partitionOf(region.data), credential)
  return caller.kind === 'refused' && caller.code === 'InvalidClientTokenId' ? unknownKey : caller
}

export function s3Request(request: S3Request): Response {
  const { world, credential, method, url } = request
  const caller = callerOf(request)
  const asked = { method, region: credential?.region ?? 'us-east-1', randomBytes: world.randomBytes }
  if (caller?.kind === 'refused') return s3Response(caller, asked)
  return s3Response(s3Answer({ world, caller, region: asked.region, method, address: readS3Address(url), url }), asked)
}
