import type { AccountIdSource } from '#core/aws/read-account-id.ts'
import { messages } from '#core/text/messages.ts'

const sources: Readonly<Record<AccountIdSource, string | null>> = {
  'account-id': null,
  'role-arn': 'taken from the role ARN',
  'user-arn': 'taken from the user ARN',
  'root-arn': 'taken from the account ARN',
  'session-arn': 'taken from the session ARN',
  'other-arn': 'taken from the ARN',
  'sign-in-url': 'taken from the address',
}

/** For the note below the field, which loads when something is typed. */
export const accountIdNoteMessages = messages('account-id-note', {
  read: (account: string, source: AccountIdSource, partition: string) =>
    [`Account ${account}`, sources[source], partition].filter((part) => part !== null).join(' · '),
  otherPartition: (found: string, chosen: string, offered: readonly string[]) =>
    `This account is of one partition (${found}), the region below of another (${chosen}). ${offered.length === 0 ? 'No region of the partition of this account is offered.' : `Choose ${offered.join(' or ')}.`}`,
})
