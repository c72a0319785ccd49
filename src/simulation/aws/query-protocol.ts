import { partitionOf, Region } from '#core/aws/region.ts'
import { behaviorOf } from './accounts.ts'
import { type Answer, done, missingAuthentication, refused } from './answer.ts'
import { notAuthorized, permission } from './authorization.ts'
import type { Action, Call } from './call.ts'
import { authenticate, type Credential } from './caller.ts'
import { changeSetActions } from './cloudformation/change-sets.ts'
import { createStack } from './cloudformation/create-stack.ts'
import { deleteStack } from './cloudformation/delete-stack.ts'
import { stackViewActions } from './cloudformation/stack-views.ts'
import { templateViewActions } from './cloudformation/template-views.ts'
import { updateStack } from './cloudformation/update-stack.ts'
import { iamActions } from './iam/actions.ts'
import { newPolicyArn } from './iam/managed-policies.ts'
import { keyOf } from './iam/role-lookup.ts'
import { newUuid } from './identifiers.ts'
import { currentRole, roleArnOf } from './roles.ts'
import { throttling } from './scenario.ts'
import type { World } from './state.ts'
import { assumeRole } from './sts/assume-role.ts'
import { vendorUser } from './vendor-user.ts'
import { type Xml, xmlDocument } from './xml.ts'

/** Needs no permission. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const getCallerIdentity: Action = ({ world, caller }) =>
  behaviorOf(world, caller.accountId).bucketRefusal === undefined
    ? done({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId })
    : throttling

const stsActions: Readonly<Record<string, Action>> = { AssumeRole: assumeRole, GetCallerIdentity: getCallerIdentity }

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html */
const cloudFormationActions: Readonly<Record<string, Action>> = {
  CreateStack: createStack,
  DeleteStack: deleteStack,
  UpdateStack: updateStack,
  ...changeSetActions,
  ...stackViewActions,
  ...templateViewActions,
}

type QueryService = {
  readonly name: string
  readonly version: string
  readonly namespace: string
  readonly actions: Readonly<Record<string, Action>>
  /** The resource that a session needs permission on. Null: the actions check permissions themselves. */
  readonly resource: ((call: Call) => string) | null
  /** The resource in a denial, if it isn't the ARN. */
  readonly resourceWords?: (call: Call, action: string) => string | null
}

function userResource({ world, partition, caller, parameters }: Call): string {
  const asked = `arn:${partition}:iam::${caller.accountId}:user/${parameters.get('UserName')}`
  const user = vendorUser(world.vendor, partition)
  return user?.arn.replace(/:user\/.*\//, ':user/') === asked ? user.arn : asked
}

function iamResource(call: Call): string {
  if (call.parameters.get('Action') === 'CreatePolicy') return newPolicyArn(call)
  if (call.parameters.has('UserName')) return userResource(call)
  if (call.parameters.has('PolicySourceArn')) return call.parameters.get('PolicySourceArn') ?? ''
  const role = currentRole(call.world, keyOf(call))
  return role === null
    ? `arn:${call.partition}:iam::${call.caller.accountId}:role/${call.parameters.get('RoleName') ?? ''}`
    : roleArnOf(role)
}

/** In denials IAM names a role by its name instead of its ARN, as in `on resource: role PixelworksAccess`. AWS documents neither. */
const roleWords = ({ parameters }: Call, action: string): string | null =>
  action === 'CreateRole' || !parameters.has('RoleName') ? null : `role ${parameters.get('RoleName')}`

export const queryServices: readonly QueryService[] = [
  { name: 'sts', version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/', actions: stsActions, resource: null },
  {
    name: 'iam',
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    actions: iamActions,
    resource: iamResource,
    resourceWords: roleWords,
  },
  {
    name: 'cloudformation',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    actions: cloudFormationActions,
    resource: ({ partition, region, caller, parameters }) =>
      `arn:${partition}:cloudformation:${region}:${caller.accountId}:stack/${parameters.get('StackName') ?? '*'}/*`,
  },
]

type QueryRequest = {
  readonly credential: Credential | null
  readonly parameters: URLSearchParams
  readonly requestId: string
}

/** Signed calls name the service in the scope of the signature. Unsigned calls are recognized by the API version. */
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
  const caller = authenticate(world, partition, credential)
  return caller.kind === 'refused' ? caller : { world, caller, region: region.data, partition, parameters, requestId }
}

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
  const named = { ...asked, resource: service.resourceWords?.(call, name) ?? asked.resource }
  return refused(403, 'AccessDenied', notAuthorized(call.caller, named, found.reason))
}

/** An answer, with the names in its envelope. */
export type QueryAnswer = { readonly answer: Answer; readonly action: string; readonly namespace: string; readonly requestId: string }

const fallbackNamespace = 'http://webservices.amazon.com/AWSFault/2005-15-09'

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

/** The Query protocol's envelope. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#response-serialization */
export function queryResponse({ answer, action, namespace, requestId }: QueryAnswer): Response {
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId, date: new Date().toUTCString() }
  if (answer.kind === 'refused') {
    const { status, code, message } = answer
    // https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
    const error: Xml = { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: requestId }
    return new Response(xmlDocument('ErrorResponse', error, namespace), { status, headers })
  }
  const body: Xml = {
    ...(answer.result === null ? {} : { [`${action}Result`]: answer.result }),
    ResponseMetadata: { RequestId: requestId },
  }
  return new Response(xmlDocument(`${action}Response`, body, namespace), { status: 200, headers })
}
