import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = {
  heading: (vendor: string, account: string) => `${vendor} is connected to account ${account}`,
  title: 'Connected',
  works: 'The role works and is safe',
  lead: 'It accepted your external ID and denied every other request we tried. Each call below was really made.',
  simulated: 'Made in simulated AWS: this proves nothing about a real account.',
  proved: 'What was proved',
  receipt: 'The receipt',
  details: 'The connection',
  role: 'Role',
  account: 'Account',
  externalId: 'External ID',
  region: 'Region of the stack',
  next: 'What next',
  watch: 'Watch it',
  watchText: (role: string) => `Each use of the role is in CloudTrail of your account: look for AssumeRole of ${role}.`,
  remove: 'Remove it',
  removeCommands: 'Remove it with the AWS CLI, where it was created so',
  copyCommands: 'Copy commands',
  checkAgain: 'Check again',
  checking: 'Checking…',
  another: 'Connect another account',
  returnTo: (vendor: string) => `Back to ${vendor}`,
  notVerified: 'This connection is not verified now',
  back: 'See what to do',
} as const

export type ConnectedWords = WordsOf<typeof english>

export const connectedWords = inLanguage('later', 'connected', english)
