import type { Way } from '#core/pasted/tool.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** What the denial doctor says around what it finds; what it finds has its words in the core. */
const english = {
  open: {
    waiting: 'It takes too long: paste what you created, and we say what is wrong',
    failed: 'Paste what you created, and we say where it differs from what was asked for',
  },
  loadFailed: 'This part of the page could not be loaded. Your network may be down, or this page was renewed on our side.',
  retry: 'Try again',
  field: 'What you created',
  canBePasted: 'Any of these, as it is:',
  pasteCommand: 'the output of this command, for example from AWS CloudShell:',
  copyCommand: 'Copy command',
  otherPastes: [
    'the trust policy from the console: IAM, Roles, the role, tab “Trust relationships”',
    'the events of the stack, or an error text',
    'the CloudFormation template, or the link to it',
  ],
  private:
    'It is read in this browser. Nothing of it is sent or kept; what AWS documents about the services that a policy names is fetched from this site.',
  recognised: 'Recognised:',
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  afterRepair: 'Once it is JSON',
  source: 'What AWS says about it',
  newTab: '(opens in a new tab)',
  further: 'Also wrong',
  findings: 'Remarks on the pasted policy',
  templateFindings: 'Remarks on the pasted template or link',
  more: (count: number) => (count === 1 ? 'And one more like these.' : `And ${count} more like these.`),
  line: (line: number) => `Line ${line}`,
  comparison: {
    'trust-policy': 'Trust policy: pasted and corrected',
    'permissions-policy': 'Permissions policy: pasted and corrected',
  },
  corrected: { 'trust-policy': 'Corrected trust policy', 'permissions-policy': 'Corrected permissions policy' },
  legend: '− goes, + comes.',
  removed: 'Goes',
  added: 'Comes',
  copyCorrected: { 'trust-policy': 'Copy corrected trust policy', 'permissions-policy': 'Copy corrected permissions policy' },
  fixes: 'How to put it right',
  ways: {
    console: 'AWS console',
    'aws-cli': 'AWS CLI',
    cloudformation: 'CloudFormation',
    terraform: 'Terraform',
    cdk: 'AWS CDK',
    pulumi: 'Pulumi',
    'stack-set': 'StackSet',
  } satisfies Readonly<Record<Way, string>>,
  commandLabel: (way: string) => `${way} fix`,
  copyFix: (way: string) => `Copy ${way} fix`,
  copyFile: (filename: string) => `Copy ${filename}`,
  forVendor: (vendor: string) => `There is nothing for you to change. Tell ${vendor} what is said here.`,
  remains: 'If it still does not turn green, what remains',
  whichRole: (account: string, roleName: string) =>
    `Another account or role: a policy does not say where it is. The role must be ${roleName} in account ${account}; the output of the command above shows both.`,
  permissionsUnseen: 'The permissions policy, which was not pasted. The checks on this page try it once the role is accepted.',
  propagation: 'Time: AWS takes some seconds, rarely a minute, until a new or changed role answers everywhere. This page goes on looking.',
  organization: (vendorAccount: string) =>
    `Your organization: a resource control policy (RCP) can refuse callers from outside, and no role shows it. Ask its administrator about account ${vendorAccount}.`,
} as const

export type DoctorWords = WordsOf<typeof english>

export const doctorWords = inLanguage('later', 'doctor', english)

/** One thing that a pasted text was recognised as. */
const englishRecognised = {
  roleWithTrust: (name: string, account: string) => `the role ${name}${account} with its trust policy`,
  role: (name: string, account: string) => `the role ${name}${account} without its trust policy`,
  inAccount: (account: string) => ` in account ${account}`,
  unnamed: 'without a name',
  keysLeftOut: ', as text without the names of its conditions',
  open: (names: string) => `, in which ${names} is filled in at the launch`,
  default: (name: string, value: string) => `, in which ${name} has its default ${value}`,
  chosenRole: (name: string, account: string, count: number) => `Of ${count} roles, ${name}${account} is examined.`,
  chosenPolicy: (position: number, count: number) => `Of ${count} trust policies, number ${position} is examined.`,
  caller: (account: string) => `who is signed in, in account ${account}`,
  'trust-policy': 'a trust policy',
  'permissions-policy': (name: string) => `a permissions policy${name}`,
  'policy-names': 'a list of policy names',
  'stack-events': (name: string, status: string) => `the events of ${name === '' ? 'a stack' : `the stack ${name}`}${status}`,
  stack: (name: string, status: string) => `the stack ${name}, ${status}`,
  'error-text': (code: string) => `an error of AWS${code}`,
  'json-broken': 'what seems to be JSON, and is none',
  yaml: 'what seems to be YAML',
  other: 'nothing that is known here',
} as const

export type RecognisedWords = WordsOf<typeof englishRecognised>

export const recognisedWords = inLanguage('later', 'recognised', englishRecognised)
