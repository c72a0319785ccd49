import * as z from 'zod/mini'
import type { PastedFact, StackEventsFact, StackFact } from './pasted-fact.ts'
import type { Shape } from './role-shapes.ts'
import { stackEvents } from './stack-events.ts'

const Text = z.optional(z.string())

const Event = z.object({
  StackName: Text,
  LogicalResourceId: z.string(),
  ResourceType: Text,
  ResourceStatus: z.string(),
  ResourceStatusReason: Text,
  Timestamp: Text,
})

const Stack = z.object({
  StackName: z.string(),
  StackStatus: z.string(),
  StackStatusReason: Text,
  Outputs: z._default(z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })), []),
  Parameters: z._default(z.array(z.object({ ParameterKey: z.string(), ParameterValue: z.string() })), []),
})

function eventsFact(events: readonly z.infer<typeof Event>[]): StackEventsFact {
  const first = events[0]?.Timestamp ?? ''
  const isNewestFirst = first >= (events.at(-1)?.Timestamp ?? '')
  return stackEvents(
    (isNewestFirst ? events : events.toReversed()).map((event) => ({
      logicalId: event.LogicalResourceId,
      status: event.ResourceStatus,
      reason: event.ResourceStatusReason ?? '',
      isOfStack: event.ResourceType === 'AWS::CloudFormation::Stack',
    })),
    events.find(({ StackName }) => StackName !== undefined)?.StackName ?? null,
  )
}

function stackFact(stack: z.infer<typeof Stack>): StackFact {
  return {
    kind: 'stack',
    stackName: stack.StackName,
    status: stack.StackStatus,
    statusReason: stack.StackStatusReason ?? null,
    outputs: Object.fromEntries(stack.Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    parameters: Object.fromEntries(stack.Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue])),
  }
}

const Events = z.array(Event).check(z.minLength(1))

function read<Value>(
  form: z.ZodMiniType<Value>,
  value: unknown,
  facts: (value: Value) => readonly PastedFact[],
): readonly PastedFact[] | null {
  const parsed = form.safeParse(value)
  return parsed.success ? facts(parsed.data) : null
}

/** The answers of CloudFormation. https://docs.aws.amazon.com/cli/latest/reference/cloudformation/describe-stack-events.html */
export const stackShapes: readonly Shape[] = [
  (value) => read(z.object({ StackEvents: Events }), value, ({ StackEvents }) => [eventsFact(StackEvents)]),
  (value) => read(Events, value, (events) => [eventsFact(events)]),
  (value) => read(z.object({ Stacks: z.array(Stack) }), value, ({ Stacks }) => Stacks.map(stackFact)),
  (value) => read(Stack, value, (stack) => [stackFact(stack)]),
]
