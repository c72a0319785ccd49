import { messages } from '#core/text/messages.ts'

export const accountMessages = messages('account', {
  heading: (vendor: string) => `Connect an AWS account to ${vendor}`,
  lead: 'About 2 minutes. You need permission to create IAM roles.',
  several: 'Connect several accounts',
  connectionGone:
    'It was started in another browser, or the link is incomplete. You can start over here. Existing roles in AWS aren’t affected.',
  connectionGoneTitle: 'We couldn’t open that connection',
  accountId: {
    label: 'AWS account ID',
    hint: '12 digits, or paste an ARN or your sign-in URL.',
  },
  externalId: {
    label: 'External ID',
    hint: 'Keep this ID, or enter a different one for each account.',
    suffixLabel: 'Prefix (optional)',
    suffixHint: 'We’ll add random characters.',
    issuedTitle: 'External ID',
    issued: (vendor: string) => `AWS allows access only with this ID. ${vendor} generates it in the next step, unique for each account.`,
    another: 'Regenerate',
    change: 'Change external ID',
    anotherName: 'Regenerate external ID',
  },
  region: {
    label: 'CloudFormation Region',
    hint: 'Where the stack is created. IAM roles are global.',
    change: 'Change Region',
  },
  permissions: {
    title: 'Permissions',
    required: 'Required',
    many: 'Separate several with commas or Enter.',
  },
  advanced: 'Advanced settings (path, boundary, tags)',
  notAdmin: 'Send to a colleague',
  change: 'Change',
  submit: 'Continue',
  submitting: 'Saving…',
  problem: 'Check these fields',
  errorTitle: (title: string) => `Error: ${title}`,
  picture: {
    yours: 'Your account',
    unknownAccount: 'account ID',
    appRole: 'application',
    externalId: 'external ID',
    wrongId: 'no ID or wrong ID',
    refused: 'Without your external ID, AWS denies access.',
    description: (vendor: string, role: string) =>
      `The application in the account of ${vendor} assumes ${role} in your account. It must send the external ID.`,
  },
  preview: {
    label: 'Role preview',
  },
})
