import { messages } from '#core/text/messages.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp06Messages = messages('TP06', {
  title: 'The trusted principal was deleted',
  what: 'A principal that is a unique ID (AROA…, AIDA…)',
  why: 'AWS stores a role or user as its unique ID and shows that ID when the role or user is gone. One of the same name that is created anew has another ID.',
  todo: 'Paste the policy again, with the vendor account as principal.',
  found: (text: string) => `The vendor's principal that this role trusted was deleted; AWS shows its ID ${text}. Trust the vendor account.`,
})

export const tp06: TrustRule = {
  id: 'TP06',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
  messages: tp06Messages,
  check: (subject) =>
    principalsOf(subject, ['unique-id'], () => true).map(({ statement, principal }) => ({
      message: (language) => tp06Messages.in(language).found(principal.text),
      path: principal.path,
      fix: trustVendor(statement, subject),
    })),
}
