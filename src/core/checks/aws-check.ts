import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import type { Messages } from '#core/text/messages.ts'

/** One call that is made with the assumed role, to see that a permission works on one resource. */
export type AwsCheck = {
  /** Permanent: the `call` of vendor configs, verdicts and receipts. */
  readonly id: string
  /** The operation, as AWS writes it. */
  readonly operation: string
  /** The kind of the parameter whose values are checked. */
  readonly parameter: ParameterKind
  /** The permission that the call needs, and the ARN it needs it on. `{{resource}}` stands for the value, here and in the request. */
  readonly action: string
  readonly arn: string
  readonly protocol: Protocol
  readonly request: CheckRequest
  /** The answer for a resource that does not exist. */
  readonly absent: { readonly status: 400 | 404; readonly code: string }
  /** The body of an answer that succeeds; other answers with status 200 are not from AWS. */
  readonly success: { readonly isAbout: (body: string, resource: string) => boolean; readonly example: (resource: string) => string }
  /** The same permission by a call whose denial has a body, where the answer to this one leaves open what was denied. */
  readonly clearer?: AwsCheck
  readonly messages: Messages<{ readonly title: (resource: string) => string }>
}

export type CheckRequest = {
  readonly service: string
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** With the query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type CheckResponse = { readonly status: number; readonly requestId: string; readonly body: string }

/** The code is empty where the response has none. */
export type ReadResponse =
  | { readonly kind: 'passed'; readonly requestId: string }
  | { readonly kind: 'refused'; readonly requestId: string; readonly code: string }

type Protocol = keyof typeof protocols

function errorType(body: string): string {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && '__type' in value ? String(value.__type) : ''
  } catch {
    return ''
  }
}

export const protocols = {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  'rest-xml': { code: (body: string) => /<Code>(\w[\w.]*)<\/Code>/.exec(body)?.[1] ?? '', denialStatuses: [403] },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html: denials have status 400.
  json: {
    code: (body: string) => /(?:^|#)([A-Z]\w+)$/.exec(errorType(body))?.[1] ?? '',
    denialStatuses: [400, 403],
  },
} as const

/** The answer to a HEAD request has no body, so its code follows from the status. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const bodylessCodes: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'AccessDenied',
  429: 'SlowDown',
  503: 'SlowDown',
}

const inserted = (text: string, resource: string): string => text.replaceAll('{{resource}}', () => resource)

export function checkRequest({ request }: AwsCheck, resource: string): CheckRequest & { readonly body: string } {
  const { path, body = '' } = request
  return { ...request, path: inserted(path, encodeURIComponent(resource)), body: inserted(body, JSON.stringify(resource).slice(1, -1)) }
}

/** A proxy or a sign-in page may say 200 to everything, so a success must name the resource and have a request ID. */
export function readResponse(check: AwsCheck, resource: string, { status, requestId, body }: CheckResponse): ReadResponse {
  const isHead = check.request.method === 'HEAD'
  if (status === 200) {
    const isPassed = requestId !== '' && check.success.isAbout(body, resource)
    return isPassed ? { kind: 'passed', requestId } : { kind: 'refused', requestId, code: 'IncompleteAnswer' }
  }
  const bodyless = status === check.absent.status ? check.absent.code : (bodylessCodes[status] ?? String(status))
  return { kind: 'refused', requestId, code: isHead ? bodyless : protocols[check.protocol].code(body) }
}

type HeardRequest = Required<Pick<CheckRequest, 'path' | 'headers' | 'body'>> & { readonly method: string }

/** The resource that a request of this check is about; null for any other request. */
export function resourceIn(check: AwsCheck, { method, path, headers, body }: HeardRequest): string | null {
  const { request } = check
  const hasHeaders = Object.entries(request.headers ?? {}).every(([name, value]) => headers[name] === value)
  if (method !== request.method || !hasHeaders) return null
  const isIn = (template: string, text: string) => {
    const pattern = template.split('{{resource}}').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    return new RegExp(`^${pattern.join('([^/"&]+)')}$`).exec(text)
  }
  const [inPath, inBody] = [isIn(request.path, path), isIn(request.body ?? '', body)]
  return inPath === null || inBody === null ? null : (inPath[1] ?? inBody[1] ?? null)
}
