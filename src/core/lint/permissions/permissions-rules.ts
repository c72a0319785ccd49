import type { PermissionsRule } from './permissions-rule.ts'

/** In the order in which findings about the same place are told. */
export const permissionsRules: readonly PermissionsRule[] = []
