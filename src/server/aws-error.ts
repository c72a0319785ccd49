import * as z from 'zod/mini'
import { denialHint } from '#core/verify/denial-hint.ts'
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

/** What may be kept of an error that the SDK threw: its code and its request ID, never its text. */
export function awsRefusal(error: unknown, { isBodyless }: Reading = { isBodyless: false }): AwsRefusal {
  const parsed = SdkError.safeParse(error)
  if (!parsed.success) return { kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }
  const { name, Code, message, $metadata } = parsed.data
  const status = $metadata?.httpStatusCode
  if (status === undefined) return { kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }
  const code = (isBodyless ? bodylessCodes[status] : undefined) ?? Code ?? name
  return { kind: 'refused', code, hint: denialHint(code, message), requestId: $metadata?.requestId ?? '' }
}

/** No call was made, since there is nothing to sign it with. */
export const withoutCredentials: AwsRefusal = { kind: 'refused', code: 'CredentialsProviderError', hint: null, requestId: '' }

/** AWS said yes without saying what to: counts as an error, never as an assumed role. */
export function incompleteAnswer(requestId: string | undefined): AwsRefusal {
  return { kind: 'refused', code: 'IncompleteAnswer', hint: null, requestId: requestId ?? '' }
}
