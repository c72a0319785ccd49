import { messages } from '#core/text/messages.ts'
import { otherThan } from './named-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

type RejectedFacts = PlanFacts & { readonly otherRole: string; readonly message: string }

export const otherRolePolicyMessages = messages('other-role-policy-rule', {
  'policy-of-other-role': {
    title: 'IAM rejects the trust policy of another role',
    sentence: ({ otherRole }: RejectedFacts) =>
      `IAM rejected the trust policy of the role ${otherRole}, because one of its principals doesn’t exist.`,
    detail: ({ roleName, message }: RejectedFacts) =>
      `The role of this connection is named ${roleName}, and this says nothing about it, unless the same program creates it too and stopped here. AWS said: ${message}`,
  },
})

/** The principals of another role needn't be those of the plan. */
export const otherRolePolicyRule: PastedRule = familyRule(otherRolePolicyMessages.in, {
  id: 'policy-of-other-role',
  suppressedBy: ['policy-principal-digits', 'policy-no-principal', 'policy-other-principal'],
  suppresses: ['creation-invalid-principal'],
  part: 'stack',
  source: pages.principal,
  facts: ({ errors, plan }) => {
    const error = errors.find(({ message }) => /Invalid principal in policy/i.test(message))
    const otherRole = otherThan(error?.roleName, plan)
    return error === undefined || otherRole === null ? null : { ...planFacts(plan), otherRole, message: asSentence(error.message) }
  },
})
