import { messages } from '#core/text/messages.ts'

export const rolePreviewMessages = messages('role-preview', {
  permissions: 'Permissions policy',
  trust: 'Trust policy',
  trustWords: (vendor: string) => `Only ${vendor} can assume this role, and only with this external ID.`,
  account: '<account ID>',
  externalId: '<external ID>',
  parameter: (title: string) => `<${title.toLowerCase()}>`,
})
