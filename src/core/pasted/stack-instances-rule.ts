import { messages } from '#core/text/messages.ts'
import type { StackInstance } from './pasted-fact.ts'
import { familyRule, type PastedRule } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

/** `states`: as the table has them, each once. */
type InstanceFacts = { readonly accounts: string; readonly states: string; readonly isFailed: boolean }

/** `accountId`: empty where the text masks it. */
type FailedFacts = { readonly accountId: string; readonly logicalId: string; readonly resourceType: string; readonly reason: string }

export const isCustom = (resourceType: string): boolean => /^Custom::|::CustomResource$/.test(resourceType)

type AbsentFacts = { readonly message: string }

/** Without the ID that AWS adds to the name. */
export const stackSetIn = (message: string): string => /\bStackSet ([\w-]{1,128})/.exec(message)?.[1] ?? ''

export const stackInstancesMessages = messages('stack-instances-rule', {
  'stack-set-outdated': {
    title: 'Stacks of a stack set aren’t up to date',
    sentence: ({ accounts, states, isFailed }: InstanceFacts) =>
      isFailed
        ? `The stack set didn’t deploy its stack in ${accounts} (${states}), and this text doesn’t say why.`
        : `This shows no failure. The stack set hasn’t deployed its current version in ${accounts} (${states}).`,
    detail: ({ isFailed }: InstanceFacts) =>
      isFailed
        ? 'Open the "Operations" tab of the stack set and choose the operation. Its results give a reason for each account, so paste that. The events of the stack in the account itself give one, too. CANCELLED means that the operation stopped before it reached the account, often because another account failed.'
        : 'Open the "Operations" tab of the stack set. If an operation is running or queued, wait for it. If it failed or was stopped, its results give the reason. If it was only for other accounts, or there’s none, update the stack set for these accounts.',
  },
  'stack-set-absent': {
    title: 'There is no stack set with this name',
    sentence: ({ message }: AbsentFacts) =>
      `AWS can’t find the stack set ${stackSetIn(message)} in the account and the Region of the call, so this call created nothing.`,
    detail: ({ message }: AbsentFacts) =>
      `A stack set is in one Region of the management account, or of the account of a delegated administrator. Look there for its exact name. If it’s there, make the call in that account and Region. Otherwise, create it first. It’s what brings the role to other accounts. AWS said: ${message}`,
  },
  'stack-instance-failed': {
    title: 'A stack of the stack set failed',
    sentence: ({ logicalId, resourceType, accountId }: FailedFacts) =>
      `A stack of the stack set failed${accountId === '' ? '' : ` in account ${accountId}`}, because its resource ${logicalId} (${resourceType}) failed.`,
    detail: ({ resourceType, reason }: FailedFacts) =>
      `${
        isCustom(resourceType)
          ? 'A custom resource has a program behind it, and its log in CloudWatch in that account has the whole reason.'
          : 'The events of that stack, in the account in which it failed, have the whole reason.'
      } Whatever else the stack creates, such as a role, may be rolled back with it. If the account isn’t one that you meant, list the stacks of the set with aws cloudformation list-stack-instances. The message says: ${reason}`,
  },
})

const failedInstance =
  /^(?:Account \((\d{12})\), Region \([\w-]+\), FAILED: )?ResourceLogicalId: ?([\w-]+), ResourceType: ?([\w:@-]+), ResourceStatusReason: ?(.*)$/

/** A reason that no other rule knows, or that was cut off. */
export const failedInstanceRule: PastedRule = familyRule(stackInstancesMessages.in, {
  id: 'stack-instance-failed',
  part: 'stack',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-troubleshooting.html',
  facts: ({ errors }) => {
    const error = errors.find(({ code }) => code === 'StackInstance')
    const [, accountId = '', logicalId, resourceType, reason = ''] = failedInstance.exec(error?.message ?? '') ?? []
    return logicalId === undefined || resourceType === undefined ? null : { accountId, logicalId, resourceType, reason: asSentence(reason) }
  },
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceComprehensiveStatus.html */
const isFailed = ({ status, detailed }: StackInstance): boolean =>
  status === 'INOPERABLE' || /^(?:FAILED|FAILED_IMPORT|CANCELLED|INOPERABLE|SKIPPED_SUSPENDED_ACCOUNT)$/.test(detailed)

const each = (texts: readonly string[]): string => [...new Set(texts)].join(', ')

/** A shown failure is told. */
export const stackInstancesRule: PastedRule = familyRule(stackInstancesMessages.in, {
  id: 'stack-set-outdated',
  part: 'stack',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html',
  facts: ({ stackInstances }) => {
    const behind = stackInstances.filter((instance) => instance.status !== 'CURRENT' || isFailed(instance))
    const failed = behind.filter(isFailed)
    const stopping = failed.filter(({ detailed }) => detailed !== 'CANCELLED')
    const told = [stopping, failed, behind].find((instances) => instances.length > 0) ?? []
    if (told.length === 0) return null
    return {
      accounts: each(told.map(({ accountId }) => accountId)),
      states: each(told.map(({ status, detailed }) => (detailed === '' ? status : `${status}/${detailed}`))),
      isFailed: failed.length > 0,
    }
  },
})

export const absentSetRule: PastedRule = familyRule(stackInstancesMessages.in, {
  id: 'stack-set-absent',
  part: 'stack',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html',
  facts: ({ reasons }) => {
    const said = reasons.find((reason) => stackSetIn(reason) !== '' && /\bStackSet \S+ not found\b/.test(reason))
    return said === undefined ? null : { message: asSentence(said) }
  },
})
