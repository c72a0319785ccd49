import type { HostingRule } from './hosting-rule.ts'
import { vp01 } from './vp01-assume-everything.ts'
import { vp02 } from './vp02-every-role.ts'
import { vp03 } from './vp03-deny-without-external-id.ts'

/** In the order in which findings about the same place are told. */
export const hostingRules: readonly HostingRule[] = [vp01, vp02, vp03]
