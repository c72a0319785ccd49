import type { Rule } from '#core/rules/rule.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'

export type TrustRule = Rule<TrustSubject>
