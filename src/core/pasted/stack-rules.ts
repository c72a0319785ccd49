import { isAcceptable } from '#core/connection/role-plan.ts'
import { tp28 } from '#core/rules/trust/document-form.ts'
import { messages } from '#core/text/messages.ts'
import { creationRules } from './creation-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { asSentence, quotedReason } from './quoted-reason.ts'
import { absentSetRule, failedInstanceRule, stackInstancesRule } from './stack-instances-rule.ts'
import { serviceUnreachable } from './stack-service-rule.ts'

type StatusFacts = { readonly status: string }

type AbsentFacts = PlanFacts & { readonly absentRole: string; readonly message: string }

type StateFacts = { readonly state: string }

type MessageFacts = { readonly message: string }

export const stackRulesMessages = messages('stack-rules', {
  'stack-role-absent': {
    title: 'The stack can’t find the role',
    sentence: ({ absentRole }: AbsentFacts) => `The stack failed because it needs the role ${absentRole}, which doesn’t exist.`,
    detail: ({ message }: AbsentFacts) =>
      `The role was deleted outside the stack, or another stack was to create it. Create the role and its policies with the same stack. A stack whose role was deleted can’t restore it, so delete that stack first. AWS said: ${message}`,
  },
  'stack-replaces-name': {
    title: 'The update would replace a resource with a fixed name',
    sentence: 'The stack wasn’t updated, because the change would replace a resource that has a fixed name.',
    detail: ({ message }: MessageFacts) =>
      `CloudFormation creates the new one before it deletes the old one, and both would have the same name. Delete the stack and create it again, or undo the change. AWS said: ${message}`,
  },
  'stack-hook-failed': {
    title: 'A hook of your company stopped the stack',
    sentence: 'The stack failed because a hook rejected it. Companies check stacks with hooks before CloudFormation creates anything.',
    detail: ({ message }: MessageFacts) => `Ask your AWS admin what the hook requires. IAM itself rejected nothing. AWS said: ${message}`,
  },
  'role-delete-conflict': {
    title: 'The role can’t be deleted as long as something is attached',
    sentence: 'The role wasn’t deleted, because policies or instance profiles are still attached to it.',
    detail: ({ message }: MessageFacts) =>
      `Detach managed policies, delete inline policies, and remove the role from instance profiles first. Then delete it again. A stack can’t remove what was attached outside it. AWS said: ${message}`,
  },
  'stack-in-progress': {
    title: 'The stack is still being created',
    sentence: ({ status }: StatusFacts) => `The stack is still being created (${status}), so the role doesn’t exist yet.`,
    detail: 'Wait about a minute.',
  },
  'stack-deleted': {
    title: 'The stack was deleted',
    sentence: ({ status }: StatusFacts) => `The stack was deleted (${status}), and the role with it.`,
    detail: 'To keep the connection, launch the stack again.',
  },
  stackRolledBack: {
    title: 'The stack rolled back',
    sentence: (logicalId: string, status: string) => {
      if (status.startsWith('DELETE')) return `The stack wasn’t deleted because ${logicalId} couldn’t be deleted.`
      return status.startsWith('UPDATE')
        ? `The stack wasn’t updated because ${logicalId} couldn’t be changed.`
        : `The stack rolled back because ${logicalId} couldn’t be created.`
    },
    resource: 'a resource',
    withoutReason: (rest: string) =>
      rest === '' ? 'The stack failed, and this text doesn’t say why.' : `The stack failed (${rest}), and this text doesn’t say why.`,
    toldOf: 'The stack failed or hangs, and this text doesn’t say why.',
    detail:
      'Its events give the reason: that of the oldest CREATE_FAILED. Paste them here. In CloudFormation, open the stack’s "Events" tab, or run aws cloudformation describe-stack-events. A deleted stack is under the filter "Deleted".',
  },
  'stack-unchanged': {
    title: 'The stack already is as the template has it',
    sentence: 'CloudFormation changed nothing, because the template and the parameters are the same as before.',
    detail: ({ message }: MessageFacts) =>
      `A role that was changed outside CloudFormation isn’t corrected this way. To check the role, paste the output of aws iam get-role. AWS said: ${message}`,
  },
  'stack-absent': {
    title: 'There is no stack with this name',
    sentence: 'There is no stack with this name in the account and the Region of the call.',
    detail: ({ message }: MessageFacts) =>
      `It was deleted, has another name, or is in another Region or account. Stacks belong to one Region, while roles are global. AWS said: ${message}`,
  },
  'stack-not-updatable': {
    title: 'The stack can’t be updated in its state',
    sentence: ({ state }: StateFacts) =>
      /^ROLLBACK_/.test(state)
        ? `The stack can’t be updated, because an earlier attempt to create it failed (${state}).`
        : `The stack can’t be updated in the state ${state}.`,
    detail: ({ state }: StateFacts) => {
      if (/IN_PROGRESS$/.test(state)) return 'Wait until the operation that’s running has ended, and try again.'
      if (state === 'UPDATE_ROLLBACK_FAILED')
        return 'In CloudFormation, choose "Continue update rollback" first. The events of the stack say why the rollback failed.'
      if (/^DELETE_/.test(state)) return 'Delete it first, and create it again. Its events say why it wasn’t deleted.'
      return 'It can only be deleted. Its events say why it failed, so read the first CREATE_FAILED. Then delete the stack, and create it again.'
    },
  },
  'stack-resource-exists': {
    title: 'A resource of the template already exists',
    sentence: 'CloudFormation didn’t start, because a resource of the template already exists in the account.',
    detail: ({ message }: MessageFacts) =>
      `It’s often a role or policy of an earlier attempt. The "Events" tab of the stack or change set names it. Don’t delete it before you know who created it. AWS said: ${message}`,
  },
  'stack-external-id-differs': {
    title: 'The stack was launched with a different external ID',
    sentence: ({ given, externalId }: { readonly given: string; readonly externalId: string }) =>
      `The stack was launched with the external ID ${given}, but yours is ${externalId}.`,
    detail: 'The value was changed on the CloudFormation page.',
  },
})

const inProgress = /_IN_PROGRESS$/
const statusOf = ({ stack, events }: PastedRole): string => stack?.status ?? events?.status ?? ''

/** Follows from the status of the stack alone. */
const statusRule = (id: 'stack-in-progress' | 'stack-deleted', is: (status: string, pastedRole: PastedRole) => boolean): PastedRule =>
  familyRule(stackRulesMessages.in, {
    id,
    part: 'stack',
    source: pages.stackTroubles,
    facts: (pastedRole) => (is(statusOf(pastedRole), pastedRole) ? { status: statusOf(pastedRole) } : null),
  })

const stackRunning = statusRule(
  'stack-in-progress',
  (status, { events }) => inProgress.test(status) && !/ROLLBACK|DELETE/.test(status) && events?.firstFailure == null,
)

const stackDeleted = statusRule('stack-deleted', (status) => /^DELETE_(?:COMPLETE|IN_PROGRESS)$/.test(status))

const statusIn = (reasons: readonly string[]): string => /\b(?:\w+_FAILED|\w*ROLLBACK\w*)\b/.exec(reasons.join(' '))?.[0] ?? ''

const stackFailed: PastedRule = {
  id: 'stack-rolled-back',
  suppressedBy: [tp28.id, ...creationRules.map(({ id }) => id)],
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackRolledBack.title,
  source: pages.stackTroubles,
  found: (pastedRole) => {
    const isReported = pastedRole.reasons.some((reason) =>
      /Failed to create\/update the stack|The stack named \S+ failed|is in ROLLBACK_\w+ state|The following resource\(s\) failed to (?:create|update|delete)/.test(
        reason,
      ),
    )
    const ofStack = pastedRole.errors.find(({ code, isOfStack }) => isOfStack && code === 'NoConnection')
    const isTold = pastedRole.errors.some(({ code }) => code === 'StackToldOf')
    if (!isReported && !isTold && ofStack === undefined && !/ROLLBACK|_FAILED$/.test(statusOf(pastedRole))) return null
    const failure = pastedRole.events?.firstFailure ?? (ofStack === undefined ? null : { logicalId: '', reason: ofStack.message })
    return {
      sentence: failure
        ? (language) =>
            stackRulesMessages
              .in(language)
              .stackRolledBack.sentence(failure.logicalId || stackRulesMessages.in(language).stackRolledBack.resource, statusOf(pastedRole))
        : (language) =>
            isTold
              ? stackRulesMessages.in(language).stackRolledBack.toldOf
              : stackRulesMessages.in(language).stackRolledBack.withoutReason(statusOf(pastedRole) || statusIn(pastedRole.reasons)),
      detail: failure ? quotedReason(failure.reason) : (language) => stackRulesMessages.in(language).stackRolledBack.detail,
    }
  },
}

const stackExternalId = familyRule(stackRulesMessages.in, {
  id: 'stack-external-id-differs',
  part: 'stack',
  source: pages.externalId,
  facts: ({ stack, plan }) => {
    const given = stack?.parameters['ExternalId']
    return given === undefined || isAcceptable(given, plan) ? null : { given: JSON.stringify(given), externalId: plan.externalId }
  },
})

const absentRole = /role with name ([\w+=,.@-]{1,64}) cannot be found/i

/** A terminal says the same of a command. */
const stackRoleAbsent = familyRule(stackRulesMessages.in, {
  id: 'stack-role-absent',
  suppresses: ['role-absent', 'stack-rolled-back'],
  part: 'stack',
  source: pages.stackTroubles,
  facts: ({ reasons, events, plan }) => {
    const isOfStack = (reason: string): boolean => events?.firstFailure?.reason === reason || /HandlerErrorCode/.test(reason)
    const said = reasons.find((reason) => absentRole.test(reason) && isOfStack(reason))
    return said === undefined
      ? null
      : { ...planFacts(plan), absentRole: absentRole.exec(said)?.[1] ?? plan.roleName, message: asSentence(said) }
  },
})

const notUpdatable = familyRule(stackRulesMessages.in, {
  id: 'stack-not-updatable',
  suppresses: ['stack-rolled-back'],
  part: 'stack',
  source: pages.stackTroubles,
  facts: ({ reasons }) => {
    const found = reasons.map((reason) => /\bis in (\w+) state and can ?not be updated/.exec(reason)).find((match) => match !== null)
    return found?.[1] === undefined ? null : { state: found[1] }
  },
})

type Said = Pick<PastedRule, 'source'> & {
  readonly id:
    | 'stack-unchanged'
    | 'stack-absent'
    | 'stack-replaces-name'
    | 'stack-resource-exists'
    | 'stack-hook-failed'
    | 'role-delete-conflict'
  readonly pattern: RegExp
}

const sayings: readonly Said[] = [
  { id: 'stack-unchanged', source: pages.stackTroubles, pattern: /No updates are to be performed/i },
  { id: 'stack-absent', source: pages.stackTroubles, pattern: /\bStack (?:with id |\[|named )?[\w:/-]{1,200}\]? does not exist/ },
  {
    id: 'stack-replaces-name',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
    pattern: /cannot update a stack when a custom-named resource requires replacing/i,
  },
  {
    id: 'stack-resource-exists',
    source: pages.stackTroubles,
    pattern: /EarlyValidation::ResourceExistenceCheck/,
  },
  {
    id: 'stack-hook-failed',
    source: 'https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/what-is-cloudformation-hooks.html',
    pattern: /following hook\(s\)(?:\/validation)? failed(?![^\n]*EarlyValidation)|\bHook failed with message/i,
  },
  {
    id: 'role-delete-conflict',
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html',
    pattern: /Cannot delete entity, must (?:detach|delete|remove)/i,
  },
]

const ofSaying = ({ pattern, ...rule }: Said): PastedRule =>
  familyRule(stackRulesMessages.in, {
    ...rule,
    part: 'stack',
    suppresses: ['stack-rolled-back'],
    facts: ({ reasons }) => {
      const said = reasons.find((reason) => pattern.test(reason))
      return said === undefined ? null : { message: asSentence(said) }
    },
  })

/** How far the stack is that should have created the role. */
export const stackRules: readonly PastedRule[] = [
  stackInstancesRule,
  failedInstanceRule,
  absentSetRule,
  stackRunning,
  stackRoleAbsent,
  serviceUnreachable,
  notUpdatable,
  ...sayings.map(ofSaying),
  stackDeleted,
  stackFailed,
  stackExternalId,
]
