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

/** An answer to a HEAD request has no body, so its code is what the status stands for. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const bodylessCodes: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  429: 'SlowDown',
  503: 'SlowDown',
}

type Reading = { readonly isBodyless: boolean }

const noAnswer = (code: string): AwsRefusal => ({ kind: 'refused', code, hint: null, requestId: '' })

/** The call took longer than it may. */
export const lateAnswer = noAnswer('CallTimeout')

/** The SDK's names for an error answer that it could not read, from a proxy for example. */
const unreadable = ['Unknown', 'UnknownError', 'Error', 'SyntaxError', '']

/**
 * A status that asks the caller to try later, or an answer nobody can read, says nothing, whatever the code is called. AWS denies with 403
 * alone, so a denial with another status comes from something in between.
 */
function settledCode(code: string, status: number): string {
  if ((status >= 500 || status === 429) && transientCause(code) === null) return String(status)
  if (status !== 403 && denialCodes.includes(code)) return 'UnreadableAnswer'
  return unreadable.includes(code) ? 'UnreadableAnswer' : code
}

/** What may be kept of an error that the SDK threw: its code and its request ID, never its text. */
export function awsRefusal(error: unknown, { isBodyless }: Reading = { isBodyless: false }): AwsRefusal {
  const parsed = SdkError.safeParse(error)
  if (!parsed.success) return noAnswer('NetworkError')
  const { name, Code, message, $metadata } = parsed.data
  const status = $metadata?.httpStatusCode
  if (status === undefined) return noAnswer('NetworkError')
  const code = settledCode((isBodyless ? bodylessCodes[status] : undefined) ?? Code ?? name, status)
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
