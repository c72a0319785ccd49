import { partitionOf, Region } from '#core/aws/region.ts'
import { type AwsCheck, protocols, resourceIn } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import { behaviorOf } from './accounts.ts'
import { missingAuthentication, type Refusal, refused } from './answer.ts'
import { notAuthorized, permission } from './authorization.ts'
import { authenticate, type Credential } from './caller.ts'
import { newUuid } from './identifiers.ts'
import type { World } from './state.ts'

const simulatedHere = checks.filter(({ request }) => request.service !== 's3')

/** Services that are simulated only for the checks of a vendor's config. S3 has its own simulation. */
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

/** Follows simulated S3: a name that starts with "missing-" means a resource that doesn't exist, and "locked-" one whose policy denies. */
function refusalOf({ check, resource }: CheckedCall, world: World, credential: Credential): Refusal | null {
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidScope
  const partition = partitionOf(region.data)
  const caller = authenticate(world, partition, credential)
  if (caller.kind === 'refused') return caller
  const values = { partition, region: region.data, accountId: caller.accountId, resource }
  const arn = check.arn.replace(/\{\{(partition|region|accountId|resource)\}\}/g, (_, name: keyof typeof values) => values[name])
  const status = protocols[check.protocol].denialStatuses[0]
  const denial = (reason: string) =>
    refused(status, 'AccessDeniedException', notAuthorized(caller, { action: check.action, resource: arn }, reason))
  const found = permission(world, caller, { action: check.action, resource: arn, context: { 'aws:RequestedRegion': region.data } })
  if (found.kind !== 'allowed') return denial(found.reason)
  if (resource.startsWith('locked-')) return denial('with an explicit deny in a resource-based policy')
  if (resource.startsWith('missing-')) return refused(check.absent.status, check.absent.code, `${resource} not found`)
  return behaviorOf(world, caller.accountId).bucketRefusal ?? null
}

/** https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
export async function checkedServiceResponse(request: Request, url: URL, credential: Credential | null, world: World): Promise<Response> {
  const requestId = newUuid(world.randomBytes)
  const respond = (status: number, body: string) =>
    new Response(request.method === 'HEAD' ? null : body, {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': requestId },
    })
  const refuse = ({ status, code, message }: Refusal) => respond(status, JSON.stringify({ __type: code, message }))
  if (credential === null) return refuse(missingAuthentication)
  const call = await checkedCall(request, url, credential.service)
  if (call === null) return refuse(unknownOperation)
  const refusal = refusalOf(call, world, credential)
  return refusal === null ? respond(200, call.check.success.example(call.resource)) : refuse(refusal)
}
