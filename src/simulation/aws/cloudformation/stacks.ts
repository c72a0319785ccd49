import { type Answer, type Refusal, validationError } from '#simulation/aws/answer.ts'
import { type Action, type Call, constraintRefusal } from '#simulation/aws/call.ts'
import { uuidOf } from '#simulation/aws/identifiers.ts'
import type { Stack, StackEvent, State, World } from '#simulation/aws/state.ts'

export const stackType = 'AWS::CloudFormation::Stack'

export const happened = ({ events }: Stack, now: number): readonly StackEvent[] => events.filter(({ at }) => at <= now)

/** The last event of the stack itself, not of a resource in it. */
export function stackEvent(stack: Stack, now: number): StackEvent | undefined {
  return happened(stack, now).findLast(({ type, physicalId }) => type === stackType && physicalId === stack.stackId)
}

export const statusOf = (stack: Stack, now: number): string => stackEvent(stack, now)?.status ?? 'CREATE_IN_PROGRESS'

export const isDeleted = (stack: Stack, now: number): boolean => statusOf(stack, now) === 'DELETE_COMPLETE'

export function stacksOf({ world, partition, region, caller }: Call): readonly Stack[] {
  return world.state.stacks.filter(
    (stack) => stack.partition === partition && stack.region === region && stack.accountId === caller.accountId,
  )
}

/** Deleted stacks are found only by their ID. */
export function findStack(call: Call, name: string): Stack | undefined {
  const { now } = call.world
  return stacksOf(call).findLast((stack) => stack.stackId === name || (stack.stackName === name && !isDeleted(stack, now)))
}

/** Replaces the stack, and sorts its events by time. */
export function withStack(state: State, stack: Stack): State {
  const events = stack.events.toSorted((left, right) => left.at - right.at)
  return { ...state, stacks: [...state.stacks.filter(({ stackId }) => stackId !== stack.stackId), { ...stack, events }] }
}

export const noSuchStack = (name: string): Refusal => validationError(`Stack with id ${name} does not exist`)

export function onStack(act: (stack: Stack, call: Call) => Answer): Action {
  return (call) => {
    const refusal = constraintRefusal(call.parameters, { StackName: { required: true, minimumLength: 1 } })
    if (refusal !== null) return refusal
    const name = call.parameters.get('StackName') ?? ''
    const stack = findStack(call, name)
    return stack === undefined ? noSuchStack(name) : act(stack, call)
  }
}

type Subject = Pick<StackEvent, 'logicalId' | 'physicalId' | 'type'>

export const subjectOf = ({ stackName, stackId }: Pick<Stack, 'stackName' | 'stackId'>): Subject => ({
  logicalId: stackName,
  physicalId: stackId,
  type: stackType,
})

export function event(
  { logicalId, physicalId, type }: Subject,
  at: number,
  what: { readonly status: string; readonly reason?: string },
): StackEvent {
  const eventId = uuidOf(`${logicalId} ${physicalId} ${at} ${what.status}`)
  return { eventId, at: Math.round(at), logicalId, physicalId, type, ...what }
}

/** A stack takes about as long as a change takes to propagate. `share` goes from 0 to 1. */
export const moment = ({ now, delayMs }: World, share: number): number => Math.round(now + delayMs * share)
