import { memberOf } from '#core/policy/json/json-node.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { inGroups, principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp09Messages = messages('TP09', {
  title: 'Others are trusted beside the vendor',
  what: "An account that is not the vendor's, beside the vendor account, or an identity provider",
  why: 'The role is shared: what the vendor may do, the other one may do too, and nobody can tell their calls apart by role.',
  todo: 'Make one role for each vendor.',
  federated: 'People who sign in with an identity provider are trusted too. Make a role of its own for them.',
  account: (accountId: string) => `Account ${accountId} is trusted beside the vendor. Make a role of its own for it.`,
})

const providers = (subject: TrustSubject) =>
  subject.statements
    .filter(({ isAllow, element }) => isAllow && memberOf(element('Principal'), 'Federated') !== undefined)
    .map(({ path }) => ({
      message: (language: string) => tp09Messages.in(language).federated,
      path: [...path, 'Principal', 'Federated'],
      at: 'key' as const,
    }))

export const tp09: TrustRule = {
  id: 'TP09',
  severity: 'high',
  source: 'own',
  messages: tp09Messages,
  check: (subject) => {
    const placed = principalsOf(subject, ['account', 'role', 'user', 'session'])
    const isVendor = (accountId: string | null) => accountId === subject.context.vendorAccountId
    const others = placed.some(({ principal }) => isVendor(principal.accountId)) ? placed : []
    return [
      ...others
        .filter(({ principal }) => !isVendor(principal.accountId))
        .map(({ statement, principal }) => ({
          message: (language: string) => tp09Messages.in(language).account(inGroups(principal.accountId ?? '')),
          path: principal.path,
          fix: trustVendor(statement, subject),
        })),
      ...providers(subject),
    ]
  },
}
