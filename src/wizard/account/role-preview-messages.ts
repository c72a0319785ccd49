import type { AccountIdSource } from '#core/aws/read-account-id.ts'
import type { ParameterSource } from '#core/aws/read-parameter.ts'
import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

export const rolePreviewMessages = messages('role-preview', {
  permissions: 'Permissions policy',
  managedAlone: 'No inline policy. These AWS managed policies are attached to the role instead:',
  noPolicy: 'No inline policy.',
  trust: 'Trust policy',
  trustWords: (vendor: string) => `Only ${vendor} can assume this role, and only with this external ID.`,
  account: '<account ID>',
  externalId: '<external ID>',
  nameSuffix: '<suffix>',
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
  text: 'from your text',
}

/** For the note below the field, which loads when something is typed. */
export const accountIdNoteMessages = messages('account-id-note', {
  read: (account: string, source: AccountIdSource, partition: string | null) =>
    [`Account ${account}`, sources[source], partition].filter((part) => part !== null).join(' · '),
  regionChanged: (partition: string, region: string) => `This is in ${partition}, so we changed the Region to ${region}.`,
  several: (accounts: readonly string[]) => `${accounts.length} accounts: ${accounts.join(', ')}.`,
  connectAll: 'Connect all of them',
  otherPartition: (found: string, offered: readonly string[]) =>
    `This account is in another partition (${found}). ${offered.length === 0 ? 'None of its Regions is available here.' : `Choose one of its Regions: ${offered.join(', ')}.`}`,
})

/** Texts about values that were entered. They say more than the code of a refusal. */
export const accountValueMessages = messages('account-values', {
  another: 'Add another',
  entered: (count: number) => plural('en', count, { one: '# value', other: '# values' }),
  remove: (value: string) => `Remove ${value}`,
  faulty: 'Not valid:',
  taken: (value: string, source: ParameterSource | null) =>
    source === null ? value : `${value} · ${source === 'arn' ? 'from the ARN' : 'from the URL'}`,
  tooShort: (minimum: number) => `This external ID is too short. Use at least ${minimum} characters, or keep the generated ID.`,
})
