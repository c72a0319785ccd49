import { messages } from '#core/text/messages.ts'
import { denials, isOfRole } from './described-failure.ts'
import type { DescriptionFact } from './pasted-fact.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

type ChangedFacts = PlanFacts & Pick<DescriptionFact, 'isRecreated' | 'isStorageIntegration'>

export const changedIdMessages = messages('changed-id-rule', {
  'stated-id-changed': {
    title: 'The external ID was changed',
    sentence: ({ isRecreated, vendor }: ChangedFacts) =>
      isRecreated
        ? `The text says that the integration was created again. Many products then send a new external ID, so the trust policy may have the old one.`
        : `The text says that the external ID was changed. The trust policy and ${vendor} must have the same one.`,
    detail: ({ isStorageIntegration, ...facts }: ChangedFacts) =>
      [
        ...(isStorageIntegration
          ? [
              'DESC INTEGRATION shows the external ID as STORAGE_AWS_EXTERNAL_ID, and the caller as STORAGE_AWS_IAM_USER_ARN. The trust policy must have both. ALTER STORAGE INTEGRATION keeps them.',
            ]
          : []),
        `AWS denies the call unless the trust policy requires the external ID that ${facts.vendor} sends. For this connection, that’s ${facts.externalId}. To see what the trust policy requires, paste the output of: ${roleCommand(facts)}`,
      ].join(' '),
  },
})

/** Told by a person, in addition to an error that gives no reason. */
export const changedIdRule: PastedRule = familyRule(changedIdMessages.in, {
  id: 'stated-id-changed',
  part: 'trust-policy',
  source: pages.externalId,
  suppresses: denials,
  facts: (pastedRole) => {
    const { description, findings, trust, plan } = pastedRole
    if (description === null || findings.length > 0 || trust !== null || !isOfRole(pastedRole)) return null
    const { isIdChanged, isRecreated, isStorageIntegration } = description
    return isIdChanged || isRecreated ? { ...planFacts(plan), isRecreated: !isIdChanged, isStorageIntegration } : null
  },
})
