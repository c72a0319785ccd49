import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Verdict } from './verdict.ts'

/** What the texts may speak of. */
export type ExplanationFacts = {
  readonly vendor: string
  /** In groups of four, as the console shows it. */
  readonly account: string
  readonly vendorAccount: string
  readonly roleName: string
  readonly roleArn: string
  readonly externalId: string
  readonly region: string
}

export function explanationFacts(plan: RolePlan): ExplanationFacts {
  return {
    vendor: plan.vendor.name,
    account: accountIdInGroups(plan.accountId),
    vendorAccount: accountIdInGroups(plan.vendorAccountId),
    roleName: plan.roleName,
    roleArn: plan.roleArn,
    externalId: plan.externalId,
    region: plan.region,
  }
}

type Words<Value> = (facts: ExplanationFacts) => Value

/** Which text stands beside the steps, ready to be pasted; see `pasteText`. */
export type PasteCode = 'trust-policy' | 'trust-policy-command' | 'permissions-policy' | 'permissions-policy-command'

/** Who has to do something. */
export type Actor = 'customer' | 'vendor' | 'nobody'

/** What is said of a diagnosis. */
export type ExplanationWords = {
  readonly title: string
  readonly happened: Words<string>
  /** As far as AWS lets anyone know, and what it does not reveal. */
  readonly why: Words<string>
  /** In order. */
  readonly todo: Words<readonly string[]>
}

export type Explanation = ExplanationWords & {
  readonly actor: Actor
  readonly paste: readonly PasteCode[]
}

export type VerdictKindWords = Readonly<Record<Verdict['kind'], string>>
