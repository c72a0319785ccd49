import type { PolicyView } from '../policy-view.ts'
import type { Rule } from '../rule.ts'

/** A rule about policies of every kind. */
export type AnyPolicyRule = Rule<PolicyView>
