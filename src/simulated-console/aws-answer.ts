import * as z from 'zod/mini'
import { type XmlElement, xmlValue } from './xml-value.ts'

export type AwsError = { readonly kind: 'error'; readonly code: string; readonly message: string }

/** `unreachable` where nothing came that could be read as an answer. */
export type AwsAnswer<Result> =
  | { readonly kind: 'answer'; readonly result: Result }
  | AwsError
  | { readonly kind: 'unreachable'; readonly reason: string }

const ErrorResponse = z.object({ Error: z.object({ Code: z.string(), Message: z._default(z.string(), '') }) })

/** Reads `<ActionResponse><ActionResult>…`, or the error in its place. Actions without a result answer an empty text. */
export function awsAnswer<Result>(root: XmlElement, action: string, schema: z.ZodMiniType<Result>): AwsAnswer<Result> {
  const value = xmlValue(root)
  const error = ErrorResponse.safeParse(value)
  if (error.success) return { kind: 'error', code: error.data.Error.Code, message: error.data.Error.Message }
  if (root.localName !== `${action}Response`) return { kind: 'unreachable', reason: 'The answer was not one of AWS.' }
  const envelope = z.record(z.string(), z.unknown()).safeParse(value)
  const result = schema.safeParse(envelope.data?.[`${action}Result`] ?? '')
  return result.success
    ? { kind: 'answer', result: result.data }
    : { kind: 'unreachable', reason: `The answer to ${action} could not be read.` }
}
