import * as z from 'zod/mini'

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

/** As much of a DOM element as is read. */
export type XmlElement = {
  readonly localName: string
  readonly children: Iterable<XmlElement>
  readonly textContent: string | null
}

type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue }

/** Text, a list of `member`s, or a record of the elements within. Empty elements are left out of records: AWS writes them or not. */
function xmlValue(element: XmlElement): XmlValue {
  const children = [...element.children]
  if (children.length === 0) return element.textContent ?? ''
  if (children.every(({ localName }) => localName === 'member')) return children.map(xmlValue)
  const entries = children.map((child) => [child.localName, xmlValue(child)] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value)))
}

const isBlank = (value: XmlValue): boolean => typeof value === 'string' && value.trim() === ''

/** A text that may be absent or empty, which is the same. */
export const XmlText = z._default(z.string(), '')

/** A list that may be absent or empty, which is the same. */
export function xmlList<Item extends z.ZodMiniType>(item: Item) {
  return z._default(z.array(item), [])
}
