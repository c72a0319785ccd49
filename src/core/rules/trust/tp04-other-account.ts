import type { PrincipalView } from '#core/policy/principal-view.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { inGroups, principalsOf, trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp04Messages = messages('TP04', {
  title: 'Another account is trusted',
  what: 'No principal is of the vendor account, or a principal is no account and no ARN',
  why: 'The product runs in the vendor account. A role that trusts another account can never be assumed by it.',
  todo: 'Copy the policy again.',
  noPrincipal: (text: string, vendor: string) => `${text} is no account and no ARN that can be trusted. The product runs in ${vendor}.`,
  otherAccount: (accountId: string, vendor: string) =>
    `This role trusts account ${accountId}; the product runs in ${vendor}. Copy the policy again.`,
})

function message({ accountId, text }: PrincipalView, { context }: TrustSubject): Text {
  const vendor = inGroups(context.vendorAccountId)
  if (accountId === null) return (language) => tp04Messages.in(language).noPrincipal(JSON.stringify(text), vendor)
  return (language) => tp04Messages.in(language).otherAccount(inGroups(accountId), vendor)
}

export const tp04: TrustRule = {
  id: 'TP04',
  severity: 'error',
  source: 'own',
  messages: tp04Messages,
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
