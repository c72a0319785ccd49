import { messages } from '#core/text/messages.ts'

export const accountMessages = messages('account', {
  heading: (vendor: string) => `Connect an AWS account to ${vendor}`,
  lead: 'You’ll create one IAM role. It takes about 2 minutes, needs no access keys, and you can remove it anytime.',
  several: 'Connect several accounts',
  connectionGone:
    'It was started in another browser, or the link is incomplete. You can start over here. Existing roles in AWS aren’t affected.',
  connectionGoneTitle: 'We couldn’t open that connection',
  accountId: {
    label: 'AWS account ID',
    hint: '12 digits, top right in the AWS console. You can also paste an ARN or your sign-in URL.',
  },
  externalId: {
    label: 'External ID',
    hint: 'AWS allows access only with this ID. Keep the generated ID, or enter your own, unique for each account.',
    suffixLabel: 'Prefix (optional)',
    suffixHint: 'We’ll add random characters.',
    issuedTitle: 'External ID',
    issued: (vendor: string) => `AWS allows access only with this ID. ${vendor} generates it in the next step, unique for each account.`,
    another: 'Regenerate',
    anotherName: 'Regenerate external ID',
  },
  region: {
    label: 'CloudFormation Region',
    hint: 'Where the stack is created. IAM roles are global.',
  },
  permissions: {
    title: (vendor: string) => `Permissions for ${vendor}`,
    required: 'Required',
    many: 'One per line, or separated by commas.',
  },
  advanced: 'Advanced role settings (path, boundary, tags, session)',
  notAdmin: 'Someone else manages AWS? Send them a link',
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
      `An application role in the account of ${vendor} assumes ${role} in your account. It must send the external ID.`,
  },
  preview: {
    label: 'Role preview',
  },
})
