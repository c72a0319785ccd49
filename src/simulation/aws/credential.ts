import { refused } from './answer.ts'

/** What the Authorization header says, or the query of a pre-signed address. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
export type Credential = {
  readonly accessKeyId: string
  readonly sessionToken: string | null
  readonly region: string
  readonly service: string
}

const scope = /^([\w-]{1,128})\/\d{8}\/([a-z0-9-]{1,40})\/([a-z0-9-]{1,40})\/aws4_request$/

export function readCredential(request: Request, url: URL): Credential | null {
  const header = /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1]
  const [, accessKeyId, region, service] = scope.exec(header ?? url.searchParams.get('X-Amz-Credential') ?? '') ?? []
  if (accessKeyId === undefined || region === undefined || service === undefined) return null
  const sessionToken = request.headers.get('x-amz-security-token') ?? url.searchParams.get('X-Amz-Security-Token')
  return { accessKeyId, sessionToken, region, service }
}

// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
export const missingAuthentication = refused(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
export const unknownToken = refused(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')
export const expiredToken = refused(403, 'ExpiredToken', 'The security token included in the request is expired')
