import { type PrincipalView, readPrincipal } from '#core/policy/policy-view.ts'
import type { PlacedPrincipal } from '#core/rules/trust/conditions.ts'
import { assuming, type PastedRole } from './pasted-role.ts'

/** IAM takes `"*"` in place of the whole element, too. */
export const placedPrincipals = (pastedRole: PastedRole): readonly PlacedPrincipal[] =>
  assuming(pastedRole).flatMap((statement) =>
    [...statement.principals, ...statement.texts('Principal').map(({ text, path }) => ({ text, path, ...readPrincipal(text) }))].map(
      (principal) => ({ statement, principal }),
    ),
  )

export const trustedPrincipals = (pastedRole: PastedRole): readonly PrincipalView[] =>
  placedPrincipals(pastedRole).map(({ principal }) => principal)

export const isVendorAccount = ({ plan }: PastedRole, { kind, accountId, partition }: PrincipalView): boolean =>
  kind === 'account' && accountId === plan.vendorAccountId && (partition === null || partition === plan.partition)

/** A principal of the vendor that the application calls as, as far as the plan knows. */
export const isApplication = (principal: PrincipalView, { plan }: PastedRole): boolean =>
  principal.accountId === plan.vendorAccountId &&
  principal.partition === plan.partition &&
  (plan.applicationPrincipalArns.length === 0 ? principal.kind === 'role' : plan.applicationPrincipalArns.includes(principal.text))

export const isTrusted = (pastedRole: PastedRole): boolean =>
  trustedPrincipals(pastedRole).some((principal) => isVendorAccount(pastedRole, principal) || isApplication(principal, pastedRole))

/** The vendor gets in, no matter who is named. */
export const isAllowed = ({ trust }: PastedRole): boolean => trust?.signature?.rightId === 'allowed'
