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
  'external-id-not-sent': {
    title: 'The application doesn’t send the external ID',
    sentence: 'According to the text, the application doesn’t send the external ID, so a role that requires it denies the call.',
    detail: ({ externalId }: ErrorFacts) =>
      `The role needs no change. Set the external ID ${externalId} where the application runs, so that its call of AssumeRole has it. Don’t remove the condition from the trust policy.`,
  },
})

/** What people tell in words of their own, without an error of AWS. */
export const toldRules: readonly PastedRule[] = ofErrors(toldMessages.in, [
  {
    id: 'notice-self-trust',
    part: 'finding',
    source: pages.roleTroubles,
    suppresses: ['vendor-denied'],
    is: hasCode('SelfTrustNotice'),
  },
  {
    id: 'external-id-not-sent',
    part: 'vendor',
    source: pages.externalId,
    suppresses: ['vendor-denied', 'refused-without-reason'],
    is: hasCode('ExternalIdNotSent'),
  },
])
