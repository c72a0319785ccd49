import { patternRules } from './pattern-rules.ts'
import { tp40 } from './tp40-open-without-external-id.ts'
import { tp41 } from './tp41-refuses-vendor.ts'
import { tp42 } from './tp42-cannot-tell.ts'
import type { TrustRule } from './trust-rule.ts'

/** The patterns, and behind them what the evaluation finds that no pattern knows. */
export const trustRules: readonly TrustRule[] = [...patternRules, tp40, tp41, tp42]
