import type { Tool } from '#core/pasted/fix.ts'
import type { PastedCredentials } from '#core/pasted/pasted-credentials.ts'
import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

/** The panel of the denial doctor; its findings have their texts in the core. */
export const diagnoseMessages = messages('diagnose', {
  open: {
    waiting: 'Taking too long? Find the problem',
    failed: 'Paste your role and we’ll find the difference',
  },
  loadFailed: 'This part of the page didn’t load. Check your connection, or reload the page.',
  retry: 'Try again',
  field: 'What you created',
  canBePasted: 'Paste any of these:',
  pasteCommand: 'the output of this command, for example from AWS CloudShell:',
  copyCommand: 'Copy command',
  otherPastes: [
    'the trust policy from the console: IAM, Roles, the role, tab “Trust relationships”',
    'the events of the stack, or an error text',
    'the CloudFormation template, or the link to it',
  ],
  private: 'Analyzed in your browser. Nothing is uploaded.',
  credentials: {
    'access-key': {
      title: 'That’s an access key',
      sent: 'Nothing was sent, and we don’t need it. Remove it from the field.',
      todo: 'If anyone else could have seen it, rotate it: in IAM, Users, Security credentials, create a new access key, then deactivate this one.',
    },
    session: {
      title: 'These are temporary credentials',
      sent: 'Nothing was sent, and we don’t need them. Remove them from the field.',
      todo: 'If anyone else could have seen them, revoke the session: in IAM, open the role and choose Revoke sessions. Otherwise they expire on their own.',
    },
  } satisfies Readonly<Record<PastedCredentials, unknown>>,
  recognized: 'Found:',
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  afterRepair: 'After fixing the JSON',
  source: 'What AWS says about it',
  newTab: '(opens in a new tab)',
  further: 'Other problems',
  findings: 'Other issues in the policy',
  templateFindings: 'Other issues in the template or link',
  more: (count: number) => plural('en', count, { other: 'And # more like these.' }),
  line: (line: number) => `Line ${line}`,
  comparison: {
    'trust-policy': 'Your trust policy vs. corrected',
    'permissions-policy': 'Your permissions policy vs. corrected',
  },
  corrected: { 'trust-policy': 'Corrected trust policy', 'permissions-policy': 'Corrected permissions policy' },
  legend: '− removed, + added',
  removed: 'Removed',
  added: 'Added',
  copyCorrected: { 'trust-policy': 'Copy corrected trust policy', 'permissions-policy': 'Copy corrected permissions policy' },
  fixes: 'How to fix it',
  ways: {
    console: 'AWS console',
    'aws-cli': 'AWS CLI',
    cloudformation: 'CloudFormation',
    terraform: 'Terraform',
    cdk: 'AWS CDK',
    pulumi: 'Pulumi',
    'stack-set': 'StackSet',
  } satisfies Readonly<Record<Tool, string>>,
  commandLabel: (way: string) => `${way} fix`,
  copyFix: (way: string) => `Copy ${way} fix`,
  copyFile: (filename: string) => `Copy ${filename}`,
  forVendor: (vendor: string) => `Nothing to change on your side. Send this to ${vendor}.`,
  remains: 'Still failing?',
  whichRole: (account: string, roleName: string) =>
    `Wrong account or role. The role must be ${roleName} in account ${account}. The command above shows both.`,
  permissionsNotPasted: 'Permissions policy: not pasted. We’ll test it once we can assume the role.',
  propagation: 'Timing: AWS takes some seconds, rarely a minute, to apply a new or changed role. We keep checking.',
  organization: (vendorAccount: string) =>
    `Your organization: a resource control policy (RCP) can block outside accounts, and it isn’t visible in the role. Ask your AWS Organizations admin about account ${vendorAccount}.`,
})

export const recognizedMessages = messages('recognized', {
  roleWithTrust: (name: string, account: string) => `role ${name}${account} (trust policy)`,
  role: (name: string, account: string) => `role ${name}${account} (no trust policy)`,
  inAccount: (account: string) => ` in account ${account}`,
  unnamed: 'without a name',
  open: (names: string) => ` (${names} is filled in at launch)`,
  default: (name: string, value: string) => ` (${name} defaults to ${value})`,
  chosenRole: (name: string, account: string, count: number) => `Checking ${name}${account}, one of ${count} roles.`,
  chosenPolicy: (position: number, count: number) => `Checking trust policy ${position} of ${count}.`,
  caller: (account: string) => `the identity that’s signed in, in account ${account}`,
  'trust-policy': 'a trust policy',
  'permissions-policy': (name: string) => `a permissions policy${name}`,
  'policy-names': 'a list of policy names',
  'attached-policies': 'a list of managed policies',
  'resource-policy': 'the policy of a resource',
  'stack-events': (name: string, status: string) => `the events of ${name === '' ? 'a stack' : `the stack ${name}`}${status}`,
  stack: (name: string, status: string) => `the stack ${name}, ${status}`,
  'error-text': (code: string) => `an AWS error${code}`,
  command: 'a command of the AWS CLI',
  'vendor-words': 'a message about a failed connection',
  'json-broken': 'invalid JSON',
  yaml: 'YAML',
  'other-output': 'output that isn’t JSON',
  other: 'not recognized',
})
