import { done, validationError } from '#simulation/aws/answer.ts'
import type { Action, Call } from '#simulation/aws/call.ts'
import type { Stack, StackEvent } from '#simulation/aws/state.ts'
import { members, type Xml } from '#simulation/aws/xml.ts'
import { findStack, happened, isDeleted, noSuchStack, onStack, stackEvent, stacksOf, stackType, statusOf } from './stacks.ts'

const time = (ms: number): string => new Date(ms).toISOString()

const optional = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text)

const createdAt = ({ events }: Stack): number => events[0]?.at ?? 0

const complete: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE']

/** A stack has outputs only once it is complete. */
function outputsXml(stack: Stack, now: number): Xml | undefined {
  if (!complete.includes(statusOf(stack, now)) || stack.outputs.length === 0) return undefined
  return members(
    stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      Description: optional(description),
      ExportName: exportName,
    })),
  )
}

function stackXml(stack: Stack, { world: { now } }: Call): Xml {
  return {
    StackName: stack.stackName,
    StackId: stack.stackId,
    Description: optional(stack.description),
    CreationTime: time(createdAt(stack)),
    StackStatus: statusOf(stack, now),
    StackStatusReason: stackEvent(stack, now)?.reason,
    DisableRollback: false,
    Parameters: members(stack.parameters.map(({ key, value }) => ({ ParameterKey: key, ParameterValue: value }))),
    Capabilities: members(stack.capabilities),
    Tags: members(Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value }))),
    Outputs: outputsXml(stack, now),
    EnableTerminationProtection: false,
  }
}

const describeStacks: Action = (call) => {
  const name = call.parameters.get('StackName')
  if (name === null) {
    const present = stacksOf(call).filter((stack) => !isDeleted(stack, call.world.now))
    return done({ Stacks: members(present.toReversed().map((stack) => stackXml(stack, call))) })
  }
  const stack = findStack(call, name)
  return stack === undefined ? noSuchStack(name) : done({ Stacks: members([stackXml(stack, call)]) })
}

const eventXml = (stack: Stack, event: StackEvent): Xml => ({
  StackId: stack.stackId,
  EventId: event.type === stackType ? event.eventId : `${event.logicalId}-${event.status}-${event.eventId}`,
  StackName: stack.stackName,
  LogicalResourceId: event.logicalId,
  PhysicalResourceId: event.physicalId,
  ResourceType: event.type,
  Timestamp: time(event.at),
  ResourceStatus: event.status,
  ResourceStatusReason: event.reason,
})

const describeStackEvents: Action = (call) => {
  const name = call.parameters.get('StackName') ?? ''
  const stack = findStack(call, name)
  if (stack === undefined) return validationError(`Stack [${name}] does not exist`)
  return done({
    StackEvents: members(
      happened(stack, call.world.now)
        .toReversed()
        .map((event) => eventXml(stack, event)),
    ),
  })
}

const getTemplate = onStack((stack) => done({ TemplateBody: stack.templateText, StagesAvailable: members(['Original', 'Processed']) }))

const listStackResources = onStack((stack, { world: { now } }) => {
  const last = new Map(happened(stack, now).map((event) => [event.logicalId, event]))
  const resources = [...last.values()].filter(({ type }) => type !== stackType)
  return done({
    StackResourceSummaries: members(
      resources.map(({ logicalId, physicalId, type, status, reason, at }) => ({
        LogicalResourceId: logicalId,
        PhysicalResourceId: optional(physicalId),
        ResourceType: type,
        LastUpdatedTimestamp: time(at),
        ResourceStatus: status,
        ResourceStatusReason: reason,
      })),
    ),
  })
})

export const stackViewActions: Readonly<Record<string, Action>> = {
  DescribeStacks: describeStacks,
  DescribeStackEvents: describeStackEvents,
  GetTemplate: getTemplate,
  ListStackResources: listStackResources,
}
