import type { RulePart } from '#core/pasted/pasted-rule.ts'
import type { RuleKind } from '#core/policy/form/rule.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** The page that explains a rule, a diagnosis, a cause or an ailment by its code. */
const english = {
  title: 'What a message means',
  lead: 'Rules of the linter, diagnoses of the verification, and what the denial doctor names. Codes are permanent.',
  unknown: (code: string) => `There is no entry for ${code}. These are all:`,
  all: 'All entries',
  chapters: {
    diagnosis: 'What a verification finds',
    cause: 'What may be behind it',
    doctor: 'What the denial doctor names',
    trust: 'Rules for the trust policy',
    permissions: 'Rules for the permissions policy',
    hosting: 'Rules for the policy of the application role',
    template: 'Rules for the CloudFormation template and its link',
    syntax: 'Rules for the text of any policy',
  } satisfies Readonly<Record<RuleKind | 'diagnosis' | 'cause' | 'doctor', string>>,
  severity: 'Severity',
  looksFor: 'Looks for',
  happened: 'What happened',
  why: 'Why',
  todo: 'What to do',
  part: 'What has to be put right',
  source: 'Source',
  newTab: '(opens in a new tab)',
  ownSource: 'Follows from how AWS evaluates policies.',
  askDoctor:
    'Paste the role, the policy, the events of the stack or the error text on the page of the role: the exact values and the corrected policy are shown there.',
  parts: {
    stack: 'the creation of the role',
    role: 'which role it is',
    'session-duration': 'the longest session',
    boundary: 'the permissions boundary',
    'trust-policy': 'the trust policy',
    'permissions-policy': 'the permissions policy',
    organization: 'the organization or the account',
    vendor: 'the vendor',
    terminal: 'the terminal',
  } satisfies Readonly<Record<RulePart, string>>,
  /** Stand where a text names what only a connection knows. */
  general: {
    account: 'your account',
    vendorAccount: 'the account of the vendor',
    roleArn: 'the ARN of the role',
    externalId: 'your external ID',
    region: 'the region of the connection',
  },
} as const

export type ExplainedWords = WordsOf<typeof english>

export const explainedWords = inLanguage('knowledge', 'explained', english)
