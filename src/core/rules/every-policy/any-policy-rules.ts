import type { AnyPolicyRule } from './any-policy-rule.ts'
import { tp37 } from './tp37-characters.ts'
import { tp38 } from './tp38-duplicate-sid.ts'
import { tp44 } from './tp44-sid-characters.ts'
import { tp45 } from './tp45-unknown-operator.ts'
import { tp46 } from './tp46-unreadable-value.ts'

/** They stand with the rules of the trust policy in the catalogue, and are applied to every policy. */
export const anyPolicyRules: readonly AnyPolicyRule[] = [tp37, tp38, tp44, tp45, tp46]
