import type { AccountIdSource } from '#core/aws/read-account-id.ts'
import { messages } from '#core/text/messages.ts'

export const rolePreviewMessages = messages('role-preview', {
  permissions: 'Permissions policy',
  trust: 'Trust policy',
  trustWords: (vendor: string) => `Only ${vendor} can assume this role, and only with this external ID.`,
  account: '<account ID>',
  externalId: '<external ID>',
  parameter: (title: string) => `<${title.toLowerCase()}>`,
})

const sources: Readonly<Record<AccountIdSource, string | null>> = {
  'account-id': null,
  'role-arn': 'from the role ARN',
  'user-arn': 'from the user ARN',
  'root-arn': 'from the account ARN',
  'session-arn': 'from the session ARN',
  'other-arn': 'from the ARN',
  'sign-in-url': 'from the URL',
}

/** For the note below the field, which loads when something is typed. */
export const accountIdNoteMessages = messages('account-id-note', {
  read: (account: string, source: AccountIdSource, partition: string | null) =>
    [`Account ${account}`, sources[source], partition].filter((part) => part !== null).join(' · '),
  otherPartition: (found: string, offered: readonly string[]) =>
    `This account is in another partition (${found}). ${offered.length === 0 ? 'None of its Regions is available here.' : `Choose one of its Regions: ${offered.join(', ')}.`}`,
})
