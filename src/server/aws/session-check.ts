import { partitionOf, Region } from '#core/aws/region.ts'
import { type AwsCheck, checkRequest, readResponse, regionOf } from '#core/checks/aws-check.ts'
import { awsCheck, codeMeaning } from '#core/checks/checks.ts'
import { type CheckResponse, deniedAction, errorMessage, protocols } from '#core/checks/protocols.ts'
import { policyHint } from '#core/verify/denial-hint.ts'
import { transientCause } from '#core/verify/evidence.ts'
import type { AssumedSession, CheckAnswer, CheckCall } from '#core/verify/sts.ts'
import { checkUrl } from '#server/config/aws-endpoint.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { lateAnswer, refusedAnswer, settledCode } from './aws-error.ts'
import { attemptMs, type SessionCredentials, signedRequest } from './signed-request.ts'

export type SessionScope = {
  readonly credentials: SessionCredentials
  readonly accountId: string
  /** For endpoints without host names for buckets. */
  readonly forcePathStyle: boolean
  readonly deadlineMs: number
}

type Sending = Pick<CheckCall, 'resource' | 'region'> & {
  readonly check: AwsCheck
  readonly scope: SessionScope
  readonly signal: AbortSignal
}

/** The config check rejects such a check. */
const unknownCheck = refusedAnswer('UnknownCheck', '')

type Received = { readonly answer: CheckAnswer; readonly date: number; readonly bucketRegion: string | null }

/** Only the code, the action and the kind of policy of an error are kept. */
function answerIn(check: AwsCheck, resource: string, response: CheckResponse): CheckAnswer {
  const read = readResponse(check, resource, response)
  if (read.kind === 'passed') return read
  const isDenial = codeMeaning(check.id, read.code) === 'denied'
  const denialStatuses = protocols[check.protocol].denialStatuses
  const code = settledCode(read.code, response.status, { isDenial, denialStatuses })
  const refusal = refusedAnswer(code, read.requestId)
  if (!isDenial || code !== read.code) return refusal
  const message = errorMessage(response)
  const action = deniedAction(message)
  return { ...refusal, hint: policyHint(message), ...(action === null ? {} : { action }) }
}

async function sent({ check, resource, region, scope, signal }: Sending, signingDate: Date): Promise<Received> {
  const place = { partition: partitionOf(region), region, accountId: scope.accountId, today: signingDate.toISOString().slice(0, 10) }
  const request = checkRequest(check, resource, place)
  const signingRegion = regionOf(check, place)
  const url = await checkUrl(request, { ...scope, resource, region: Region.parse(signingRegion) })
  const signed = await signedRequest(url, request, { credentials: scope.credentials, region: signingRegion, signingDate })
  const response = await fetch(signed, { signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]) })
  const { status, headers } = response
  const requestId = headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id') ?? ''
  const errorType = headers.get('x-amzn-errortype') ?? ''
  const answer = answerIn(check, resource, { status, requestId, errorType, body: await response.text() })
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
  if (region.success && region.data !== sending.region) return (await attempt({ ...sending, region: region.data })).answer
  if (clockCodes.includes(code) && !Number.isNaN(first.date)) return (await attempt(sending, new Date(first.date))).answer
  return transientCause(code) === null ? first.answer : (await attempt(sending)).answer
}

const isUnclear = (answer: CheckAnswer): boolean => answer.kind === 'refused' && ['AccessDenied', 'BadRequest'].includes(answer.code)

/** The checks of a session. Never rejects, and no call takes longer than the deadline. */
export function sessionCheck(scope: SessionScope): AssumedSession['check'] {
  async function answerOf(check: AwsCheck, { resource, region }: CheckCall): Promise<CheckAnswer> {
    const answer = await withinDeadline(scope.deadlineMs, (signal) => withRetry({ check, resource, region, scope, signal }))
    return answer === 'late' ? lateAnswer : answer
  }
  return async (asked) => {
    const check = awsCheck(asked.call)
    if (check === undefined) return unknownCheck
    const first = await answerOf(check, asked)
    return check.clearer !== undefined && isUnclear(first) ? answerOf(check.clearer, asked) : first
  }
}
