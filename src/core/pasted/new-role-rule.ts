import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

export const newRoleMessages = messages('new-role-rule', {
  'vendor-role-new': {
    title: 'The role is used in the same run that creates it',
    sentence: 'Terraform creates the role and hands it on in the same run. AWS may not know a new role everywhere yet.',
    detail: (facts: PlanFacts) =>
      `The text doesn’t show AWS’s error. Run terraform apply again after a minute. If it works then, wait in the configuration: a time_sleep of 30 seconds after the role and its policies, and depends_on in the resource that uses the role. If it fails again, paste that error, and the output of: ${roleCommand(facts)}`,
  },
})

/** Before the general words for the same failures. */
export const newRoleRule: PastedRule = familyRule(newRoleMessages.in, {
  id: 'vendor-role-new',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency',
  suppresses: ['vendor-denied', 'vendor-connection-failed'],
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id'],
  facts: ({ vendorWords, errors, trust, plan }) => {
    if (vendorWords?.isSameRun !== true || errors.length > 0 || trust !== null) return null
    const isOfOther =
      vendorWords.missingActions !== null || vendorWords.isOpen || vendorWords.circumstances?.includes('waited-in-vain') === true
    return isOfOther ? null : planFacts(plan)
  },
})
