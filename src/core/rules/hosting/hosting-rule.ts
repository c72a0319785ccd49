import type { PolicyView } from '#core/policy/policy-view.ts'
import type { Rule } from '#core/rules/rule.ts'

export type HostingRule = Rule<PolicyView>
