import { messages } from '#core/text/messages.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

export const unexplainedFailureMessages = messages('unexplained-failure-rule', {
  'failure-unexplained': {
    title: 'The trust policy in the text doesn’t explain the failure',
    sentence: ({ vendor }: PlanFacts) => `The text tells of a failure, but the trust policy in it doesn’t keep ${vendor} out.`,
    detail: (facts: PlanFacts) =>
      `The message isn’t AWS’s own, and doesn’t give AWS’s reason. Ask ${facts.vendor} for the whole response. Check that the role in AWS has the ARN ${facts.roleArn} and this trust policy, trusts ${trustedPrincipal(facts)}, and requires the external ID ${facts.externalId}. To compare it, paste the output of: ${roleCommand(facts)}`,
  },
})

/** A failure is told before a fault that only lets others in. */
export const unexplainedFailureRule: PastedRule = familyRule(unexplainedFailureMessages.in, {
  id: 'failure-unexplained',
  part: 'finding',
  source: pages.roleTroubles,
  facts: ({ trust, vendorWords, plan }) =>
    trust?.signature?.rightId === 'allowed' && (vendorWords?.failure ?? null) !== null ? planFacts(plan) : null,
})
