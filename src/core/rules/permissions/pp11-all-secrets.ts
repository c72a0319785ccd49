import { said } from '#core/rules/said.ts'
import { dangerSpots } from './danger.ts'
import { secretReads } from './data-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp11AllSecrets: PermissionsRule = {
  id: 'PP11',
  severity: 'high',
  title: 'All secrets can be read',
  what: 'Reading secrets and parameters, and decrypting, on all resources.',
  why: 'Secrets and parameters hold the credentials of other systems; a key opens whatever is encrypted with it.',
  todo: 'Name the secrets, parameters and keys.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  check: (subject) =>
    dangerSpots(
      subject,
      secretReads,
      (words) =>
        said`${words} on all resources exposes the credentials that are kept in the account. Name the secrets, parameters or keys.`,
    ),
}
