import { messages } from '#core/text/messages.ts'
import { isPlaceholder } from '#core/text/placeholder.ts'
import { familyRule, type PlanFacts, planFacts, trusted } from './pasted-rule.ts'
import { unfilled } from './placeholder-rules.ts'

type FragmentFacts = PlanFacts & { readonly placeholders: string }

export const policyPartMessages = messages('policy-part-rules', {
  'element-misplaced': {
    title: 'An element of the statement is inside Principal',
    sentence: ({ element }: { readonly element: string }) =>
      `In the trust policy, ${element} is inside Principal, so the statement itself has no ${element}, and IAM rejects the policy.`,
    detail: ({ element }: { readonly element: string }) =>
      `Move ${element} to the level of Effect and Principal. In YAML, that means less indentation.`,
  },
  'policy-fragment': {
    title: 'Only a part of a trust policy',
    sentence: ({ placeholders }: FragmentFacts) =>
      placeholders === ''
        ? 'This is only a part of a trust policy, so it isn’t valid JSON.'
        : `This is only a part of a trust policy, with placeholders that were never filled in: ${placeholders}.`,
    detail: ({ placeholders, externalId, ...facts }: FragmentFacts) =>
      [
        'IAM accepts only a whole policy with all its braces and brackets, so use the one from this page.',
        ...(placeholders === ''
          ? ['If you shortened it only for this text, paste all of it.']
          : [
              `It has the principal ${trusted(facts)} and the external ID ${externalId}, in quotation marks. No comma follows the last value.`,
            ]),
      ].join(' '),
  },
})

const isElement = (key: string): boolean => /^(?:Effect|(?:Not)?Action|(?:Not)?Resource|Condition|Sid)$/.test(key)

export const misplaced = familyRule(policyPartMessages.in, {
  id: 'element-misplaced',
  part: 'trust-policy',
  suppresses: ['action-missing', 'TP39', 'TP11'],
  covers: ['TP23', 'TP24', 'TP39'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  facts: ({ trust }) => {
    const members = (trust?.statements ?? []).flatMap(({ element }) => {
      const principal = element('Principal')
      return principal?.kind === 'object' ? principal.members.map(({ key }) => key.value) : []
    })
    const found = members.find(isElement)
    return found === undefined ? null : { element: found }
  },
})

export const fragment = familyRule(policyPartMessages.in, {
  id: 'policy-fragment',
  part: 'trust-policy',
  suppresses: ['placeholder', 'template-variable'],
  covers: ['JSON01', 'JSON02', 'JSON08', 'TP12', 'TP26'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  facts: (pastedRole) =>
    pastedRole.rejection?.kind === 'fragment' ? { ...planFacts(pastedRole.plan), placeholders: unfilled(pastedRole, isPlaceholder) } : null,
})
