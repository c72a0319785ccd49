import type { ExplanationFacts } from '#core/verify/explanation.ts'
import { trustPaste } from './diagnosis.ts'

/** Shared by the diagnoses of a role that is not secure. */
export const danger = { kind: 'unsafe', actor: 'customer', paste: trustPaste } as const

export const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
  `In account ${account}, open IAM, Roles, ${roleName}, Trust relationships, and choose Edit trust policy.`,
  'Paste the corrected trust policy and choose Update policy, or run the CLI fix in CloudShell.',
  'Keep this page open. We’ll check twice, because policy changes take a moment to apply.',
]

export const notUsed = ({ vendor }: ExplanationFacts) => `${vendor} won’t use the role until this is fixed.`
