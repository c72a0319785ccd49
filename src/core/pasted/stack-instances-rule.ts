import { messages } from '#core/text/messages.ts'
import type { StackInstance } from './pasted-fact.ts'
import { familyRule, type PastedRule } from './pasted-rule.ts'

/** `states`: as the table has them, each once. */
type InstanceFacts = { readonly accounts: string; readonly states: string; readonly isFailed: boolean }

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
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceComprehensiveStatus.html */
const isFailed = ({ status, detailed }: StackInstance): boolean =>
  status === 'INOPERABLE' || /^(?:FAILED|FAILED_IMPORT|CANCELLED|INOPERABLE|SKIPPED_SUSPENDED_ACCOUNT)$/.test(detailed)

const each = (texts: readonly string[]): string => [...new Set(texts)].join(', ')

/** Where a failure is shown, it is told. */
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
