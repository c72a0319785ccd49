import * as z from 'zod/mini'
import { done, type Refusal, validationError } from '#simulation/aws/answer.ts'
import type { Action, Call } from '#simulation/aws/call.ts'
import type { Stack, StackEvent, StackResource, State } from '#simulation/aws/state.ts'
import { type Prepared, preparedStack, stackNameRefusal } from './create-stack.ts'
import { madeCalls, type ResourceCall, resourceCall, resourceCalls } from './resource-calls.ts'
import { type PlannedResource, stackPlan } from './stack-plan.ts'
import { event, findStack, moment, noSuchStack, statusOf, subjectOf, withStack } from './stacks.ts'
import { readTemplate } from './template.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const updatable: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE']

const limit = 'The simulator updates only the policies of roles. Delete the stack, then create it again.'

const Properties = z.record(z.string(), z.unknown())

/** Numbers of parameters are texts, and names are in any order. */
const textOf = (settings: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    (_key, value: unknown) => (typeof value === 'number' ? String(value) : value),
  )

/** The parts that an update leaves as they are, as one text. */
function settingsOf({ logicalId, physicalId, type, properties }: PlannedResource): string {
  const { AssumeRolePolicyDocument: _trust, Policies: _policies, ManagedPolicyArns: _managed, ...settings } = Properties.parse(properties)
  return textOf({ logicalId, physicalId, type, ...settings })
}

/** The resources of the stack as it is. Null if its template can't be read any longer. */
function presentResources(call: Call, present: Stack): readonly PlannedResource[] | null {
  const reading = readTemplate(present.templateText)
  if (reading.kind === 'fault') return null
  const values = new Map(present.parameters.map(({ key, value }) => [key, value]))
  const plan = stackPlan({ template: reading.template, values, stack: present, call })
  return 'kind' in plan ? null : plan.resources
}

type Update = { readonly planned: PlannedResource; readonly calls: readonly ResourceCall[]; readonly resource: StackResource }

/** A managed policy is told by its ARN: the name of an inline policy has no colon. https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
const removal = (RoleName: string, policy: string): ResourceCall =>
  policy.includes(':')
    ? resourceCall('DetachRolePolicy', { RoleName, PolicyArn: policy })
    : resourceCall('DeleteRolePolicy', { RoleName, PolicyName: policy })

/** The calls that give the role its new policies. Null for anything else. */
function updateOf(planned: PlannedResource, { resources }: Stack): Update | null {
  const asked = resourceCalls(planned)
  const resource = resources.find(({ logicalId }) => logicalId === planned.logicalId)
  if (asked.kind === 'fault' || resource === undefined || planned.type !== 'AWS::IAM::Role') return null
  const { roleName: RoleName, policies, calls } = asked
  const [create, ...others] = calls
  const trust = { RoleName, PolicyDocument: create?.parameters.get('AssumeRolePolicyDocument') ?? '' }
  const dropped = resource.policies.filter((name) => !policies.includes(name))
  return {
    planned,
    resource: { ...resource, policies: [...policies] },
    calls: [resourceCall('UpdateAssumeRolePolicy', trust), ...others, ...dropped.map((policy) => removal(RoleName, policy))],
  }
}

function updatesOf(call: Call, present: Stack, planned: readonly PlannedResource[]): readonly Update[] | Refusal {
  const settings = presentResources(call, present)?.map(settingsOf).join()
  const updates = planned.flatMap((resource) => updateOf(resource, present) ?? [])
  return settings === planned.map(settingsOf).join() && updates.length === planned.length ? updates : validationError(limit)
}

/** The end of an update, or its rollback with the reason. */
function carriedOut(
  call: Call,
  updates: readonly Update[],
): { readonly state: State; readonly events: readonly StackEvent[]; readonly isDone: boolean } {
  const { world } = call
  const at = moment(world, 0.2)
  const made = madeCalls(
    { ...call, world: { ...world, now: at } },
    updates.flatMap(({ calls }) => calls),
  )
  const started = updates.map(({ planned }) => event(planned, at, { status: 'UPDATE_IN_PROGRESS' }))
  const reason = made.kind === 'refused' ? { reason: `Resource handler returned message: "${made.message}"` } : {}
  const status = made.kind === 'refused' ? 'UPDATE_FAILED' : 'UPDATE_COMPLETE'
  const ended = updates.map(({ planned }) => event(planned, moment(world, 0.8), { status, ...reason }))
  const state = made.kind === 'refused' ? world.state : (made.state ?? world.state)
  return { state, events: [...started, ...ended], isDone: made.kind !== 'refused' }
}

function updated(call: Call, present: Stack, { stack, plan }: Prepared, updates: readonly Update[]): State {
  const { world } = call
  const { state, events, isDone } = carriedOut(call, updates)
  const first = event(subjectOf(present), world.now, { status: 'UPDATE_IN_PROGRESS', reason: 'User Initiated' })
  const last = event(subjectOf(present), moment(world, 1), { status: isDone ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE' })
  const { templateText, parameters, description, capabilities } = stack
  const changes = {
    templateText,
    parameters,
    description,
    capabilities,
    outputs: [...plan.outputs],
    resources: updates.map(({ resource }) => resource),
  }
  return withStack(state, { ...present, ...(isDone ? changes : {}), events: [...present.events, first, ...events, last] })
}

const isSame = (present: Stack, { stack }: Prepared): boolean =>
  present.templateText === stack.templateText && JSON.stringify(present.parameters) === JSON.stringify(stack.parameters)

function withPreviousTemplate(call: Call, { templateText }: Stack): Call {
  if (call.parameters.get('UsePreviousTemplate') !== 'true') return call
  return { ...call, parameters: new URLSearchParams([...call.parameters, ['TemplateBody', templateText]]) }
}

type Prospect = {
  readonly kind: 'changes' | 'no-changes'
  readonly present: Stack
  readonly prepared: Prepared
  readonly updates: readonly Update[]
}

/** The effect that an update would have. Nothing is changed yet. */
export function prospect(given: Call, present: Stack): Prospect | Refusal {
  const status = statusOf(present, given.world.now)
  if (!updatable.includes(status)) return validationError(`Stack:${present.stackId} is in ${status} state and can not be updated.`)
  const call = withPreviousTemplate(given, present)
  const prepared = preparedStack(call, present)
  if ('kind' in prepared) return prepared
  if (isSame(present, prepared)) return { kind: 'no-changes', present, prepared, updates: [] }
  const updates = updatesOf(call, present, prepared.plan.resources)
  return 'kind' in updates ? updates : { kind: 'changes', present, prepared, updates }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html */
export const updateStack: Action = (call) => {
  const refusal = stackNameRefusal(call)
  if (refusal !== null) return refusal
  const name = call.parameters.get('StackName') ?? ''
  const present = findStack(call, name)
  if (present === undefined) return noSuchStack(name)
  const found = prospect(call, present)
  if (found.kind === 'refused') return found
  if (found.kind === 'no-changes') return validationError('The template and its parameters are those of the stack.')
  return done({ StackId: present.stackId }, updated(call, present, found.prepared, found.updates))
}
