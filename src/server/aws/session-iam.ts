import { partitionOf } from '#core/aws/region.ts'
import { type CheckResponse, protocols } from '#core/checks/protocols.ts'
import { transientCause } from '#core/verify/evidence.ts'
import type { AssumedSession, AwsRefusal } from '#core/verify/sts.ts'
import { iamRegions, iamUrl } from '#server/config/aws-endpoint.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { lateAnswer, refusedAnswer } from './aws-error.ts'
import { attemptMs, type SessionCredentials, signedRequest } from './signed-request.ts'

type IamScope = { readonly credentials: SessionCredentials; readonly deadlineMs: number }

const { headers } = protocols.query

const mayPass = (answer: CheckResponse | AwsRefusal): boolean => {
  if ('kind' in answer) return true
  return answer.status >= 500 || answer.status === 429 || transientCause(protocols.query.code(answer)) !== null
}

/** Calls of IAM with the credentials of a session. Never rejects, and no call takes longer than the deadline. */
export function sessionIam({ credentials, deadlineMs }: IamScope): AssumedSession['iam'] {
  return (region) => {
    const partition = partitionOf(region)
    const signer = { credentials, region: iamRegions[partition] }
    async function attempt(body: string, signal: AbortSignal): Promise<CheckResponse | AwsRefusal> {
      try {
        const request = { service: 'iam', method: 'POST', path: '/', headers, body } as const
        const signed = await signedRequest(iamUrl(partition), request, { ...signer, signingDate: new Date() })
        const response = await fetch(signed, { signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]) })
        const requestId = response.headers.get('x-amzn-requestid') ?? ''
        return { status: response.status, requestId, body: await response.text() }
      } catch {
        return refusedAnswer('NetworkError', '')
      }
    }
    return async (parameters) => {
      const body = new URLSearchParams(parameters).toString()
      const answer = await withinDeadline(deadlineMs, async (signal) => {
        const first = await attempt(body, signal)
        return mayPass(first) ? attempt(body, signal) : first
      })
      return answer === 'late' ? lateAnswer : answer
    }
  }
}
