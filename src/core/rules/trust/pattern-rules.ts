import { anyPolicyRules } from '#core/rules/every-policy/any-policy-rules.ts'
import { tp01 } from './tp01-star-principal.ts'
import { tp02 } from './tp02-everyone.ts'
import { tp03 } from './tp03-not-principal.ts'
import { tp04 } from './tp04-other-account.ts'
import { tp05 } from './tp05-wildcard-principal.ts'
import { tp06 } from './tp06-deleted-principal.ts'
import { tp07 } from './tp07-role-principal.ts'
import { tp08 } from './tp08-user-principal.ts'
import { tp09 } from './tp09-extra-principals.ts'
import { tp10 } from './tp10-session-principal.ts'
import { tp11 } from './tp11-no-external-id.ts'
import { tp12 } from './tp12-external-id-pattern.ts'
import { tp13 } from './tp13-literal-wildcard.ts'
import { tp14 } from './tp14-external-id-if-exists.ts'
import { tp15 } from './tp15-external-id-for-all-values.ts'
import { tp16 } from './tp16-external-id-null.ts'
import { tp17 } from './tp17-negated-external-id.ts'
import { tp18 } from './tp18-external-id-ignore-case.ts'
import { tp19 } from './tp19-guessable-external-id.ts'
import { tp20 } from './tp20-impossible-external-id.ts'
import { tp21 } from './tp21-several-external-ids.ts'
import { tp22 } from './tp22-second-allow.ts'
import { tp23 } from './tp23-other-actions.ts'
import { tp24 } from './tp24-no-tag-session.ts'
import { tp25 } from './tp25-resource.ts'
import { tp26 } from './tp26-version.ts'
import { tp27 } from './tp27-effect.ts'
import { tp28 } from './tp28-size.ts'
import { tp29 } from './tp29-partition.ts'
import { tp30 } from './tp30-service-principal.ts'
import { tp31 } from './tp31-source-keys.ts'
import { tp32 } from './tp32-mfa.ts'
import { tp33 } from './tp33-source-ip.ts'
import { tp34 } from './tp34-session-in-principal-arn.ts'
import { tp35 } from './tp35-organization.ts'
import { tp36 } from './tp36-duplicate-keys.ts'
import { tp39 } from './tp39-no-principal.ts'
import { tp43 } from './tp43-other-external-id.ts'
import type { TrustRule } from './trust-rule.ts'

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
