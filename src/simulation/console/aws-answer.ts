import * as z from 'zod/mini'
import { type XmlElement, xmlValue } from './xml-value.ts'

type AwsError = { readonly kind: 'error'; readonly code: string; readonly message: string }

/** Nothing came that could be read as an answer. */
export type Unreachable = { readonly kind: 'unreachable'; readonly reason: 'no-answer' | 'not-of-aws' | 'unreadable' }

export type AwsAnswer<Result> = { readonly kind: 'answer'; readonly result: Result } | AwsError | Unreachable

const ErrorResponse = z.object({ Error: z.object({ Code: z.string(), Message: z._default(z.string(), '') }) })

/** Reads `<ActionResponse><ActionResult>…`, or the error in its place. Actions without a result answer an empty text. */
export function awsAnswer<Result>(root: XmlElement, action: string, schema: z.ZodMiniType<Result>): AwsAnswer<Result> {
  const value = xmlValue(root)
  const error = ErrorResponse.safeParse(value)
  if (error.success) return { kind: 'error', code: error.data.Error.Code, message: error.data.Error.Message }
  if (root.localName !== `${action}Response`) return { kind: 'unreachable', reason: 'not-of-aws' }
  const envelope = z.record(z.string(), z.unknown()).safeParse(value)
  const result = schema.safeParse(envelope.data?.[`${action}Result`] ?? '')
  return result.success ? { kind: 'answer', result: result.data } : { kind: 'unreachable', reason: 'unreadable' }
}
