import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'

/** What an artifact says about the role, read back from its text. A dialect that says nothing about a fact leaves it out. */
export type RoleFacts = {
  /** The only account that the role is made in. */
  readonly accountId: string
  readonly roleName: string
  readonly path: string
  readonly maxSessionDuration: number
  readonly permissionsBoundary: string | null
  readonly tags: Readonly<Record<string, string>>
  readonly trustPolicy: unknown
  readonly policyName: string | null
  readonly permissionsPolicy: unknown
  /** In alphabetical order: IAM has none. */
  readonly managedPolicyArns: readonly string[]
}

export function factsOf(plan: RolePlan): RoleFacts {
  const hasPermissions = listOf(plan.permissionsPolicy.Statement).length > 0
  return {
    accountId: plan.accountId,
    roleName: plan.roleName,
    path: plan.path,
    maxSessionDuration: plan.maxSessionDuration,
    permissionsBoundary: plan.permissionsBoundary,
    tags: plan.tags,
    trustPolicy: plan.trustPolicy,
    policyName: hasPermissions ? plan.policyName : null,
    permissionsPolicy: hasPermissions ? plan.permissionsPolicy : null,
    managedPolicyArns: sorted(plan.managedPolicyArns),
  }
}

export const sorted = (values: readonly unknown[]): readonly string[] => values.map(String).sort()

export const numberOf = (value: unknown): number => {
  if (typeof value !== 'number') throw new Error(`Not a number: ${JSON.stringify(value)}`)
  return value
}

/** Of the form that AWS has for tags: a list of keys and values. */
export const tagsOf = (pairs: readonly (readonly [key: unknown, value: unknown])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.map(([key, value]) => [String(key), String(value)]))
