import type { QuickCreateRefusal } from '#core/artifacts/quick-create.ts'
import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'
import type { Unreachable } from './aws-query.ts'
import type { IgnoredValue } from './template-fields.ts'

/** The simulator's own texts. Those of the real AWS console are in `aws-text.tsx`. */
export const consoleMessages = messages('console', {
  title: 'Simulated AWS, not AWS',
  pill: 'Simulated AWS',
  account: {
    name: 'Account',
    label: 'Signed in to account',
    signIn: 'Sign in',
    switch: 'Switch account',
    refused: 'An account ID has 12 digits.',
    region: 'Region',
    signInAbove: 'Sign in to a simulated account above. Any 12 digits will do.',
    loading: 'Loading the account…',
  },
  introduction: {
    heading: 'Open a quick-create link',
    text: 'This page replaces the AWS console while AWS is simulated. It opens the wizard’s own link, creates the stack in a simulated account, and lets you edit the role.',
    label: 'Quick-create link',
    hint: 'Starts with https:// and the host of an AWS console.',
    open: 'Open link',
    refusals: {
      'not-a-quick-create-link': 'Not a CloudFormation quick-create link.',
      'console-host-unknown': 'The host of this link isn’t an AWS console.',
      'region-unknown': 'This link has no Region in a public partition.',
      'region-mismatch': 'This link has two different Regions.',
      'partition-mismatch': 'The host and the Region of this link are in different partitions.',
      'encoding-invalid': 'A value in this link isn’t URL-encoded.',
      'name-repeated': 'This link repeats a value.',
      'template-url-missing': 'This link has no template URL with https://.',
    } satisfies Readonly<Record<QuickCreateRefusal, string>>,
  },
  stack: {
    none: 'No stack in this account and Region.',
    exists: 'A stack with this name already exists in this account.',
    reading: 'Reading the template…',
    empty: '(empty)',
    other: (count: number) => plural('en', count, { one: 'Template and # other parameter', other: 'Template and # other parameters' }),
    uploadHint: 'The template that you downloaded. The real AWS console uses the same labels.',
    ignored: (name: string, reason: IgnoredValue['reason']): string =>
      `The link’s value for ${name} is ignored: ${reason === 'unknown' ? 'the template has no such parameter' : 'links can’t set secret parameters'}.`,
    tick: 'Select this box to let the stack create the role.',
    events: (stackName: string) => `Events of the stack ${stackName}`,
    statuses: {
      CREATE_COMPLETE: 'The role exists. The wizard updates automatically.',
      UPDATE_COMPLETE: 'The role is updated. The wizard updates automatically.',
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
      ROLLBACK_COMPLETE: 'Nothing was created. Delete this stack, then create it again.',
    },
  },
  role: {
    heading: 'Role',
    name: 'Role name',
    show: 'Show role',
    loading: 'Loading the role…',
    trustPolicy: 'Trust policy',
    saveTrustPolicy: 'Save trust policy',
    permissionsPolicy: (name: string) => `Permissions policy ${name}`,
    savePermissionsPolicy: 'Save permissions policy',
    deletePolicy: 'Delete this policy',
    saved: 'Saved. STS sees it after the propagation delay.',
  },
  unreachable: {
    title: 'No response',
    reasons: {
      'no-answer': 'The simulator didn’t respond. Is the server still running?',
      'not-of-aws': 'The response wasn’t from AWS.',
      unreadable: 'We couldn’t read the response.',
    } satisfies Readonly<Record<Unreachable['reason'], string>>,
  },
})
