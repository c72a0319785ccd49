import { tp45, tp46 } from './condition-operator-rules.ts'
import { type AnyPolicyRule, tp37, tp38, tp44, tp47 } from './document-rules.ts'

/** They stand with the rules of the trust policy in the catalog, and are applied to every policy. */
export const anyPolicyRules: readonly AnyPolicyRule[] = [tp37, tp38, tp44, tp45, tp46, tp47]
