import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'

type QueueFacts = PlanFacts & {
  /** Empty where AWS doesn't name it. */
  readonly queue: string
  readonly isOfVendor: boolean
  readonly isRequested: boolean
}

export const queueMessages = messages('queue-rule', {
  'queue-denied': {
    title: 'Amazon SQS denied access to a queue',
    sentence: ({ queue }: QueueFacts) =>
      queue === ''
        ? 'Amazon SQS denied access to a queue, and doesn’t say why.'
        : `Amazon SQS denied access to the queue ${queue}, and doesn’t say why.`,
    detail: ({ isOfVendor, isRequested, vendor, ...facts }: QueueFacts) => {
      if (isOfVendor) return `The queue is in ${vendor}’s account, so only ${vendor} can fix it. This says nothing about the role.`
      const caller = `If ${vendor} made the call with the role, the role was assumed, and the trust policy isn’t the cause.`
      return isRequested
        ? `${caller} The cause can be the permissions policy of the role, the policy of the queue, or a policy of your organization. Paste the output of: ${permissionsCommand(facts)}`
        : `${caller} The requested permissions policy has no action of Amazon SQS, so ask ${vendor} whether it needs the queue.`
    },
  },
})

/** The account and the name are in the URL of the queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
const deniedQueue =
  /Access to the resource https?:\/\/(?:[\w-]+\.)?(?:sqs|queue)\b[\w.-]{0,80}\.amazonaws\.(?:com|eu)[\w.]*(?:\/(?:(\d{12})\/([\w.-]{1,80}))?)?[^\s]{0,80} is denied/i

/** A managed policy can allow it, and isn't read here. */
const requests = ({ permissionsPolicy, managedPolicyArns }: RolePlan): boolean =>
  managedPolicyArns.length > 0 ||
  listOf(permissionsPolicy.Statement).some(
    ({ NotAction, Action }) => NotAction !== undefined || listOf(Action).some((action) => /^(?:\*|sqs:)/i.test(action)),
  )

/** Amazon SQS names neither the caller nor the action. */
export const queueRule: PastedRule = familyRule(queueMessages.in, {
  id: 'queue-denied',
  part: 'finding',
  suppresses: ['service-call-denied'],
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied-errors.html',
  facts: ({ errors, plan }) => {
    const found = errors.map(({ message }) => deniedQueue.exec(message)).find((match) => match !== null)
    if (found === undefined) return null
    const [, account, queue = ''] = found
    return {
      ...planFacts(plan),
      queue,
      isOfVendor: account === plan.vendorAccountId && account !== plan.accountId,
      isRequested: requests(plan),
    }
  },
})
