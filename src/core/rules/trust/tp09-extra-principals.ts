import { memberOf } from '#core/policy/json/json-node.ts'
import { said } from '#core/rules/said.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { inGroups, principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

const providers = (subject: TrustSubject) =>
  subject.statements
    .filter(({ isAllow, element }) => isAllow && memberOf(element('Principal'), 'Federated') !== undefined)
    .map(({ path }) => ({
      message: said`People who sign in with an identity provider are trusted too. Make a role of its own for them.`,
      path: [...path, 'Principal', 'Federated'],
      at: 'key' as const,
    }))

export const tp09: TrustRule = {
  id: 'TP09',
  severity: 'high',
  title: 'Others are trusted beside the vendor',
  what: "An account that is not the vendor's, beside the vendor account, or an identity provider",
  why: 'The role is shared: what the vendor may do, the other one may do too, and nobody can tell their calls apart by role.',
  todo: 'Make one role for each vendor.',
  source: 'own',
  check: (subject) => {
    const placed = principalsOf(subject, ['account', 'role', 'user', 'session'])
    const isVendor = (accountId: string | null) => accountId === subject.context.vendorAccountId
    const others = placed.some(({ principal }) => isVendor(principal.accountId)) ? placed : []
    return [
      ...others
        .filter(({ principal }) => !isVendor(principal.accountId))
        .map(({ statement, principal }) => ({
          message: said`Account ${inGroups(principal.accountId ?? '')} is trusted beside the vendor. Make a role of its own for it.`,
          path: principal.path,
          fix: trustVendor(statement, subject),
        })),
      ...providers(subject),
    ]
  },
}
