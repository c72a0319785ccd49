import { parseJson } from '#core/text/strings.ts'

/** An answer as it arrived. `errorType` is the header `x-amzn-errortype`, empty where there is none. */
export type CheckResponse = {
  readonly status: number
  readonly requestId: string
  readonly errorType?: string
  readonly body: string
}

type ErrorAnswer = { readonly status: 400 | 403 | 404 | 429 | 503; readonly code: string }

/** The answers of a service that are its own. */
export type ServiceErrors = { readonly denied: ErrorAnswer; readonly throttled: ErrorAnswer }

type ErrorReader = (response: CheckResponse) => string

export function jsonField(body: string, ...names: readonly string[]): unknown {
  const value = parseJson(body)
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => names.includes(name))?.[1]
}

/**
 * A namespace in front and a URL behind are not part of the code.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 */
const plainCode = (text: string): string => /(?:^|#)([A-Z][\w.]*)(?::https?:.*)?$/.exec(text)?.[1] ?? ''

const typeInBody: ErrorReader = ({ body }) => {
  const type = jsonField(body, '__type')
  return typeof type === 'string' ? plainCode(type) : ''
}

const typeInXml: ErrorReader = ({ body }) => /<Code>(\w[\w.]*)<\/Code>/.exec(body)?.[1] ?? ''

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)
const fromJson = (text: string): string => {
  const value = parseJson(`"${text}"`)
  return typeof value === 'string' ? value : text
}

type ProtocolFacts = {
  readonly code: ErrorReader
  /** Statuses that AWS uses for denials. With another one, a denial is from something in between. */
  readonly denialStatuses: readonly number[]
  readonly headers: Readonly<Record<string, string>>
  /** Writes a value in the body, and reads it there. */
  readonly written: (value: string) => string
  readonly read: (text: string) => string
}

const json = (version: string): ProtocolFacts => ({
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html: denials have status 400.
  code: typeInBody,
  denialStatuses: [400, 403],
  headers: { 'content-type': `application/x-amz-json-${version}` },
  written: inJson,
  read: fromJson,
})

const xml = (headers: ProtocolFacts['headers']): ProtocolFacts => ({
  code: typeInXml,
  denialStatuses: [403],
  headers,
  written: encodeURIComponent,
  read: decodeURIComponent,
})

export type Protocol = 'rest-xml' | 'rest-json' | 'query' | 'json-1.0' | 'json-1.1'

/** The protocols of AWS. EC2 has a query protocol of its own, whose requests and error codes are read like the other's. */
export const protocols: Readonly<Record<Protocol, ProtocolFacts>> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  'rest-xml': xml({}),
  'rest-json': {
    code: (response) => plainCode(response.errorType ?? '') || typeInBody(response),
    denialStatuses: [403],
    headers: {},
    written: inJson,
    read: fromJson,
  },
  // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html and https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
  query: xml(formHeaders),
  // https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
  'json-1.0': json('1.0'),
  // https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
  'json-1.1': json('1.1'),
}

/** The answers of most services of a protocol. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const jsonErrors: ServiceErrors = {
  denied: { status: 400, code: 'AccessDeniedException' },
  throttled: { status: 400, code: 'ThrottlingException' },
}
export const queryErrors: ServiceErrors = { denied: { status: 403, code: 'AccessDenied' }, throttled: { status: 400, code: 'Throttling' } }

const messageOf = (body: string): string => {
  const inBody = jsonField(body, 'message', 'Message')
  return typeof inBody === 'string' ? inBody : (/<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? '')
}

/** The text of an error. It is read for what follows and never kept. */
export const errorMessage = ({ body }: CheckResponse): string => messageOf(body)

/** The action that AWS says was denied. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const deniedAction = (message: string): string | null =>
  /is not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)(?:[\s,.]|$)/.exec(message)?.[1] ?? null
