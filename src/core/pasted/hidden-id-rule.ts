import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

export const hiddenIdMessages = messages('hidden-id-rule', {
  'external-id-hidden': {
    title: 'The text hides the external ID of the trust policy',
    sentence: 'The text hides the external ID of the trust policy, so we can’t tell whether it’s the right one.',
    detail: ({ externalId, vendor }: PlanFacts) =>
      `It must be ${externalId}, with the same capitalization. Compare both, and check the account ID and the role name in ${vendor}. An external ID isn’t a secret.`,
  },
})

/** Pasted with a failure, which the hidden value may explain. */
export const hiddenIdRule: PastedRule = familyRule(hiddenIdMessages.in, {
  id: 'external-id-hidden',
  part: 'trust-policy',
  source: pages.externalId,
  facts: ({ trust, rejection, proviso, errors, vendorWords, plan }) => {
    const isFailed = errors.length > 0 || vendorWords?.failure != null
    const isWhole = rejection?.kind !== 'fragment' || trust?.signature?.rightId === 'allowed'
    return proviso?.open.includes('sts:ExternalId') === true && isFailed && isWhole ? planFacts(plan) : null
  },
})
