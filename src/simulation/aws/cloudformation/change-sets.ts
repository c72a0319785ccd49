import { type Answer, done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import { type Action, type Call, constraintRefusal } from '#simulation/aws/call.ts'
import { newUuid } from '#simulation/aws/identifiers.ts'
import type { ChangeSet, Stack, State } from '#simulation/aws/state.ts'
import { members, type Xml } from '#simulation/aws/xml.ts'
import { launched, type Prepared, preparedStack, stackNameRefusal } from './create-stack.ts'
import { stackPlan } from './stack-plan.ts'
import { event, findStack, noSuchStack, statusOf, subjectOf, withStack } from './stacks.ts'
import { readTemplate } from './template.ts'
import { prospect, updateStack } from './update-stack.ts'

/** A change set waits in it for its execution. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const inReview = 'REVIEW_IN_PROGRESS'

const namePattern = '[a-zA-Z][-a-zA-Z0-9]*'

/** The sentence by which the AWS CLI recognizes that there is nothing to deploy. */
const withoutChanges = "The submitted information didn't contain changes. Submit different information to create a change set."

const withChangeSet = (state: State, changeSet: ChangeSet): State => ({
  ...state,
  changeSets: [...state.changeSets.filter(({ changeSetId }) => changeSetId !== changeSet.changeSetId), changeSet],
})

function newChangeSet(call: Call, stack: Stack, { values, fault }: Pick<ChangeSet, 'values' | 'fault'>): ChangeSet {
  const { partition, region, caller, world, parameters } = call
  const name = parameters.get('ChangeSetName') ?? ''
  return {
    changeSetId: `arn:${partition}:cloudformation:${region}:${caller.accountId}:changeSet/${name}/${newUuid(world.randomBytes)}`,
    name,
    stackId: stack.stackId,
    createdAt: world.now,
    fault,
    values,
    isExecuted: false,
  }
}

function added(state: State, stack: Stack, changeSet: ChangeSet): Answer {
  return done({ Id: changeSet.changeSetId, StackId: stack.stackId }, withChangeSet(withStack(state, stack), changeSet))
}

/** A second change set for a stack in review belongs to that stack. */
function creation(call: Call, { stack, values }: Prepared, present: Stack | undefined): Answer {
  const reviewed: Stack =
    present === undefined
      ? { ...stack, events: [event(subjectOf(stack), call.world.now, { status: inReview, reason: 'User Initiated' })] }
      : { ...stack, stackId: present.stackId, events: present.events }
  return added(call.world.state, reviewed, newChangeSet(call, reviewed, { values: Object.fromEntries(values), fault: null }))
}

/** The stack stays as it is until the change set is executed. */
function update(call: Call, present: Stack): Answer {
  const found = prospect(call, present)
  if (found.kind === 'refused') return found
  const isEmpty = found.kind === 'no-changes'
  const changeSet = newChangeSet(call, present, {
    values: Object.fromEntries(found.prepared.values),
    fault: isEmpty ? withoutChanges : null,
  })
  return added(call.world.state, present, isEmpty ? changeSet : { ...changeSet, update: call.parameters.toString() })
}

function changeSetRefusal(call: Call): Refusal | null {
  return (
    stackNameRefusal(call) ??
    constraintRefusal(call.parameters, {
      ChangeSetName: { required: true, minimumLength: 1, maximumLength: 128, pattern: namePattern },
      ChangeSetType: { pattern: 'CREATE|UPDATE' },
    })
  )
}

type Target = { readonly present: Stack | undefined; readonly isUpdate: boolean }

const targetOf = (call: Call): Target => ({
  present: findStack(call, call.parameters.get('StackName') ?? ''),
  isUpdate: call.parameters.get('ChangeSetType') !== 'CREATE',
})

/** A stack in review is one that doesn't exist yet. */
function targetRefusal(call: Call, { present, isUpdate }: Target): Refusal | null {
  const stackName = call.parameters.get('StackName') ?? ''
  const name = call.parameters.get('ChangeSetName') ?? ''
  const isThere = present !== undefined && statusOf(present, call.world.now) !== inReview
  if (isUpdate && !isThere) return validationError(`Stack [${stackName}] does not exist`)
  if (!isUpdate && isThere)
    return validationError(`Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`)
  const isTaken = present !== undefined && ofStack(call, present).some((changeSet) => changeSet.name === name)
  return isTaken ? refused(400, 'AlreadyExistsException', `ChangeSet [${name}] already exists`) : null
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html */
const createChangeSet: Action = (call) => {
  const target = targetOf(call)
  const refusal = changeSetRefusal(call) ?? targetRefusal(call, target)
  if (refusal !== null) return refusal
  if (target.isUpdate && target.present !== undefined) return update(call, target.present)
  const prepared = preparedStack(call, target.present)
  return 'kind' in prepared ? prepared : creation(call, prepared, target.present)
}

const ofStack = ({ world }: Call, { stackId }: Stack): readonly ChangeSet[] =>
  world.state.changeSets.filter((changeSet) => changeSet.stackId === stackId)

type Found = { readonly changeSet: ChangeSet; readonly stack: Stack }

/** A change set is named by its ID, or by its name with that of its stack. */
function foundChangeSet(call: Call): Found | Refusal {
  const name = call.parameters.get('ChangeSetName') ?? ''
  const stackName = call.parameters.get('StackName')
  const byId = call.world.state.changeSets.find(({ changeSetId }) => changeSetId === name)
  const stack = findStack(call, byId?.stackId ?? stackName ?? '')
  const changeSet = byId ?? (stack === undefined ? undefined : ofStack(call, stack).find((given) => given.name === name))
  if (stack === undefined && stackName !== null && byId === undefined) return noSuchStack(stackName)
  if (stack === undefined || changeSet === undefined) return refused(404, 'ChangeSetNotFound', `ChangeSet [${name}] does not exist`)
  return { changeSet, stack }
}

const nameConstraint = { ChangeSetName: { required: true, minimumLength: 1, maximumLength: 1600 } }

function onChangeSet(act: (found: Found, call: Call) => Answer): Action {
  return (call) => {
    const refusal = constraintRefusal(call.parameters, nameConstraint)
    if (refusal !== null) return refusal
    const found = foundChangeSet(call)
    return 'kind' in found ? found : act(found, call)
  }
}

function executionStatus({ fault, isExecuted }: ChangeSet): string {
  if (fault !== null) return 'UNAVAILABLE'
  return isExecuted ? 'EXECUTE_COMPLETE' : 'AVAILABLE'
}

/** An update changes every role, since that is all that the simulator updates. */
const changes = ({ stack, changeSet }: Found): Xml | undefined => {
  const reading = readTemplate(stack.templateText)
  if (reading.kind === 'fault' || changeSet.fault !== null) return undefined
  return members(
    Object.entries(reading.template.Resources).map(([LogicalResourceId, { Type }]) => ({
      Type: 'Resource',
      ResourceChange: { Action: changeSet.update === undefined ? 'Add' : 'Modify', LogicalResourceId, ResourceType: Type },
    })),
  )
}

const describeChangeSet = onChangeSet((found) => {
  const { changeSet, stack } = found
  return done({
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.changeSetId,
    StackId: stack.stackId,
    StackName: stack.stackName,
    CreationTime: new Date(changeSet.createdAt).toISOString(),
    ExecutionStatus: executionStatus(changeSet),
    Status: changeSet.fault === null ? 'CREATE_COMPLETE' : 'FAILED',
    StatusReason: changeSet.fault ?? undefined,
    Parameters: members(stack.parameters.map(({ key, value }) => ({ ParameterKey: key, ParameterValue: value }))),
    Capabilities: members(stack.capabilities),
    Changes: changes(found),
  })
})

function executedUpdate(call: Call, changeSet: ChangeSet): Answer {
  const answer = updateStack({ ...call, parameters: new URLSearchParams(changeSet.update) })
  if (answer.kind === 'refused') return answer
  return done({}, withChangeSet(answer.state ?? call.world.state, { ...changeSet, isExecuted: true }))
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html */
const executeChangeSet = onChangeSet(({ changeSet, stack }, call) => {
  const status = executionStatus(changeSet)
  const reading = readTemplate(stack.templateText)
  if (status !== 'AVAILABLE' || reading.kind === 'fault')
    return refused(
      400,
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.changeSetId}] cannot be executed in its current status of [${status}]`,
    )
  if (changeSet.update !== undefined) return executedUpdate(call, changeSet)
  const { template } = reading
  const plan = stackPlan({ template, values: new Map(Object.entries(changeSet.values)), stack, call })
  return 'kind' in plan ? plan : done({}, withChangeSet(launched(call, stack, plan), { ...changeSet, isExecuted: true }))
})

export const changeSetActions: Readonly<Record<string, Action>> = {
  CreateChangeSet: createChangeSet,
  DescribeChangeSet: describeChangeSet,
  ExecuteChangeSet: executeChangeSet,
}
