import type { Rule } from '../rule.ts'
import type { TrustSubject } from '../trust-subject.ts'

export type TrustRule = Rule<TrustSubject>
