import * as z from 'zod/mini'
import type { AccountId } from '#core/aws/account-id.ts'
import type { Region } from '#core/aws/region.ts'
import { isList } from '#core/text/strings.ts'
import { send } from '#ui/browser/transport.ts'

type AwsError = { readonly kind: 'error'; readonly code: string; readonly message: string }

/** No response, or one that can't be read. */
export type Unreachable = { readonly kind: 'unreachable'; readonly reason: 'no-answer' | 'not-of-aws' | 'unreadable' }

export type AwsAnswer<Result> = { readonly kind: 'answer'; readonly result: Result } | AwsError | Unreachable

const ErrorResponse = z.object({ Error: z.object({ Code: z.string(), Message: z._default(z.string(), '') }) })

/** Reads `<ActionResponse><ActionResult>…` or the error. The result of an action that returns none is empty text. */
export function awsAnswer<Result>(root: XmlElement, action: string, schema: z.ZodMiniType<Result>): AwsAnswer<Result> {
  const value = xmlValue(root)
  const error = ErrorResponse.safeParse(value)
  if (error.success) return { kind: 'error', code: error.data.Error.Code, message: error.data.Error.Message }
  if (root.localName !== `${action}Response`) return { kind: 'unreachable', reason: 'not-of-aws' }
  const envelope = z.record(z.string(), z.unknown()).safeParse(value)
  const result = schema.safeParse(envelope.data?.[`${action}Result`] ?? '')
  return result.success ? { kind: 'answer', result: result.data } : { kind: 'unreachable', reason: 'unreadable' }
}

/** The part of a DOM element that is read. */
export type XmlElement = {
  readonly localName: string
  readonly children: Iterable<XmlElement>
  readonly textContent: string | null
}

type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue }

/** Text, a list of `member`s, or a record of the child elements. Records omit empty elements, because AWS doesn't always write them. */
function xmlValue(element: XmlElement): XmlValue {
  const children = [...element.children]
  if (children.length === 0) return element.textContent ?? ''
  if (children.every(({ localName }) => localName === 'member')) return children.map(xmlValue)
  const entries = children.map((child) => [child.localName, xmlValue(child)] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value)))
}

const isBlank = (value: XmlValue): boolean => typeof value === 'string' && value.trim() === ''

/** Text. Absent and empty mean the same. */
export const XmlText = z._default(z.string(), '')

/** A list. Absent and empty mean the same. */
export function xmlList<Item extends z.ZodMiniType>(item: Item) {
  return z._default(z.array(item), [])
}

/** Indented as in the console. A text that isn't JSON stays as it is. */
export function readablePolicy(encoded: string): string {
  try {
    return JSON.stringify(JSON.parse(decodeURIComponent(encoded)), null, 2)
  } catch {
    return encoded
  }
}

/** IAM answers policies URL-encoded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const EncodedPolicy = z.pipe(z.string(), z.transform(readablePolicy))

/** The API version is part of every request. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonParameters.html */
const versions = { cloudformation: '2010-05-15', iam: '2010-05-08', sts: '2011-06-15' } as const

type QueryValue = string | readonly QueryValue[] | { readonly [name: string]: QueryValue }

export type SignedIn = { readonly accountId: AccountId; readonly region: Region }

type AwsCall = SignedIn & {
  readonly service: keyof typeof versions
  readonly action: string
  readonly parameters: Readonly<Record<string, QueryValue>>
}

/** Lists are numbered from 1: `Parameters.member.1.ParameterKey`. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export function queryPairs(value: QueryValue, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]]
  const entries: readonly (readonly [string, QueryValue])[] = isList(value)
    ? value.map((item, index) => [`member.${index + 1}`, item])
    : Object.entries(value)
  return entries.flatMap(([key, inner]) => queryPairs(inner, name === '' ? key : `${name}.${key}`))
}

/**
 * A request of the AWS Query protocol. The access key contains the account ID, as for every client of the simulator. There is
 * no secret, so the signature is a placeholder.
 */
export function awsRequest({ accountId, region, service, action, parameters }: AwsCall, now: Date) {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '')
  return {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=SIM${accountId}/${day}/${region}/${service}/aws4_request, SignedHeaders=host, Signature=simulated`,
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams([
      ['Action', action],
      ['Version', versions[service]],
      ...queryPairs(parameters).map(([name, value]) => [name, value]),
    ]).toString(),
  } as const
}

const endpoint = '/simulated-aws/'

/** Calls simulated AWS over the real protocol. An error from AWS is a result, so it doesn't throw. */
export async function awsQuery<Result>(call: AwsCall, schema: z.ZodMiniType<Result>): Promise<AwsAnswer<Result>> {
  try {
    const response = await send(endpoint, awsRequest(call, new Date()))
    const document = new DOMParser().parseFromString(await response.text(), 'text/xml')
    return awsAnswer(document.documentElement, call.action, schema)
  } catch {
    return { kind: 'unreachable', reason: 'no-answer' }
  }
}
