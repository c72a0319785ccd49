import { messages } from '#core/text/messages.ts'

export const accountMessages = messages('account', {
  heading: (vendor: string) => `Which account should ${vendor} work in?`,
  lead: 'You will create one IAM role there. No access keys are created, and you can remove the role at any time.',
  several: 'Several accounts? Paste a list',
  connectionGone:
    'This browser does not know the connection in the address: it belongs to another browser or session, or the address is incomplete. Start here; a role that already exists in AWS is not touched.',
  connectionGoneTitle: 'Connection not found',
  accountId: {
    label: 'AWS account ID',
    hint: '12 digits, top right in the AWS console. Paste an ARN or the sign-in address if that is easier.',
  },
  externalId: {
    label: 'External ID',
    hint: 'Only requests that carry this ID may use the role. Keep our proposal or choose your own, different for each account.',
    suffixLabel: 'Words for the external ID',
    suffixHint: 'Only requests that carry the external ID may use the role. We add random characters to your words.',
    issuedTitle: 'External ID',
    issued: (vendor: string) =>
      `Only requests that carry this ID may use the role. ${vendor} makes it for you in the next step, different for each account.`,
    another: 'New',
    anotherName: 'New external ID',
  },
  region: {
    label: 'Region of the stack',
    hint: 'Where CloudFormation keeps the stack. The role itself works in every region.',
  },
  permissions: {
    title: (vendor: string) => `What ${vendor} may do`,
    hint: 'The policy at the side follows what you choose.',
    required: 'required',
    many: 'Several: separate them by commas or line ends.',
  },
  advanced: 'Company policy: path, boundary, tags, session',
  notAdmin: 'I am not the AWS admin',
  submit: 'Continue to create the role',
  submitting: 'Reserving the external ID…',
  problem: 'There is a problem',
  errorTitle: (title: string) => `Error: ${title}`,
  picture: {
    yours: 'Your account',
    unknownAccount: 'account ID',
    appRole: 'app role',
    externalId: 'external ID',
    wrongId: 'no ID, or a wrong one',
    refused: 'Without this ID, or with another one, AWS refuses every call.',
    description: (vendor: string, role: string) =>
      `A role of the application in the account of ${vendor} uses the role ${role} in your account, and must show the external ID to do so.`,
  },
  preview: {
    label: 'Preview of the role',
  },
})
