import type { PrincipalView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { isOfVendor, type PrincipalForm } from './principal-form.ts'

type UserFacts = { readonly text: string; readonly vendor: string; readonly userArn: string }

export const principalUserMessages = messages('principal-user-rules', {
  'principal-user-case': {
    title: 'The trusted IAM user has different capitalization',
    sentence: ({ text, userArn }: UserFacts) =>
      `The trust policy trusts ${text}, which differs from the IAM user ${userArn} only in capitalization.`,
  },
  'principal-user-path': {
    title: 'The trusted IAM user has a different path',
    sentence: ({ text, userArn }: UserFacts) => `The trust policy trusts ${text}. The IAM user is ${userArn}, with a different path.`,
  },
  'principal-other-user': {
    title: 'The trusted principal isn’t the IAM user of the vendor',
    sentence: ({ text, vendor, userArn }: UserFacts) =>
      `The trust policy trusts ${text}, but ${vendor} calls AWS as the IAM user ${userArn}.`,
  },
})

type UserRule = keyof ReturnType<typeof principalUserMessages.in>

const lastName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** How a principal of the vendor account differs from the IAM user that the vendor calls as. Null if it doesn't, or there is none. */
function difference({ text, kind }: PrincipalView, { plan: { applicationUserArn: wanted } }: PastedRole): UserRule | null {
  if (wanted === null || text === wanted || (kind !== 'user' && kind !== 'role')) return null
  if (text.toLowerCase() === wanted.toLowerCase()) return 'principal-user-case'
  return kind === 'user' && lastName(text) === lastName(wanted) ? 'principal-user-path' : 'principal-other-user'
}

const userForm = (id: UserRule, source: string): PrincipalForm => ({
  rule: { id, source, messages: { in: (language) => ({ title: principalUserMessages.in(language)[id].title }) } },
  // The linter’s words for them.
  suppresses: ['TP07', 'TP08'],
  is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && difference(principal, pastedRole) === id,
  sentence: (language, { text }, { plan }) =>
    principalUserMessages.in(language)[id].sentence({ text, vendor: plan.vendor.name, userArn: plan.applicationUserArn ?? '' }),
})

/** For a vendor that calls AWS as an IAM user. */
export const userForms: readonly PrincipalForm[] = [
  userForm('principal-user-case', pages.identifiers),
  userForm('principal-user-path', pages.identifiers),
  userForm('principal-other-user', pages.principal),
]
