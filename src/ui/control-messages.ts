import { messages } from '#core/text/messages.ts'

export const controlMessages = messages('controls', {
  error: 'Error: ',
  steps: { done: 'done', current: 'current step', ahead: 'not yet' },
})
