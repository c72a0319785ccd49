import type { VerdictKind } from '#core/verify/probe-result.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** What the watching of a role says of itself; what is found has its words in the core. */
const english = {
  label: 'Verification',
  checks: 'Checks',
  notLooked: 'Looking for the role…',
  firstLookFailed: 'We could not look yet',
  looking: 'Checking…',
  nextLook: (seconds: number) => `Next check in ${seconds} s`,
  elapsed: (minutes: number, seconds: number) => `Looked for ${minutes === 0 ? '' : `${minutes} min `}${seconds} s so far.`,
  /** AWS promises nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency */
  usual: 'Usual once the role is created: 10 to 30 seconds, rarely two minutes.',
  since: 'Seen like this since',
  verifiedSince: 'Verified since',
  checked: 'last checked',
  before: (title: string) => `Before that: “${title}”, last seen`,
  lookNow: 'Check now',
  notice: {
    ask: 'Notify me of the result',
    allowed: 'This browser will notify you while you are in another tab.',
    refused: 'This browser does not notify you. Title and icon of this tab say how it stands.',
  },
  failed: 'The last look brought no answer.',
  failedOffline: 'This browser is offline.',
  happened: 'What happened',
  why: 'Why',
  todo: 'What to do',
  causes: 'What may be behind it, most probable first',
  corrected: 'The text to paste',
  copy: {
    'trust-policy': 'Copy trust policy',
    'trust-policy-command': 'Copy AWS CLI fix',
    'permissions-policy': 'Copy permissions policy',
    'permissions-policy-command': 'Copy AWS CLI fix',
  },
  tabs: {
    'trust-policy': 'Corrected trust policy',
    'trust-policy-command': 'AWS CLI fix',
    'permissions-policy': 'Permissions policy',
    'permissions-policy-command': 'AWS CLI fix',
  },
  evidence: 'What we asked AWS, with request IDs',
  probes: {
    'right-id': 'With the external ID',
    'no-id': 'Without an external ID',
    'random-id': 'With a random external ID',
    'near-miss': 'With one that is almost right',
    'other-account': 'From another account',
    'other-role': 'With another role of the vendor',
    'right-id-again': 'With the external ID, once more',
  },
  variants: {
    end: 'last character changed',
    start: 'first character changed',
    case: 'capitalization changed',
    lowercase: 'all lowercase',
    uppercase: 'all uppercase',
    'longer-end': 'one character added at the end',
    'longer-start': 'one character added at the start',
    middle: 'middle character changed',
    'quarter-1': 'one character in the first quarter changed',
    'quarter-2': 'one character in the second quarter changed',
    'quarter-3': 'one character in the third quarter changed',
    'quarter-4': 'one character in the last quarter changed',
  },
  outcomes: { assumed: 'accepted', denied: 'refused', error: 'no usable answer' },
  checkOutcomes: { passed: 'worked', failed: 'refused', error: 'no usable answer' },
  answered: (outcome: string, code: string | undefined) => (code === undefined ? outcome : `${outcome} (${code})`),
  noRequestId: 'no request ID',
  goOn: 'Continue to the proof',
  untested: {
    title: 'Not tested',
    'permission-set': (title: string) => `Permissions: “${title}”. There is no check for it.`,
    'principal-arn': (vendor: string) => `Other roles of ${vendor}. Your trust policy limits access to one of them.`,
    'other-accounts': 'Other AWS accounts. Your trust policy must name no other account.',
    'other-external-ids': 'Other exact external IDs. Nobody can guess them, so check that your trust policy lists only yours.',
    unrecorded: 'This check is from an earlier version, which didn’t record what it left out.',
  },
  accountInUse: 'Another team has connected this account too. Both roles work independently. Don’t delete a role that you didn’t create.',
  titles: {
    verified: 'Verified',
    waiting: 'Waiting for the role',
    'not-ready': 'Not ready',
    unsafe: 'Unsafe role',
    partial: 'Permission missing',
    inconclusive: 'Checking',
    'vendor-fault': 'Problem on our side',
    drifted: 'Role changed',
  } satisfies Readonly<Record<VerdictKind, string>>,
  updateRequired: { title: 'Update required', text: 'The role is secure, but its permissions must be updated.' },
} as const

export type VerificationWords = WordsOf<typeof english>

export const verificationWords = inLanguage('later', 'verification', english)
