import type { QuickCreateRefusal } from '#core/artifacts/quick-create.ts'
import { messages } from '#core/text/messages.ts'
import type { Unreachable } from './aws-answer.ts'
import type { IgnoredValue } from './template-fields.ts'

/** What the stand-in for the AWS console says of itself. What AWS's own console says stands in `aws-text.tsx`. */
export const consoleMessages = messages('console', {
  title: 'Simulated AWS, not AWS',
  band: 'Simulated AWS — not AWS. Nothing here is real.',
  account: {
    name: 'Simulated console',
    label: 'Signed in to account',
    signIn: 'Sign in',
    switch: 'Switch account',
    refused: 'An account ID has 12 digits.',
    region: 'Region',
    partition: 'partition',
    signInAbove: 'Sign in to a simulated account in the bar above. Any 12 digits will do.',
    looking: 'Looking at the account…',
  },
  introduction: {
    heading: 'Open a quick-create link',
    text: 'This page stands in for the AWS console while AWS is simulated. It reads the very link that the wizard gives, creates the stack in a simulated account and lets you edit the role, over the protocol that AWS speaks.',
    label: 'Quick-create link',
    hint: 'Starts with https:// and a console of AWS.',
    open: 'Open link',
    refusals: {
      'not-a-quick-create-link': 'This is not a quick-create link of CloudFormation.',
      'console-host-unknown': 'The host of this link is not an AWS console.',
      'region-unknown': 'This link names no region of a public partition.',
      'region-mismatch': 'This link names two different regions.',
      'partition-mismatch': 'The host and the region of this link belong to different partitions.',
      'encoding-invalid': 'A value of this link is not encoded as an address must be.',
      'name-repeated': 'This link states a value twice.',
      'template-url-missing': 'This link names no template with https://.',
    } satisfies Readonly<Record<QuickCreateRefusal, string>>,
  },
  stack: {
    none: 'No stack in this account and region.',
    exists: 'A stack with this name exists already in this account.',
    reading: 'Reading the template…',
    empty: '(empty)',
    uploadHint: 'The template that you downloaded. The AWS console asks for it in the same words.',
    ignored: (name: string, reason: IgnoredValue['reason']): string =>
      `The link’s value for ${name} is ignored: ${reason === 'unknown' ? 'the template has no such parameter' : 'secret parameters are not taken from a link'}.`,
    tick: 'Tick this box to let the stack create the role.',
    events: (stackName: string) => `Events of the stack ${stackName}`,
    statuses: {
      CREATE_COMPLETE: 'The role is there. The wizard notices by itself.',
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
      ROLLBACK_COMPLETE: 'Nothing was created. Such a stack can only be deleted; then it can be created again.',
    },
  },
  role: {
    heading: 'The role',
    name: 'Role name',
    show: 'Show role',
    looking: 'Looking for the role…',
    trustPolicy: 'Trust policy',
    saveTrustPolicy: 'Save trust policy',
    permissionsPolicy: (name: string) => `Permissions policy ${name}`,
    savePermissionsPolicy: 'Save permissions policy',
    deletePolicy: 'Delete this policy',
    saved: 'Saved. STS sees it after the propagation delay.',
    inEditor: 'Edit in the editor',
    asText: 'Edit as plain text',
  },
  unreachable: {
    title: 'No answer',
    reasons: {
      'no-answer': 'The simulator did not answer. Is the server still running?',
      'not-of-aws': 'The answer was not one of AWS.',
      unreadable: 'The answer could not be read.',
    } satisfies Readonly<Record<Unreachable['reason'], string>>,
  },
})
