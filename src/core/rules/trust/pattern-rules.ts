import { anyPolicyRules } from '#core/policy/form/every-policy-rules.ts'
import type { TrustRule } from '#core/rules/trust-subject.ts'
import { tp23, tp24 } from './actions.ts'
import { tp31, tp32, tp33, tp34, tp35 } from './caller-conditions.ts'
import { tp25, tp26, tp27, tp28, tp36 } from './document-form.ts'
import { tp11, tp12, tp14, tp15, tp16, tp17, tp18, tp22 } from './external-id-condition.ts'
import { tp13, tp19, tp20, tp21, tp43 } from './external-id-value.ts'
import { tp01, tp02, tp03, tp05, tp39 } from './principal-element.ts'
import { tp06, tp07, tp08, tp10, tp30 } from './principal-kinds.ts'
import { tp04, tp09, tp29 } from './trusted-accounts.ts'

/** Each one knows one mistake by its look. */
export const patternRules: readonly TrustRule[] = [
  tp01,
  tp02,
  tp03,
  tp04,
  tp05,
  tp06,
  tp07,
  tp08,
  tp09,
  tp10,
  tp11,
  tp12,
  tp13,
  tp14,
  tp15,
  tp16,
  tp17,
  tp18,
  tp19,
  tp20,
  tp21,
  tp22,
  tp23,
  tp24,
  tp25,
  tp26,
  tp27,
  tp28,
  tp29,
  tp30,
  tp31,
  tp32,
  tp33,
  tp34,
  tp35,
  tp36,
  ...anyPolicyRules,
  tp39,
  tp43,
]
