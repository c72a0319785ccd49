import { messages } from '#core/text/messages.ts'
import { type ErrorFacts, hasCode, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

export const toldMessages = messages('told-rules', {
  'notice-self-trust': {
    title: 'A notice about roles that assume themselves',
    sentence: 'A role that assumes itself must be named in its own trust policy. The text doesn’t show whether yours needs that.',
    detail: (facts: ErrorFacts) =>
      `Ask ${facts.vendor} whether ${facts.roleName} must assume itself. If so, add ${facts.roleArn} as a principal to its trust policy, and allow sts:AssumeRole on it in its permissions policy. To see the trust policy, paste the output of: ${roleCommand(facts)}`,
  },
})

/** Reports in people's own words, without an error of AWS. */
export const toldRules: readonly PastedRule[] = ofErrors(toldMessages.in, [
  {
    id: 'notice-self-trust',
    part: 'finding',
    source: pages.roleTroubles,
    suppresses: ['vendor-denied'],
    is: hasCode('SelfTrustNotice'),
  },
])
