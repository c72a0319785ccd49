import * as z from 'zod/mini'
import { denialHint } from '#core/verify/denial-hint.ts'
import { transientCause } from '#core/verify/evidence.ts'
import { denialCodes } from '#core/verify/probe.ts'
import type { AwsRefusal } from '#core/verify/sts.ts'

const SdkError = z.object({
  name: z.catch(z.string(), 'Error'),
  Code: z.catch(z.optional(z.string()), undefined),
  message: z.catch(z.string(), ''),
  $metadata: z.catch(z.optional(z.object({ httpStatusCode: z.optional(z.number()), requestId: z.optional(z.string()) })), undefined),
})

/** A refusal that says no more than its code. */
export const refusedAnswer = (code: string, requestId: string): AwsRefusal => ({ kind: 'refused', code, hint: null, requestId })

const noAnswer = (code: string): AwsRefusal => refusedAnswer(code, '')

export const lateAnswer = noAnswer('CallTimeout')

/** The SDK's names for an error response that it couldn't read, for example from a proxy. */
const unreadable = ['Unknown', 'UnknownError', 'Error', 'SyntaxError', '']

type Denial = { readonly isDenial: boolean; readonly denialStatuses: readonly number[] }

const ofSts = (code: string): Denial => ({ isDenial: denialCodes.includes(code), denialStatuses: [403] })

/**
 * A status that means to try later, or an unreadable answer, proves nothing, whatever its code. A denial with a status that AWS doesn't
 * use for denials comes from something in between.
 */
export function settledCode(code: string, status: number, denial: Denial = ofSts(code)): string {
  if ((status >= 500 || status === 429) && transientCause(code) === null) return String(status)
  if (denial.isDenial && !denial.denialStatuses.includes(status)) return 'UnreadableAnswer'
  return unreadable.includes(code) ? 'UnreadableAnswer' : code
}

/** Keeps only the code and the request ID of an SDK error, never its message. */
export function awsRefusal(error: unknown): AwsRefusal {
  const parsed = SdkError.safeParse(error)
  if (!parsed.success) return noAnswer('NetworkError')
  const { name, Code, message, $metadata } = parsed.data
  const status = $metadata?.httpStatusCode
  if (status === undefined) return noAnswer('NetworkError')
  const code = settledCode(Code ?? name, status)
  return { kind: 'refused', code, hint: denialHint(code, message), requestId: $metadata?.requestId ?? '' }
}

/**
 * No call was made, since there is nothing to sign it with. A credential source that is busy or out of reach is not a lack of credentials:
 * the chain passes on what STS or the metadata service answered.
 */
export function withoutCredentials(error: unknown): AwsRefusal {
  const { code } = awsRefusal(error)
  return noAnswer(transientCause(code) !== null && code !== 'NetworkError' ? code : 'CredentialsProviderError')
}

/** AWS said yes without saying what to: counts as an error, never as an assumed role. */
export function incompleteAnswer(requestId: string | undefined): AwsRefusal {
  return { kind: 'refused', code: 'IncompleteAnswer', hint: null, requestId: requestId ?? '' }
}
