import type { TrustRule } from './trust-rule.ts'

/** In the order in which findings about the same place are told. */
export const trustRules: readonly TrustRule[] = []
