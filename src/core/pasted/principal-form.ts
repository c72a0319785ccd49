import type { PrincipalView } from '#core/policy/policy-view.ts'
import type { PastedRole } from './pasted-role.ts'
import type { CatalogFacts, PastedRule } from './pasted-rule.ts'

/** A principal in the place of the vendor. */
export type PrincipalForm = Pick<PastedRule, 'suppresses' | 'suppressedBy'> & {
  readonly rule: CatalogFacts
  readonly is: (principal: PrincipalView, pastedRole: PastedRole) => boolean
  readonly sentence: (language: string, principal: PrincipalView, pastedRole: PastedRole) => string
}

export const isOfVendor = ({ accountId, partition }: PrincipalView, { plan }: PastedRole): boolean =>
  accountId === plan.vendorAccountId && partition === plan.partition
