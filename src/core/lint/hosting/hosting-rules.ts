import type { HostingRule } from './hosting-rule.ts'

/** In the order in which findings about the same place are told. */
export const hostingRules: readonly HostingRule[] = []
