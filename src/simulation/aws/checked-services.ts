import { partitionOf, Region } from '#core/aws/region.ts'
import { type AwsCheck, type CheckPlace, checkArn, resourceIn } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import type { Protocol } from '#core/checks/protocols.ts'
import { behaviorOf } from './accounts.ts'
import { missingAuthentication, type Refusal, refused } from './answer.ts'
import { notAuthorized, permission } from './authorization.ts'
import { authenticate, type Credential } from './caller.ts'
import { newUuid } from './identifiers.ts'
import type { World } from './state.ts'
import { type Xml, xmlDocument } from './xml.ts'

/** Services with a simulation of their own. */
const simulatedElsewhere = ['s3', 'sts']

const simulatedHere = checks.filter(({ request }) => !simulatedElsewhere.includes(request.service))

/** Services that are simulated only for the checks of a vendor's config. */
export const isCheckedService = (service: string | undefined): boolean => simulatedHere.some(({ request }) => request.service === service)

type CheckedCall = { readonly check: AwsCheck; readonly resource: string }

async function checkedCall(request: Request, url: URL, service: string): Promise<CheckedCall | null> {
  const { method } = request
  const call = {
    method,
    path: `${decodeURIComponent(url.pathname)}${url.search}`,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  }
  const found = simulatedHere.flatMap((check) => {
    const resource = check.request.service === service ? resourceIn(check, call) : null
    return resource === null ? [] : [{ check, resource }]
  })
  return found[0] ?? null
}

const unknownOperation = refused(400, 'UnknownOperationException', 'The simulator knows only the operations that a check makes.')
const invalidScope = refused(403, 'SignatureDoesNotMatch', 'Credential should be scoped to a valid region.')

/** A key has no name, so the key of zeros is missing. Nothing of an account is missing, except in accounts that end in 99. */
function isMissing({ check, resource }: CheckedCall, { accountId }: CheckPlace): boolean {
  if (check.parameter === null) return accountId.endsWith('99')
  return resource.startsWith('missing-') || resource.startsWith('00000000-')
}

/** Follows simulated S3: a name that starts with "missing-" means a resource that doesn't exist, and "locked-" one whose policy denies. */
function refusalOf(call: CheckedCall, world: World, credential: Credential): Refusal | null {
  const { check, resource } = call
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidScope
  const partition = partitionOf(region.data)
  const caller = authenticate(world, partition, credential)
  if (caller.kind === 'refused') return caller
  const place = { partition, region: region.data, accountId: caller.accountId, today: new Date(world.now).toISOString().slice(0, 10) }
  const asked = { action: check.action, resource: checkArn(check, resource, place), context: { 'aws:RequestedRegion': region.data } }
  const { denied, throttled } = check.errors
  const denial = (reason: string) => refused(denied.status, denied.code, notAuthorized(caller, asked, reason))
  const found = permission(world, caller, asked)
  if (found.kind !== 'allowed') return denial(found.reason)
  if (resource.startsWith('locked-')) return denial('with an explicit deny in a resource-based policy')
  if (check.absent !== null && isMissing(call, place)) return refused(check.absent.status, check.absent.code, `${resource} not found`)
  const isThrottled = behaviorOf(world, caller.accountId).bucketRefusal !== undefined
  return isThrottled ? refused(throttled.status, throttled.code, 'Rate exceeded') : null
}

type Answer = { readonly type: string; readonly body: string; readonly headers?: Readonly<Record<string, string>> }

/** EC2 has an envelope of its own. https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html#operation-error-serialization */
function xmlError(service: string, { code, message }: Refusal, requestId: string): Answer {
  const error: Xml = { Code: code, Message: message }
  const body =
    service === 'ec2'
      ? xmlDocument('Response', { Errors: { Error: error }, RequestID: requestId })
      : xmlDocument('ErrorResponse', { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: requestId })
  return { type: 'text/xml', body }
}

function errorAnswer(protocol: Protocol, service: string, refusal: Refusal, requestId: string): Answer {
  const { code, message } = refusal
  if (protocol === 'query') return xmlError(service, refusal, requestId)
  // https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
  if (protocol === 'rest-json')
    return { type: 'application/json', body: JSON.stringify({ Message: message }), headers: { 'x-amzn-errortype': code } }
  return { type: 'application/x-amz-json-1.0', body: JSON.stringify({ __type: code, message }) }
}

/** Answers in the protocol of the service. */
export async function checkedServiceResponse(request: Request, url: URL, credential: Credential | null, world: World): Promise<Response> {
  const requestId = newUuid(world.randomBytes)
  const respond = (status: number, { type, body, headers }: Answer) =>
    new Response(body, { status, headers: { 'content-type': type, 'x-amzn-requestid': requestId, ...headers } })
  if (credential === null) return respond(missingAuthentication.status, errorAnswer('json-1.0', '', missingAuthentication, requestId))
  const call = await checkedCall(request, url, credential.service)
  if (call === null) return respond(unknownOperation.status, errorAnswer('json-1.0', '', unknownOperation, requestId))
  const { check, resource } = call
  const { protocol } = check
  const refusal = refusalOf(call, world, credential)
  if (refusal !== null) return respond(refusal.status, errorAnswer(protocol, credential.service, refusal, requestId))
  return respond(200, { type: protocol === 'query' ? 'text/xml' : 'application/json', body: check.success.example(resource) })
}
