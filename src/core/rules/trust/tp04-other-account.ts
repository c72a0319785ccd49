import type { PrincipalView } from '#core/policy/principal-view.ts'
import { type Said, said } from '#core/rules/said.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { inGroups, principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

function message({ accountId, text }: PrincipalView, { context }: TrustSubject): Said {
  const vendor = inGroups(context.vendorAccountId)
  if (accountId === null) return said`${JSON.stringify(text)} is no account and no ARN that can be trusted. The product runs in ${vendor}.`
  return said`This role trusts account ${inGroups(accountId)}; the product runs in ${vendor}. Copy the policy again.`
}

export const tp04: TrustRule = {
  id: 'TP04',
  severity: 'error',
  title: 'Another account is trusted',
  what: 'No principal is of the vendor account, or a principal is no account and no ARN',
  why: 'The product runs in the vendor account. A role that trusts another account can never be assumed by it.',
  todo: 'Copy the policy again.',
  source: 'own',
  check: (subject) => {
    const placed = principalsOf(subject, ['account', 'role', 'user', 'session', 'other'])
    const { vendorAccountId } = subject.context
    const isVendorNamed = placed.some(({ principal }) => principal.accountId === vendorAccountId)
    return placed
      .filter(({ principal }) => principal.kind === 'other' || (!isVendorNamed && principal.accountId !== vendorAccountId))
      .map(({ statement, principal }) => ({
        message: message(principal, subject),
        path: principal.path,
        fix: trustVendor(statement, subject),
      }))
  },
}
