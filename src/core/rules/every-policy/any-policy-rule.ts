import type { PolicyView } from '#core/policy/policy-view.ts'
import type { Rule } from '#core/rules/rule.ts'

/** A rule about policies of every kind. */
export type AnyPolicyRule = Rule<PolicyView>
