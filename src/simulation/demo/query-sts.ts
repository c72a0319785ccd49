import type { Region } from '#core/aws/region.ts'
import type { PermissionCheck } from '#core/connection/permission-set.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, CheckAnswer, Outsider, Sts } from '#core/verify/sts.ts'
import { xmlField } from './xml-field.ts'

type Credentials = { readonly accessKeyId: string; readonly sessionToken: string }

export type QueryStsOptions = {
  /** Answers STS and S3, each by its own protocol. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly credentials: () => Credentials
  readonly controlCredentials: () => Credentials
  readonly secondRoleCredentials: () => Credentials
  readonly now: () => number
}

type Signed = { readonly credentials: Credentials; readonly region: Region; readonly service: 'sts' | 's3'; readonly now: number }

const endpoint = 'https://aws.invalid/'

/** The shortest that STS gives. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const sessionSeconds = '900'

/** An answer to a HEAD request has no body, so its code is what the status stands for. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const bodylessCodes: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  503: 'SlowDown',
}

/** The simulator looks at no signature, so it is a word. */
function signedHeaders({ credentials, region, service, now }: Signed): Record<string, string> {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '')
  const scope = `${credentials.accessKeyId}/${day}/${region}/${service}/aws4_request`
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=simulated`,
    'x-amz-security-token': credentials.sessionToken,
  }
}

function stsRequest(signed: Omit<Signed, 'service'>, parameters: Readonly<Record<string, string>>): Request {
  return new Request(endpoint, {
    method: 'POST',
    headers: { ...signedHeaders({ ...signed, service: 'sts' }), 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ Version: '2011-06-15', ...parameters }).toString(),
  })
}

function refusal(response: Response, xml: string): AwsRefusal {
  const code = xmlField(xml, 'Code') ?? bodylessCodes[response.status] ?? 'IncompleteAnswer'
  const requestId = xmlField(xml, 'RequestId') ?? response.headers.get('x-amz-request-id') ?? ''
  return { kind: 'refused', code, hint: denialHint(code, xmlField(xml, 'Message') ?? ''), requestId }
}

/** What each call of the vendor's config is to S3: `HEAD /bucket`, or `GET /bucket?list-type=2`. */
const s3Calls: Readonly<Record<PermissionCheck['call'], { readonly method: string; readonly query: string }>> = {
  's3-head-bucket': { method: 'HEAD', query: '' },
  's3-list-objects': { method: 'GET', query: '?list-type=2&max-keys=1' },
}

function sessionCheck({ fetch, now }: QueryStsOptions, credentials: Credentials, region: Region): AssumedSession['check'] {
  return async (call, bucket): Promise<CheckAnswer> => {
    const { method, query } = s3Calls[call]
    const headers = signedHeaders({ credentials, region, service: 's3', now: now() })
    const response = await fetch(new Request(`${endpoint}${encodeURIComponent(bucket)}${query}`, { method, headers }))
    if (response.ok) return { kind: 'passed', requestId: response.headers.get('x-amz-request-id') ?? '' }
    return refusal(response, await response.text())
  }
}

/** An answer that does not say which role and with what credentials counts as an error, never as an assumed role. */
function assumedSession(options: QueryStsOptions, region: Region, xml: string): AssumedSession | AwsRefusal {
  const requestId = xmlField(xml, 'RequestId') ?? ''
  const [assumedRoleArn, accessKeyId, sessionToken] = ['Arn', 'AccessKeyId', 'SessionToken'].map((name) => xmlField(xml, name))
  if (!assumedRoleArn || !accessKeyId || !sessionToken) return { kind: 'refused', code: 'IncompleteAnswer', hint: null, requestId }
  return { kind: 'assumed', assumedRoleArn, requestId, check: sessionCheck(options, { accessKeyId, sessionToken }, region) }
}

function roleAssumption(options: QueryStsOptions, credentials: () => Credentials): Sts['assumeRole'] {
  return async ({ roleArn, externalId, region, sessionName }: AssumeRole) => {
    const request = stsRequest(
      { credentials: credentials(), region, now: options.now() },
      {
        Action: 'AssumeRole',
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        DurationSeconds: sessionSeconds,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      },
    )
    const response = await options.fetch(request)
    const xml = await response.text()
    return response.ok ? assumedSession(options, region, xml) : refusal(response, xml)
  }
}

function identityCall({ fetch, now }: QueryStsOptions, credentials: () => Credentials): Sts['callerIdentity'] {
  return async (region): Promise<CallerIdentity> => {
    const response = await fetch(stsRequest({ credentials: credentials(), region, now: now() }, { Action: 'GetCallerIdentity' }))
    const xml = await response.text()
    const [accountId, arn] = [xmlField(xml, 'Account'), xmlField(xml, 'Arn')]
    if (!response.ok || !accountId || !arn) return refusal(response, xml)
    return { kind: 'identity', accountId, arn, requestId: xmlField(xml, 'RequestId') ?? '' }
  }
}

const outsider = (name: Outsider['name'], options: QueryStsOptions, credentials: () => Credentials): Outsider => ({
  name,
  callerIdentity: identityCall(options, credentials),
  assumeRole: roleAssumption(options, credentials),
})

/** The port to AWS by the bare Query protocol, for where there is no room for an SDK. */
export function querySts(options: QueryStsOptions): Sts {
  return {
    callerIdentity: identityCall(options, options.credentials),
    assumeRole: roleAssumption(options, options.credentials),
    outsiders: [
      outsider('other-account', options, options.controlCredentials),
      outsider('other-role', options, options.secondRoleCredentials),
    ],
    canary: async () => 'absent',
  }
}
