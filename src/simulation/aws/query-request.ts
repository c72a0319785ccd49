import { partitionOf, Region } from '#core/aws/region.ts'
import { type Answer, refused } from './answer.ts'
import { notAuthorized, permission } from './authorization.ts'
import type { Call } from './call.ts'
import { readCaller } from './caller.ts'
import { type Credential, missingAuthentication } from './credential.ts'
import { newUuid } from './identifiers.ts'
import { type QueryService, queryServices } from './services.ts'
import type { World } from './world.ts'

type QueryRequest = {
  readonly credential: Credential | null
  readonly parameters: URLSearchParams
  readonly requestId: string
}

/** By the scope of the signature, or by the API version where a call is not signed. */
function queryService({ credential, parameters }: QueryRequest): QueryService | undefined {
  return queryServices.find(({ name, version }) =>
    credential === null ? version === parameters.get('Version') : name === credential.service,
  )
}

const invalidScope = refused(403, 'SignatureDoesNotMatch', 'Credential should be scoped to a valid region.')

function callOf(world: World, { credential, parameters, requestId }: QueryRequest): Call | Answer {
  if (credential === null) return missingAuthentication
  const region = Region.safeParse(credential.region)
  if (!region.success) return invalidScope
  const partition = partitionOf(region.data)
  const caller = readCaller(world, partition, credential)
  return caller.kind === 'refused' ? caller : { world, caller, region: region.data, partition, parameters, requestId }
}

/** What a service answers to one call. */
function serviceAnswer(world: World, service: QueryService, request: QueryRequest): Answer {
  const name = request.parameters.get('Action') ?? ''
  const version = request.parameters.get('Version') ?? ''
  const action = Object.hasOwn(service.actions, name) ? service.actions[name] : undefined
  if (action === undefined || version !== service.version) {
    return refused(400, 'InvalidAction', `Could not find operation ${name} for version ${version}`)
  }
  const call = callOf(world, request)
  if ('kind' in call) return call
  if (service.resource === null) return action(call)
  const asked = { action: `${service.name}:${name}`, resource: service.resource(call), context: { 'aws:RequestedRegion': call.region } }
  const found = permission(world, call.caller, asked)
  if (found.kind === 'allowed') return action(call)
  const told = { ...asked, resource: service.resourceWords?.(call, name) ?? asked.resource }
  return refused(403, 'AccessDenied', notAuthorized(call.caller, told, found.reason))
}

/** An answer, with the name that the envelope of its response bears. */
export type QueryAnswer = { readonly answer: Answer; readonly action: string; readonly namespace: string; readonly requestId: string }

const fallbackNamespace = 'http://webservices.amazon.com/AWSFault/2005-15-09'

/** For a request without parameters. */
export const unreadAnswer = ({ randomBytes }: World, answer: Answer): QueryAnswer => ({
  answer,
  action: '',
  namespace: fallbackNamespace,
  requestId: newUuid(randomBytes),
})

export function queryAnswer(world: World, parameters: URLSearchParams, credential: Credential | null): QueryAnswer {
  const requestId = newUuid(world.randomBytes)
  const request = { credential, parameters, requestId }
  const service = queryService(request)
  const action = parameters.get('Action') ?? ''
  if (service !== undefined) return { answer: serviceAnswer(world, service, request), action, namespace: service.namespace, requestId }
  const answer = refused(400, 'InvalidAction', `Could not find operation ${action} in any service.`)
  return { answer, action, namespace: fallbackNamespace, requestId }
}
