import { STSClient } from '@aws-sdk/client-sts'
import { Region } from '#core/aws/region.ts'
import { type AwsCheck, type CheckRequest, checkRequest, protocols, readResponse } from '#core/checks/aws-check.ts'
import { awsCheck } from '#core/checks/checks.ts'
import { transientCause } from '#core/verify/evidence.ts'
import type { AssumedSession, CheckAnswer } from '#core/verify/sts.ts'
import { checkUrl } from '#server/config/aws-endpoint.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { lateAnswer, refusedAnswer, settledCode } from './aws-error.ts'

export type SessionCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

export type SessionScope = {
  readonly credentials: SessionCredentials
  readonly region: Region
  /** For endpoints without host names for buckets. */
  readonly forcePathStyle: boolean
  readonly deadlineMs: number
}

type Sending = { readonly check: AwsCheck; readonly resource: string; readonly scope: SessionScope; readonly signal: AbortSignal }

/** The config check rejects such a check. */
const unknownCheck = refusedAnswer('UnknownCheck', '')

const attemptMs = 3000

/** The SDK's STS client signs for any service. */
async function signedRequest(url: URL, request: CheckRequest, { credentials, region }: SessionScope, signingDate: Date): Promise<Request> {
  const { service, method, headers = {}, body } = request
  const client = new STSClient({ region, credentials })
  try {
    const signer = await client.config.signer({ name: 'sigv4', signingName: service, signingRegion: region, properties: {} })
    const { protocol, hostname, pathname: path, host } = url
    const query = Object.fromEntries(url.searchParams)
    const signed = await signer.sign({ protocol, hostname, path, query, method, headers: { ...headers, host }, body }, { signingDate })
    const { host: _, ...sent } = signed.headers
    return new Request(url, { method, headers: sent, redirect: 'manual', ...(method === 'POST' ? { body: body ?? '' } : {}) })
  } finally {
    client.destroy()
  }
}

type Received = { readonly answer: CheckAnswer; readonly date: number; readonly bucketRegion: string | null }

async function sent({ check, resource, scope, signal }: Sending, signingDate: Date): Promise<Received> {
  const request = checkRequest(check, resource)
  const url = await checkUrl(request, { ...scope, resource })
  const signed = await signedRequest(url, request, scope, signingDate)
  const response = await fetch(signed, { signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]) })
  const { status, headers } = response
  const requestId = headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id') ?? ''
  const read = readResponse(check, resource, { status, requestId, body: await response.text() })
  const answer =
    read.kind === 'passed' ? read : refusedAnswer(settledCode(read.code, status, protocols[check.protocol].denialStatuses), requestId)
  return { answer, date: Date.parse(headers.get('date') ?? ''), bucketRegion: headers.get('x-amz-bucket-region') }
}

async function attempt(sending: Sending, signingDate = new Date()): Promise<Received> {
  try {
    return await sent(sending, signingDate)
  } catch {
    return { answer: refusedAnswer('NetworkError', ''), date: Number.NaN, bucketRegion: null }
  }
}

/** Codes of a signature that is too old or too new by AWS's clock. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const clockCodes = ['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture', 'InvalidSignatureException', 'SignatureDoesNotMatch']

/**
 * Retries a call that may have failed by chance, because of the clock, or because the bucket is in another Region than the connection.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
 */
async function withRetry(sending: Sending): Promise<CheckAnswer> {
  const first = await attempt(sending)
  if (first.answer.kind === 'passed') return first.answer
  const { code } = first.answer
  const region = Region.safeParse(first.bucketRegion)
  if (region.success && region.data !== sending.scope.region) {
    return (await attempt({ ...sending, scope: { ...sending.scope, region: region.data } })).answer
  }
  if (clockCodes.includes(code) && !Number.isNaN(first.date)) return (await attempt(sending, new Date(first.date))).answer
  return transientCause(code) === null ? first.answer : (await attempt(sending)).answer
}

const isUnclear = (answer: CheckAnswer): boolean => answer.kind === 'refused' && ['AccessDenied', 'BadRequest'].includes(answer.code)

/** The checks of a session. Never rejects, and no call takes longer than the deadline. */
export function sessionCheck(scope: SessionScope): AssumedSession['check'] {
  async function answerOf(check: AwsCheck, resource: string): Promise<CheckAnswer> {
    const answer = await withinDeadline(scope.deadlineMs, (signal) => withRetry({ check, resource, scope, signal }))
    return answer === 'late' ? lateAnswer : answer
  }
  return async (call, resource) => {
    const check = awsCheck(call)
    if (check === undefined) return unknownCheck
    const first = await answerOf(check, resource)
    return check.clearer !== undefined && isUnclear(first) ? answerOf(check.clearer, resource) : first
  }
}
