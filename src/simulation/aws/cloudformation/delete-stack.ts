import { done } from '#simulation/aws/answer.ts'
import { type Action, constraintRefusal } from '#simulation/aws/call.ts'
import { currentRole, withRoleVersions } from '#simulation/aws/roles.ts'
import type { Role, Stack, StackEvent, StackResource, World } from '#simulation/aws/state.ts'
import { event, findStack, happened, isDeleted, moment, subjectOf, withStack } from './stacks.ts'

const isRole = ({ type }: StackResource): boolean => type === 'AWS::IAM::Role'

/** IAM doesn't delete a role with policies that the stack didn't add. */
function foreignPolicies(role: Role, stack: Stack): readonly string[] {
  const ofStack = stack.resources.flatMap(({ policies }) => policies)
  return [...Object.keys(role.inlinePolicies), ...role.managedPolicyArns].filter((policy) => !ofStack.includes(policy))
}

function without(role: Role, policies: readonly string[]): Role {
  const kept = Object.entries(role.inlinePolicies).filter(([name]) => !policies.includes(name))
  return {
    ...role,
    inlinePolicies: Object.fromEntries(kept),
    managedPolicyArns: role.managedPolicyArns.filter((arn) => !policies.includes(arn)),
  }
}

type Step = { readonly world: World; readonly events: readonly StackEvent[]; readonly hasFailed: boolean }

function deleted(step: Step, resource: StackResource, stack: Stack): Step {
  const { world, events } = step
  const role = currentRole(world, resource.roleKey)
  const started = event(resource, world.now, { status: 'DELETE_IN_PROGRESS' })
  if (role !== null && isRole(resource) && foreignPolicies(role, stack).length > 0) {
    const reason = `Resource handler returned message: "Cannot delete entity, must delete policies first." (HandlerErrorCode: InvalidRequest)`
    return {
      world,
      events: [...events, started, event(resource, moment(world, 0.5), { status: 'DELETE_FAILED', reason })],
      hasFailed: true,
    }
  }
  const left = role === null || isRole(resource) ? null : without(role, resource.policies)
  const from = moment(world, 0.25)
  const state = role === null ? world.state : withRoleVersions(world, resource.roleKey, [{ from, role: left }])
  const finished = event(resource, moment(world, 0.5), { status: 'DELETE_COMPLETE' })
  return { ...step, world: { ...world, state }, events: [...events, started, finished] }
}

/** Deleting an absent stack succeeds. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html */
export const deleteStack: Action = (call) => {
  const { world, parameters } = call
  const refusal = constraintRefusal(parameters, { StackName: { required: true, minimumLength: 1 } })
  if (refusal !== null) return refusal
  const stack = findStack(call, parameters.get('StackName') ?? '')
  if (stack === undefined || isDeleted(stack, world.now)) return done(null)
  const first = event(subjectOf(stack), world.now, { status: 'DELETE_IN_PROGRESS', reason: 'User Initiated' })
  const start: Step = { world, events: [...happened(stack, world.now), first], hasFailed: false }
  const end = stack.resources.toReversed().reduce((step, resource) => deleted(step, resource, stack), start)
  const last = event(subjectOf(stack), moment(world, 1), { status: end.hasFailed ? 'DELETE_FAILED' : 'DELETE_COMPLETE' })
  return done(null, withStack(end.world.state, { ...stack, events: [...end.events, last] }))
}
