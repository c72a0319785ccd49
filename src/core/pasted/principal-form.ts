import type { PrincipalView } from '#core/policy/policy-view.ts'
import type { PastedRole } from './pasted-role.ts'
import type { CatalogFacts, PastedRule } from './pasted-rule.ts'
import { roleArnParts } from './role-shapes.ts'

/** A principal in the place of the vendor. */
export type PrincipalForm = Pick<PastedRule, 'suppresses' | 'suppressedBy'> & {
  readonly rule: CatalogFacts
  readonly is: (principal: PrincipalView, pastedRole: PastedRole) => boolean
  readonly sentence: (language: string, principal: PrincipalView, pastedRole: PastedRole) => string
}

export const isOfVendor = ({ accountId, partition }: PrincipalView, { plan }: PastedRole): boolean =>
  accountId === plan.vendorAccountId && partition === plan.partition

/** How the role of a principal differs from the application role. Null for an unrelated role. */
export function roleDifference({ text }: PrincipalView, { plan }: PastedRole): 'same' | 'case' | 'path' | null {
  const [found, wanted] = [roleArnParts(text), roleArnParts(plan.applicationPrincipalArn ?? '')]
  if (found === null || wanted === null) return null
  if (found.arn === wanted.arn) return 'same'
  if (found.roleName === wanted.roleName) return 'path'
  return found.roleName.toLowerCase() === wanted.roleName.toLowerCase() ? 'case' : null
}

/** The digits in the place of an account, where they are none. */
export const accountDigits = (text: string): number =>
  /^(?:arn:[\w-]*:(?:iam|sts)::(\d*)(?=:)|(\d+)$)/
    .exec(text)
    ?.slice(1)
    .find((digits) => digits !== undefined)?.length ?? 12
