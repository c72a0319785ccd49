import type { PolicyView } from '../policy-view.ts'
import type { Rule } from '../rule.ts'

export type HostingRule = Rule<PolicyView>
