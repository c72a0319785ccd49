import { messages } from '#core/text/messages.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand, roleCommand } from './permissions-command.ts'

type UnexplainedFacts = PlanFacts & { /** A call that needs the assumed role failed. */ readonly isOfAccess: boolean }

export const unexplainedFailureMessages = messages('unexplained-failure-rule', {
  'failure-unexplained': {
    title: 'The trust policy in the text doesn’t explain the failure',
    sentence: ({ vendor }: PlanFacts) => `The text tells of a failure, but the trust policy in it doesn’t keep ${vendor} out.`,
    detail: ({ isOfAccess, ...facts }: UnexplainedFacts) =>
      isOfAccess
        ? `If access fails only after the role was assumed, its permissions policy, the bucket policy, and the KMS key decide. To compare the permissions, paste the output of: ${permissionsCommand(facts)} Also check that ${facts.vendor} uses the role ${facts.roleArn}.`
        : `The text doesn’t give AWS’s reason. Ask ${facts.vendor} for the whole response. Check that the role in AWS has the ARN ${facts.roleArn} and this trust policy, trusts ${trustedPrincipal(facts)}, and requires the external ID ${facts.externalId}. To compare it, paste the output of: ${roleCommand(facts)}`,
  },
})

/** A failure is told before a fault that only lets others in. AWS's own errors have rules of their own. */
export const unexplainedFailureRule: PastedRule = familyRule(unexplainedFailureMessages.in, {
  id: 'failure-unexplained',
  part: 'finding',
  source: pages.roleTroubles,
  facts: ({ trust, vendorWords, errors, plan }) => {
    const failure = vendorWords?.failure ?? null
    if (trust?.signature?.rightId !== 'allowed' || failure === null || errors.length > 0) return null
    return { ...planFacts(plan), isOfAccess: failure === 'bucket' }
  },
})
