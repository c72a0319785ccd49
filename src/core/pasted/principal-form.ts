import type { RolePlan } from '#core/connection/role-plan.ts'
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

export type RoleDifference = { readonly kind: 'case' | 'path'; readonly wanted: string }

function differenceFrom(text: string, applicationArn: string): RoleDifference | null {
  const [found, wanted] = [roleArnParts(text), roleArnParts(applicationArn)]
  if (found === null || wanted === null || found.arn === wanted.arn) return null
  if (found.roleName === wanted.roleName) return { kind: 'path', wanted: applicationArn }
  return found.roleName.toLowerCase() === wanted.roleName.toLowerCase() ? { kind: 'case', wanted: applicationArn } : null
}

/** How the role of a principal differs from a role of the application. Null for one of them, and for an unrelated role. */
export function roleDifference({ text }: PrincipalView, { applicationPrincipalArns }: RolePlan): RoleDifference | null {
  if (applicationPrincipalArns.includes(text)) return null
  return applicationPrincipalArns.flatMap((arn) => differenceFrom(text, arn) ?? [])[0] ?? null
}

/** The digits in the place of an account, where they are none. */
export const accountDigits = (text: string): number =>
  /^(?:arn:[\w-]*:(?:iam|sts)::(\d*)(?=:)|(\d+)$)/
    .exec(text)
    ?.slice(1)
    .find((digits) => digits !== undefined)?.length ?? 12
