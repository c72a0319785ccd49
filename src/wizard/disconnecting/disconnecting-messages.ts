import { messages } from '#core/text/messages.ts'

export const disconnectingMessages = messages('disconnecting', {
  title: 'Disconnecting',
  heading: (account: string) => `Disconnecting AWS account ${account}`,
  lead: 'Delete the role to end access. This page updates automatically.',
  states: {
    none: { title: 'Checking the role…', text: 'We ask AWS whether the role can still be assumed.' },
    allowed: {
      title: 'The role can still be assumed',
      text: 'The removal isn’t confirmed yet. We keep checking, even if you close this page.',
    },
    denied: {
      title: 'Access denied. Confirming…',
      text: 'AWS denied access to the role. We check twice because changes take a moment to apply.',
    },
    unknown: { title: 'No clear response from AWS', text: 'The removal isn’t confirmed yet. We’ll retry automatically.' },
  },
  confirmation: {
    title: 'Have you deleted the role?',
    text: (vendor: string) =>
      `${vendor}’s checks can no longer assume the role. They can’t run as the roles below, which may still be able to assume it. If you’ve deleted the role, confirm it.`,
    reader: (vendor: string) =>
      `${vendor}’s checks can no longer assume the role. They can’t run as the roles below, which may still be able to assume it. The person who disconnects has to confirm that the role is deleted.`,
    action: 'I deleted the role',
  },
  untried: 'Not tried',
  failed: 'We couldn’t check the role.',
  methods: 'Delete the role the way you created it',
  methodsLabel: 'Methods to delete the role',
  tabs: { 'console-steps': 'Console' },
  commands: 'Removal commands',
  copy: 'Copy',
  openStack: 'Open stack in AWS',
  openStackSimulated: 'Open stack (simulated)',
  stackSteps: (stack: string): readonly string[] => [
    `Select the stack ${stack}, choose Delete, and confirm.`,
    'Come back here when the stack is gone.',
  ],
  openRole: 'Open role in AWS',
  openRoleSimulated: 'Open role (simulated)',
  keep: 'Keep connection',
  keepHint: (vendor: string) => `Changed your mind? If the role still exists, ${vendor} can go on using it.`,
  ended: 'Disconnected',
  endedHeading: 'Disconnected',
  endedText: (date: string) => `Disconnected on ${date}: the role can no longer be assumed.`,
  endedUntried: {
    customer: (date: string, vendor: string) =>
      `Disconnected on ${date}: ${vendor}’s checks can no longer assume the role, and you confirmed that it’s deleted. If it still exists, the roles below may be able to assume it.`,
    vendor: (date: string, vendor: string) =>
      `Disconnected on ${date}: ${vendor}’s checks can no longer assume the role, and ${vendor} confirmed that it’s deleted. If it still exists, the roles below may be able to assume it.`,
  },
  endedDetails: 'Details',
  role: 'Role ARN',
  requested: 'Requested',
  denied: 'Denied since',
  requestIds: 'AWS request IDs',
  simulated: 'Simulated results',
  another: 'Connect an AWS account',
})
