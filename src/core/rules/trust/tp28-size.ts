import { said } from '#core/rules/said.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp28: TrustRule = {
  id: 'TP28',
  severity: 'error',
  title: 'Longer than the quota',
  what: 'More than 2048 characters, white space not counted',
  why: 'AWS takes trust policies of up to 2048 characters unless the quota was raised.',
  todo: 'Remove old external IDs and principals.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length',
  check: ({ size, sizeMaximum }) =>
    size <= sizeMaximum
      ? []
      : [{ message: said`The policy has ${size} characters; AWS takes ${sizeMaximum}. Remove old external IDs and principals.`, path: [] }],
}
