import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import type { Messages } from '#core/text/messages.ts'
import { type CheckResponse, type Protocol, protocols, type ServiceErrors } from './protocols.ts'

/** One read-only call that is made with the assumed role, to see that a permission works. */
export type AwsCheck = {
  /** Permanent: the `call` of vendor configs, verdicts and receipts. */
  readonly id: string
  /** The operation, as AWS writes it. */
  readonly operation: string
  /** The kind of the parameter whose values are checked. Null: the call is about the account. */
  readonly parameter: ParameterKind | null
  /** The permission that the call needs. */
  readonly action: string
  /** The ARN that it needs it on, as a policy names it. `{{resource}}` stands for the value, here and in the request. */
  readonly arn: string
  /** False for the one call that AWS allows without a permission. */
  readonly needsPermission?: false
  /** True if AWS charges for the call, so that a vendor has to name the check. */
  readonly isCharged?: true
  readonly protocol: Protocol
  readonly request: CheckRequest
  /** True if a partition has one endpoint for all Regions. */
  readonly isGlobal?: true
  readonly errors: ServiceErrors
  /** The answer for a resource that does not exist. Null: nothing that the call needs can be missing. */
  readonly absent: { readonly status: 400 | 404; readonly code: string } | null
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

/** A check of the account has this in place of a resource. */
export const wholeAccount = '*'

/** The role's account and the Region of the connection. `today` is a date, as in 2026-11-30. */
export type CheckPlace = {
  readonly partition: Partition
  readonly region: string
  readonly accountId: string
  readonly today: string
}

/** The code is empty where the response has none. */
export type ReadResponse =
  | { readonly kind: 'passed'; readonly requestId: string }
  | { readonly kind: 'refused'; readonly requestId: string; readonly code: string }

/** The answer to a HEAD request has no body, so its code follows from the status. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const bodylessCodes: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'AccessDenied',
  429: 'SlowDown',
  503: 'SlowDown',
}

const dayMs = 86_400_000

const valuesIn = ({ partition, region, accountId, today }: CheckPlace): Readonly<Record<string, string>> => ({
  ...{ partition, region, accountId, today },
  dnsSuffix: partitions[partition].dnsSuffix,
  yesterday: new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10),
})

/** `text` with its placeholders filled in. */
const filled = (text: string, resource: string, place: CheckPlace): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (name === 'resource' ? resource : (valuesIn(place)[name] ?? '')))

export const checkArn = ({ arn }: Pick<AwsCheck, 'arn'>, resource: string, place: CheckPlace): string => filled(arn, resource, place)

/** https://docs.aws.amazon.com/organizations/latest/userguide/region-support.html. The SDKs' rules of Cost Explorer name the same ones. */
const globalRegions: Readonly<Partial<Record<Partition, string>>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
}

/** The Region whose endpoint has the service. */
export const regionOf = ({ isGlobal }: AwsCheck, { partition, region }: CheckPlace): string =>
  isGlobal ? (globalRegions[partition] ?? region) : region

type FilledRequest = CheckRequest & Required<Pick<CheckRequest, 'headers' | 'body'>>

export function checkRequest({ request, protocol }: AwsCheck, resource: string, place: CheckPlace): FilledRequest {
  const { path, headers = {}, body = '' } = request
  const { written, headers: ofProtocol } = protocols[protocol]
  return {
    ...request,
    headers: { ...ofProtocol, ...headers },
    path: filled(path, encodeURIComponent(resource), place),
    body: filled(body, written(resource), place),
  }
}

/** A proxy or a sign-in page may say 200 to everything, so a success must name the resource and have a request ID. */
export function readResponse(check: AwsCheck, resource: string, response: CheckResponse): ReadResponse {
  const { status, requestId, body } = response
  if (status === 200) {
    const isPassed = requestId !== '' && check.success.isAbout(body, resource)
    return isPassed ? { kind: 'passed', requestId } : { kind: 'refused', requestId, code: 'IncompleteAnswer' }
  }
  const bodyless = status === check.absent?.status ? check.absent.code : (bodylessCodes[status] ?? String(status))
  return { kind: 'refused', requestId, code: check.request.method === 'HEAD' ? bodyless : protocols[check.protocol].code(response) }
}

type HeardRequest = Required<Pick<CheckRequest, 'path' | 'headers' | 'body'>> & { readonly method: string }

function resourceOf(template: string, text: string, resourceForm: string): string | null {
  const parts = template.split(/(\{\{\w+\}\})/).map((part) => {
    if (part === '{{resource}}') return `(${resourceForm})`
    return part.startsWith('{{') ? '[^/"&]+' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  const [whole, resource] = new RegExp(`^${parts.join('')}$`).exec(text) ?? []
  return whole === undefined ? null : (resource ?? '')
}

/** The resource that a request of this check is about; null for any other request. */
export function resourceIn(check: AwsCheck, { method, path, headers, body }: HeardRequest): string | null {
  const { request, protocol } = check
  const hasHeaders = Object.entries(request.headers ?? {}).every(([name, value]) => headers[name] === value)
  if (method !== request.method || !hasHeaders) return null
  const [inPath, inBody] = [resourceOf(request.path, path, '[^/"&]+'), resourceOf(request.body ?? '', body, '[^"&]+')]
  if (inPath === null || inBody === null) return null
  return inPath || protocols[protocol].read(inBody) || wholeAccount
}
