import { messages } from '#core/text/messages.ts'
import { principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp05Messages = messages('TP05', {
  title: 'Wildcard in a principal',
  what: '* or ? as a part of a principal',
  why: 'Wildcards cannot match part of a principal. AWS refuses the policy: Invalid principal in policy.',
  todo: 'Name the vendor account. To allow several roles of it, compare aws:PrincipalArn in a condition.',
  found: (text: string) => `${text} has a wildcard, and AWS takes none within a principal. Name the vendor account.`,
})

export const tp05: TrustRule = {
  id: 'TP05',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  messages: tp05Messages,
  check: (subject) =>
    principalsOf(subject, ['wildcard'], () => true).map(({ statement, principal }) => ({
      message: (language) => tp05Messages.in(language).found(JSON.stringify(principal.text)),
      path: principal.path,
      fix: trustVendor(statement, subject),
    })),
}
