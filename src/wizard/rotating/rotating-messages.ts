import { messages } from '#core/text/messages.ts'

export const rotatingMessages = messages('rotating', {
  title: 'Replacing the external ID',
  heading: (account: string) => `Replace the external ID of AWS account ${account}`,
  lead: (vendor: string) => `Update the role twice. ${vendor} keeps access the whole time.`,
  leadCanceled: (vendor: string) => `${vendor} keeps access with the old external ID.`,
  steps: 'Steps',
  step: {
    add: 'Update the role to accept both external IDs',
    remove: 'Update the role again to accept only the new one',
  },
  ids: 'External IDs',
  newId: 'New',
  oldId: 'Old',
  inUse: 'in use',
  copyNew: 'Copy new external ID',
  copyOld: 'Copy old external ID',
  states: {
    none: { title: 'Checking the role…', text: 'We try both external IDs.' },
    adding: {
      denied: {
        title: 'Waiting for the new external ID',
        text: 'The role accepts only the old one. Update it as shown below. This page updates automatically.',
      },
      assumed: {
        title: 'New external ID accepted. Confirming…',
        text: 'We check twice because changes take a moment to apply.',
      },
      partly: {
        title: 'New external ID accepted for some roles only',
        text: (roles: string) =>
          `The trust policy doesn’t accept it yet for these roles of the application: ${roles}. Update it as shown below.`,
      },
    },
    removing: {
      assumed: {
        title: 'New external ID in use',
        text: 'The role still accepts the old one. Remove it as shown below.',
      },
      denied: {
        title: 'Old external ID denied. Confirming…',
        text: 'We check twice because changes take a moment to apply.',
      },
    },
    canceled: {
      none: {
        title: 'Rotation canceled',
        text: 'The old external ID stays in use. We check that AWS denies the new one. If you never added it to the role, you have nothing to do.',
      },
      assumed: {
        title: 'Rotation canceled',
        text: 'The role still accepts the new external ID. Remove it as shown below.',
      },
      denied: {
        title: 'Rotation canceled. Confirming…',
        text: 'AWS denies the new external ID. We check twice because changes take a moment to apply.',
      },
    },
    error: { title: 'No clear response from AWS', text: 'We’ll retry automatically.' },
  },
  fix: 'Fix it',
  failed: 'We couldn’t check the role.',
  methods: 'Update the role the way you created it',
  methodsLabel: 'Methods to update the role',
  tabs: { 'console-steps': 'Console' },
  openStack: 'Open stack in AWS',
  openStackSimulated: 'Open stack (simulated)',
  download: 'Download template',
  stackSteps: (stack: string, filename: string): readonly string[] => [
    `Select the stack ${stack} and choose Update stack. Choose Make a direct update, Replace existing template, and Upload a template file.`,
    `Select ${filename}, then choose Next until you can choose Submit. Select the IAM acknowledgment on the way.`,
  ],
  command: 'Update command',
  commandHint: 'Or run this in the folder of the template:',
  file: (filename: string) => `Replace ${filename} with this, and apply it as before.`,
  cliHint: 'Run where you ran the commands before. Only the trust policy changes.',
  openRole: 'Open role in AWS',
  openRoleSimulated: 'Open role (simulated)',
  consoleSteps: 'Open the Trust relationships tab, choose Edit trust policy, replace everything with this, and choose Update policy.',
  trustPolicy: 'Trust policy',
  copy: 'Copy',
  cancel: 'Keep old external ID',
  cancelHint: 'Changed your mind? Nothing in AWS depends on the new one yet.',
})
