import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { secretReads } from './data-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp11Messages = messages('PP11', {
  title: 'All secrets can be read',
  what: 'Reading secrets and parameters, and decrypting, on all resources.',
  why: 'Secrets and parameters hold the credentials of other systems; a key opens whatever is encrypted with it.',
  todo: 'Name the secrets, parameters and keys.',
  found: (words: string) =>
    `${words} on all resources exposes the credentials that are kept in the account. Name the secrets, parameters or keys.`,
})

export const pp11AllSecrets: PermissionsRule = {
  id: 'PP11',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  messages: pp11Messages,
  check: (subject) => dangerSpots(subject, secretReads, (words) => (language) => pp11Messages.in(language).found(words(language))),
}
