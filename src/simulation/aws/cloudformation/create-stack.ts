import { done, type Refusal, refused } from '#simulation/aws/answer.ts'
import { notAuthorized, permission } from '#simulation/aws/authorization.ts'
import { type Action, type Call, constraintRefusal, memberList, textList } from '#simulation/aws/call.ts'
import { newUuid } from '#simulation/aws/identifiers.ts'
import { roleKey } from '#simulation/aws/roles.ts'
import type { Stack, StackEvent, StackResource, State, World } from '#simulation/aws/state.ts'
import { parameterValues } from './parameter-values.ts'
import { madeCalls, resourceCalls } from './resource-calls.ts'
import { type PlannedResource, type StackPlan, stackPlan } from './stack-plan.ts'
import { event, findStack, moment, subjectOf, withStack } from './stacks.ts'
import { capabilityOf, type Template } from './template.ts'
import { type TemplateText, templateOf } from './template-views.ts'

type Created = { readonly state: State; readonly resources: readonly StackResource[]; readonly events: readonly StackEvent[] }
type Failed = { readonly kind: 'failed'; readonly events: readonly StackEvent[]; readonly logicalId: string; readonly at: number }

const subject = ({ logicalId, physicalId, type }: PlannedResource) => ({ logicalId, physicalId, type })

/** https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html */
const handlerErrorCodes: ReadonlyMap<string, string> = new Map([
  ['AccessDenied', 'AccessDenied'],
  ['EntityAlreadyExists', 'AlreadyExists'],
  ['LimitExceeded', 'ServiceLimitExceeded'],
  ['NoSuchEntity', 'NotFound'],
])

/** The wording of stack events since 2023. AWS documents only the codes. */
const handlerMessage = ({ code, message, status }: Refusal, { randomBytes }: World): string =>
  `Resource handler returned message: "${message} (Service: Iam, Status Code: ${status}, Request ID: ${newUuid(randomBytes)}) (SDK Attempt Count: 1)" (RequestToken: ${newUuid(randomBytes)}, HandlerErrorCode: ${handlerErrorCodes.get(code) ?? 'InvalidRequest'})`

type Outcome =
  | { readonly kind: 'created'; readonly state: State; readonly resource: StackResource }
  | { readonly kind: 'fault'; readonly reason: string }

function createdResource(call: Call, planned: PlannedResource): Outcome {
  const { partition, caller } = call
  const asked = resourceCalls(planned)
  if (asked.kind === 'fault') return { kind: 'fault', reason: asked.fault }
  const { roleName, policies } = asked
  const path = asked.calls[0]?.parameters.get('Path') ?? '/'
  const creation = {
    action: 'iam:CreateRole',
    resource: `arn:${partition}:iam::${caller.accountId}:role${path}${roleName}`,
    context: { 'aws:RequestedRegion': call.region },
  }
  const found = permission(call.world, caller, creation)
  if (found.kind === 'denied') {
    const refusal = refused(403, 'AccessDenied', notAuthorized(caller, creation, found.reason))
    return { kind: 'fault', reason: handlerMessage(refusal, call.world) }
  }
  const made = madeCalls(call, asked.calls)
  if (made.kind === 'refused') return { kind: 'fault', reason: handlerMessage(made, call.world) }
  const key = roleKey({ partition, accountId: caller.accountId, roleName })
  return {
    kind: 'created',
    state: made.state ?? call.world.state,
    resource: { ...subject(planned), roleKey: key, policies: [...policies] },
  }
}

/** Creates the resources in order, each in its share of the time. */
function created(call: Call, plan: StackPlan): Created | Failed {
  const events: StackEvent[] = []
  const resources: StackResource[] = []
  let { state } = call.world
  for (const [index, planned] of plan.resources.entries()) {
    const [start, end] = [index, index + 1].map((position) => 0.1 + (0.75 * position) / plan.resources.length)
    const [at, completeAt] = [moment(call.world, start ?? 0), moment(call.world, end ?? 1)]
    const outcome = createdResource({ ...call, world: { ...call.world, state, now: at } }, planned)
    events.push(event({ ...subject(planned), physicalId: '' }, at, { status: 'CREATE_IN_PROGRESS' }))
    if (outcome.kind === 'fault') {
      events.push(event({ ...subject(planned), physicalId: '' }, at, { status: 'CREATE_FAILED', reason: outcome.reason }))
      return { kind: 'failed', events, logicalId: planned.logicalId, at }
    }
    state = outcome.state
    resources.push(outcome.resource)
    events.push(event(subject(planned), at, { status: 'CREATE_IN_PROGRESS', reason: 'Resource creation Initiated' }))
    events.push(event(subject(planned), completeAt, { status: 'CREATE_COMPLETE' }))
  }
  return { state, resources, events }
}

/** A rollback deletes everything that was created for the stack. */
function rollbackEvents({ world }: Call, failed: Failed, stack: Stack): StackEvent[] {
  const reason = `The following resource(s) failed to create: [${failed.logicalId}]. Rollback requested by user.`
  const touched = new Map(failed.events.map((past) => [past.logicalId, past]))
  return [
    ...failed.events,
    event(subjectOf(stack), Math.max(failed.at, moment(world, 0.6)), { status: 'ROLLBACK_IN_PROGRESS', reason }),
    ...[...touched.values()].map((past) => event(past, moment(world, 0.85), { status: 'DELETE_COMPLETE' })),
    event(subjectOf(stack), moment(world, 1), { status: 'ROLLBACK_COMPLETE' }),
  ]
}

const firstEvent = (call: Call, stack: Stack): StackEvent =>
  event(subjectOf(stack), call.world.now, { status: 'CREATE_IN_PROGRESS', reason: 'User Initiated' })

function capabilityRefusal({ parameters }: Call, template: Template): Refusal | null {
  const needed = capabilityOf(template)
  const given = textList(parameters, 'Capabilities')
  const isEnough = given.includes('CAPABILITY_NAMED_IAM') || given.includes(needed)
  return isEnough ? null : refused(400, 'InsufficientCapabilitiesException', `Requires capabilities : [${needed}]`)
}

function newStack(call: Call, { text, template }: TemplateText, values: ReadonlyMap<string, string>): Stack {
  const { parameters, partition, region, caller } = call
  const stackName = parameters.get('StackName') ?? ''
  return {
    partition,
    accountId: caller.accountId,
    region,
    stackName,
    stackId: `arn:${partition}:cloudformation:${region}:${caller.accountId}:stack/${stackName}/${newUuid(call.world.randomBytes)}`,
    description: template.Description,
    templateText: text,
    parameters: [...values].map(([key, value]) => ({ key, value: template.Parameters[key]?.NoEcho ? '****' : value })),
    capabilities: textList(parameters, 'Capabilities'),
    tags: Object.fromEntries(memberList(parameters, 'Tags').map(({ Key = '', Value = '' }) => [Key, Value])),
    outputs: [],
    resources: [],
    events: [],
  }
}

export const stackNameRefusal = ({ parameters }: Call): Refusal | null =>
  constraintRefusal(parameters, {
    StackName: { required: true, minimumLength: 1, maximumLength: 128, pattern: '[a-zA-Z][-a-zA-Z0-9]*' },
  })

function requestRefusal(call: Call): Refusal | null {
  const refusal = stackNameRefusal(call)
  if (refusal !== null) return refusal
  const name = call.parameters.get('StackName') ?? ''
  return findStack(call, name) === undefined ? null : refused(400, 'AlreadyExistsException', `Stack [${name}] already exists`)
}

/** Carries out the plan of a stack that has its first events already. */
export function launched(call: Call, stack: Stack, plan: StackPlan): State {
  const { world } = call
  const before = [...stack.events, firstEvent(call, stack)]
  const outcome = created(call, plan)
  if ('kind' in outcome) return withStack(world.state, { ...stack, events: [...before, ...rollbackEvents(call, outcome, stack)] })
  const complete = event(subjectOf(stack), moment(world, 1), { status: 'CREATE_COMPLETE' })
  const events = [...before, ...outcome.events, complete]
  return withStack(outcome.state, { ...stack, events, resources: [...outcome.resources], outputs: [...plan.outputs] })
}

export type Prepared = { readonly stack: Stack; readonly plan: StackPlan; readonly values: ReadonlyMap<string, string> }

/** The checks that come before anything is created. `present` has the values that the call keeps. */
export function preparedStack(call: Call, present?: Stack): Prepared | Refusal {
  const source = templateOf(call)
  if ('kind' in source) return source
  const previous = new Map(present?.parameters.map(({ key, value }) => [key, value]))
  const given = memberList(call.parameters, 'Parameters').map(
    ({ ParameterKey = '', ParameterValue = '', UsePreviousValue }): [string, string] => [
      ParameterKey,
      UsePreviousValue === 'true' ? (previous.get(ParameterKey) ?? ParameterValue) : ParameterValue,
    ],
  )
  const values = parameterValues(source.template, new Map(given))
  if ('kind' in values) return values
  const lacking = capabilityRefusal(call, source.template)
  if (lacking !== null) return lacking
  const stack = newStack(call, source, values)
  const plan = stackPlan({ template: source.template, values, stack, call })
  return 'kind' in plan ? plan : { stack, plan, values }
}

export const createStack: Action = (call) => {
  const refusal = requestRefusal(call)
  if (refusal !== null) return refusal
  const prepared = preparedStack(call)
  if ('kind' in prepared) return prepared
  const { stack, plan } = prepared
  return done({ StackId: stack.stackId }, launched(call, stack, plan))
}
