import type { Finding } from './finding.ts'
import { lintPermissionsPolicy } from './lint.ts'
import type { PermissionsContext } from './permissions/permissions-rule.ts'

/**
 * What is wrong with the permissions policies of one role, in their order. They are looked at together: one may allow
 * what becomes dangerous by another, and a Deny in one holds for all.
 */
export function lintPermissionsPolicies(
  texts: readonly string[],
  context: Omit<PermissionsContext, 'otherPolicies'> = {},
): readonly (readonly Finding[])[] {
  return texts.map((text, index) => lintPermissionsPolicy(text, { ...context, otherPolicies: texts.toSpliced(index, 1) }))
}
